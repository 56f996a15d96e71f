import { useContext } from 'preact/hooks';
import type { Field, IdentityLine } from '../api.js';
import { Crop } from './crop.js';
import { Editor } from './editor.js';
import type { Writing } from './use-form.js';
import { rowOf } from './row.js';
import { fieldName, LanguageContext, timeOf, useSaid, useWords } from './language.js';
import type { Page } from './use-pages.js';

interface ValuePanelProps {
  readonly form: string;
  readonly field: Field;
  readonly pages: readonly Page[];
  readonly writing: Writing;
  readonly onWriting: (writing: Writing) => void;
  readonly onConfirm: () => void;
  readonly onReplace: (text: string) => void;
  readonly onNote: (note: string) => void;
  readonly onAddRow: () => void;
  readonly onRemoveRow: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onChoose: (path: string) => void;
}

/** The active value: how it looks on the page, what each reader read, why it is to be looked at, and what it adds up to. */
export function ValuePanel({ form, field, pages, writing, onWriting, onChoose, ...on }: ValuePanelProps) {
  const words = useWords();
  const said = useSaid();
  const language = useContext(LanguageContext);
  const { path, kind, text, asRead, printed, state, readings, findings, identities, decision, notes } = field;
  return (
    <section class={`panel ${state}`} aria-label={fieldName(path, words)}>
      <div class="head">
        <h2>{fieldName(path, words)}</h2>
        <span class={`chip ${state}`}>{words[state]}</span>
        <span class="actions">
          <button
            type="button"
            aria-label={words.previous}
            onClick={() => {
              on.onStep(-1);
            }}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={words.next}
            onClick={() => {
              on.onStep(1);
            }}
          >
            ↓
          </button>
          <button type="button" class="primary" disabled={state === 'removed'} onClick={on.onConfirm}>
            {words.confirm}
          </button>
          <button
            type="button"
            disabled={kind === null}
            onClick={() => {
              onWriting('value');
            }}
          >
            {words.edit}
          </button>
          <button
            type="button"
            disabled={state === 'removed'}
            onClick={() => {
              onWriting('note');
            }}
          >
            {words.addNote}
          </button>
          {rowOf(path) !== null && (
            <>
              <button type="button" onClick={on.onAddRow}>
                {words.addRow}
              </button>
              <button type="button" onClick={on.onRemoveRow}>
                {state === 'removed' ? words.restoreRow : words.removeRow}
              </button>
            </>
          )}
        </span>
      </div>
      <div class="body">
        <Crop field={field} pages={pages} />
        {writing === null ? (
          <>
            {(kind !== null || state === 'removed') && (
              <p class="now">{text === '' ? <span class="blank">{words.blank}</span> : text}</p>
            )}
            <Identities lines={identities} path={path} onChoose={onChoose} />
          </>
        ) : (
          <Editor
            key={`${path} ${writing}`}
            form={form}
            field={field}
            writing={writing}
            onSave={writing === 'value' ? on.onReplace : on.onNote}
            onCancel={() => {
              onWriting(null);
            }}
            identities={(lines) => <Identities lines={lines} path={path} onChoose={onChoose} />}
          />
        )}
        {findings.length > 0 && (
          <ul class="findings" aria-label={words.findings}>
            {findings.map((finding, index) => (
              <li key={index} class={`${finding.severity} ${finding.isSettled ? 'settled' : ''}`}>
                {said(finding)} <code>{finding.code}</code>
              </li>
            ))}
          </ul>
        )}
        {readings.length > 0 && (
          <ol class="readings" aria-label={words.readings}>
            {readings.map((reading, index) => (
              <li key={index}>
                <button
                  type="button"
                  onClick={() => {
                    on.onReplace(reading.text);
                  }}
                >
                  <kbd>{index + 1}</kbd> {reading.text === '' ? words.blank : reading.text}
                </button>{' '}
                <small>
                  {reading.readers.map(({ by, confidence }) => `${by} ${Math.round(confidence * 100)} %`).join(' · ')}
                </small>
              </li>
            ))}
          </ol>
        )}
        <dl class="facts">
          {printed !== null && printed !== text && (
            <div>
              <dt>{words.printed}</dt>
              <dd>{printed}</dd>
            </div>
          )}
          {asRead !== null && (
            <div>
              <dt>{words.asRead}</dt>
              <dd>{asRead === '' ? words.blank : asRead}</dd>
            </div>
          )}
          {notes.map(({ by, at, note }) => (
            <div key={at}>
              <dt>{words.notes}</dt>
              <dd>
                {note} <small>{`${by}, ${timeOf(at, language)}`}</small>
              </dd>
            </div>
          ))}
          {decision !== null && (
            <div>
              <dt>{words.decided}</dt>
              <dd>{words.decidedBy(decision.by, timeOf(decision.at, language))}</dd>
            </div>
          )}
        </dl>
      </div>
    </section>
  );
}

interface IdentitiesProps {
  readonly lines: readonly IdentityLine[];
  readonly path: string;
  readonly onChoose: (path: string) => void;
}

function Identities({ lines, path, onChoose }: IdentitiesProps) {
  const words = useWords();
  if (lines.length === 0) return null;
  return (
    <ul class="identities" aria-label={words.identities}>
      {lines.map((line, index) => (
        <li key={index} class={line.closes ? 'closes' : 'opens'}>
          <span class="name">{words.identityCode[line.code] ?? line.code}</span>{' '}
          {line.pieces.map(({ text, path: place }, at) =>
            place === null ? (
              <span key={at}>{text}</span>
            ) : (
              <button
                key={at}
                type="button"
                class={`piece ${place === path ? 'own' : ''}`}
                onClick={() => {
                  onChoose(place);
                }}
              >
                {text}
              </button>
            ),
          )}{' '}
          <b>{line.closes ? '✓' : '✗'}</b>
        </li>
      ))}
    </ul>
  );
}
