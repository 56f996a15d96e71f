import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DecisionRequest, Field, FormView, Overview } from '../api.js';
import { FormSheet } from './form-sheet.js';
import { Help } from './help.js';
import { useKeys } from './keys.js';
import { LanguageContext, timeOf, useWords } from './language.js';
import { Paper } from './paper.js';
import { PassageView } from './passage-view.js';
import { server } from './server.js';
import { usePages } from './use-pages.js';
import { ValuePanel } from './value-panel.js';

/** What is being written in the panel. */
export type Writing = 'value' | 'note' | null;

interface FormPageProps {
  readonly id: string;
  readonly by: string;
  readonly overview: Overview | null;
  readonly told: (error: unknown) => void;
  readonly onDecided: (view: FormView) => void;
}

/** A place of which a finding is open, or a person has decided nothing. */
export const isOpen = ({ state }: Field): boolean => state === 'error' || state === 'warning';

export function FormPage({ id, by, overview, told, onDecided }: FormPageProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const [view, setView] = useState<FormView | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [writing, setWriting] = useState<Writing>(null);
  const [isHelp, setHelp] = useState(false);
  const [status, setStatus] = useState('');
  /** While a decision is written, keys are passed over: nobody confirms what they have not seen. */
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const be = (now: boolean) => {
    busy.current = now;
    setBusy(now);
  };
  const pages = usePages(view);

  const fields = useMemo(() => new Map(view?.fields.map((field) => [field.path, field])), [view]);
  const open = useMemo(
    () => (view?.flagged ?? []).filter((path) => isOpen(fields.get(path) ?? NO_FIELD)),
    [view, fields],
  );
  const field = active === null ? undefined : fields.get(active);

  useEffect(() => {
    server.form(id).then((read) => {
      setView(read);
      const first = read.flagged.find((path) => read.fields.some((one) => one.path === path && isOpen(one)));
      setActive(first ?? read.flagged[0] ?? read.fields[0]?.path ?? null);
    }, told);
  }, [id, told]);

  const choose = useCallback((path: string) => {
    setActive(path);
    setWriting(null);
  }, []);

  /** The flagged place after or before the active one; round at the ends. */
  const step = (by: 1 | -1, among: readonly string[] = view?.flagged ?? []) => {
    if (view === null || among.length === 0) return;
    const order = view.fields.map(({ path }) => path);
    const here = active === null ? -1 : order.indexOf(active);
    const places = among.map((path) => order.indexOf(path));
    const beyond = by === 1 ? places.findIndex((place) => place > here) : places.findLastIndex((place) => place < here);
    choose(among[beyond >= 0 ? beyond : by === 1 ? 0 : among.length - 1] ?? '');
  };

  const decide = (request: DecisionRequest, said: string, goOn: boolean) => {
    if (busy.current) return;
    be(true);
    server
      .decide(request)
      .then((now) => {
        setView(now);
        setWriting(null);
        onDecided(now);
        const left = now.fields.filter((one) => isOpen(one) && now.flagged.includes(one.path)).map(({ path }) => path);
        setStatus(left.length === 0 ? words.allDecided : said);
        if (!goOn || left.length === 0) return;
        const order = now.fields.map(({ path }) => path);
        const here = active === null ? -1 : order.indexOf(active);
        setActive(left.find((path) => order.indexOf(path) > here) ?? left[0] ?? active);
      }, told)
      .finally(() => {
        be(false);
      });
  };

  const act = {
    confirm: () => {
      if (active !== null) decide({ action: 'confirm', form: id, path: active, by }, words.saved, true);
    },
    replace: (text: string) => {
      if (active !== null) decide({ action: 'replace', form: id, path: active, by, text }, words.saved, true);
    },
    note: (note: string) => {
      if (active !== null) decide({ action: 'note', form: id, path: active, by, note }, words.saved, false);
    },
    undo: () => {
      decide({ action: 'undo', form: id, path: null, by }, words.undone, false);
    },
    sign: () => {
      decide({ action: 'sign', form: id, by }, words.signed, false);
    },
    take: (number: number) => {
      const reading = field?.readings[number - 1];
      if (reading !== undefined && field?.kind !== null) act.replace(reading.text);
    },
    edit: () => {
      if (field?.kind != null) setWriting('value');
    },
    nextForm: () => {
      const forms = overview?.forms ?? [];
      const here = forms.findIndex((form) => form.id === id);
      const rest = [...forms.slice(here + 1), ...forms.slice(0, Math.max(0, here))];
      const next = rest.find((form) => form.errors + form.warnings > 0 && form.state !== 'signed');
      if (next === undefined) setStatus(words.noNextForm);
      else location.hash = `form/${next.id}`;
    },
  };

  useKeys({
    isOff: writing !== null,
    onKey: (key) => {
      if (isHelp && key !== '?' && key !== 'Escape') return false;
      if (/^[1-9]$/.test(key)) act.take(Number(key));
      else if (key === 'j') step(1);
      else if (key === 'k') step(-1);
      else if (key === 'Enter') act.confirm();
      else if (key === 'e') act.edit();
      else if (key === 'm') setWriting('note');
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
      {summary.kind === 'text' ? (
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
            onStep={step}
            onChoose={choose}
          />
        )}
        <FormSheet view={view} fields={fields} active={active} onChoose={choose} />
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

const NO_FIELD: Field = {
  path: '',
  kind: null,
  text: '',
  asRead: null,
  printed: null,
  state: 'other',
  places: [],
  readings: [],
  proof: [],
  findings: [],
  identities: [],
  decision: null,
  notes: [],
};
