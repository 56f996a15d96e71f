import { useContext, useEffect, useState } from 'preact/hooks';
import { FormSheet } from './form-sheet.js';
import { Help } from './help.js';
import { useKeys } from './keys.js';
import { LanguageContext, timeOf, useWords } from './language.js';
import { Paper } from './paper.js';
import { PassageView } from './passage-view.js';
import { TablesPane } from './tables-pane.js';
import { type FormProps, useForm } from './use-form.js';
import { usePages } from './use-pages.js';
import { ValuePanel } from './value-panel.js';

export function FormPage(props: FormProps) {
  const { id } = props;
  const words = useWords();
  const language = useContext(LanguageContext);
  const [isHelp, setHelp] = useState(false);
  const { view, fields, field, active, open, writing, setWriting, status, isBusy, choose, step, act } = useForm(props);
  const pages = usePages(view);

  useKeys({
    isOff: writing !== null,
    onKey: (key) => {
      if (isHelp && key !== '?' && key !== 'Escape') return false;
      if (/^[1-9]$/.test(key)) act.take(Number(key));
      else if (key === 'j') step(1);
      else if (key === 'k') step(-1);
      else if (key === 'Enter') act.confirm();
      else if (key === 'e') act.edit();
      else if (key === 'm') act.remark();
      else if (key === 'a') act.addHere();
      else if (key === 'x') act.removeHere();
      else if (key === 'u') act.undo();
      else if (key === 'n') act.nextForm();
      else if (key === 's') act.sign();
      else if (key === '?') setHelp(!isHelp);
      else if (key === 'Escape') {
        if (isHelp) setHelp(false);
        else location.hash = '';
      } else return false;
      return true;
    },
  });

  // What is active is focused, so that a screen reader says it, and brought into view.
  useEffect(() => {
    if (active === null || writing !== null) return;
    const button = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(active)}"]`);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, writing, view]);

  if (view === null) return <main class="work" aria-busy />;
  const { summary, review } = view;
  return (
    <main class="work" aria-busy={isBusy}>
      <div class="formbar">
        <h1 title={summary.project ?? ''}>{summary.project ?? words.noName}</h1>
        <span class={`chip ${summary.state}`}>{words[summary.state]}</span>
        <span class="left" role="status">
          {status !== '' ? status : open.length > 0 ? words.openLeft(open.length) : words.nothingFlagged}
        </span>
        {review !== null && <span class="signature">{words.signedBy(review.by, timeOf(review.at, language))}</span>}
        <span class="actions">
          <button type="button" onClick={act.undo}>
            {words.undo}
          </button>
          <button type="button" onClick={act.sign} disabled={review !== null}>
            {words.sign}
          </button>
          <button type="button" onClick={act.nextForm}>
            {words.nextForm}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setHelp(true);
            }}
          >
            {words.help}
          </button>
        </span>
      </div>
      {summary.kind === 'document' || summary.kind === 'spreadsheet' ? (
        <TablesPane id={id} fields={view.fields} active={active} onChoose={choose} />
      ) : summary.kind === 'text' ? (
        <PassageView id={id} fields={view.fields} active={active} onChoose={choose} />
      ) : (
        <Paper pages={pages} fields={view.fields} active={active} onChoose={choose} />
      )}
      <div class="right">
        {field !== undefined && (
          <ValuePanel
            form={id}
            field={field}
            pages={pages}
            writing={writing}
            onWriting={setWriting}
            onConfirm={act.confirm}
            onReplace={act.replace}
            onNote={act.note}
            onAddRow={act.addHere}
            onRemoveRow={act.removeHere}
            onStep={step}
            onChoose={choose}
          />
        )}
        <FormSheet view={view} fields={fields} active={active} onChoose={choose} onAddRow={act.add} />
      </div>
      {isHelp && (
        <Help
          onClose={() => {
            setHelp(false);
          }}
        />
      )}
    </main>
  );
}
