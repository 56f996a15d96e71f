import type { ComponentChildren } from 'preact';
import type { Field, FormRow, FormView } from '../api.js';
import { fieldName, useSaid, useWords } from './language.js';

interface FormSheetProps {
  readonly view: FormView;
  readonly fields: ReadonlyMap<string, Field>;
  readonly active: string | null;
  readonly onChoose: (path: string) => void;
  /** Adds a row behind the one at a path, or the first of a block. */
  readonly onAddRow: (path: string) => void;
}

const IDENTITY = ['title', 'year', 'projectName', 'competentDepartment', 'implementingUnit', 'currencyUnit'];
const FUNDS = ['label', 'initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'];
const GOALS = ['expectedGoal', 'actualResult'];
const INDICATORS = ['level1', 'level2', 'name', 'target', 'actual', 'weight', 'score', 'deviation'];
const CLOSE = ['totalWeight', 'totalScore', 'grade'];
const OTHER = ['label', 'text'];

/** The form as the paper has it, every value a button with its state. */
export function FormSheet({ view, fields, active, onChoose, onAddRow }: FormSheetProps) {
  const words = useWords();
  const value = (path: string) => <Value path={path} field={fields.get(path)} active={active} onChoose={onChoose} />;
  const places = view.fields.filter(
    ({ kind, state, decision }) => kind === null && (state !== 'removed' || decision !== null),
  );
  const pairs = (paths: readonly string[]) => (
    <table class="pairs">
      <tbody>
        {paths.map((path) => (
          <tr key={path}>
            <th scope="row">{words.field[path]}</th>
            <td>{value(path)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const rows = (block: 'funds' | 'indicators' | 'other', list: readonly FormRow[], columns: readonly string[]) => (
    <table class={`rows ${block}`}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words.field[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map(({ key, state }) => (
          <tr key={key} class={state}>
            {columns.map((column) => (
              <td key={column} data-label={words.field[column]}>
                {value(`${block}[${key}].${column}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  const adding = (block: 'funds' | 'indicators' | 'other', title: string) => (
    <button
      type="button"
      class="quiet"
      aria-label={words.addRowTo(title)}
      onClick={() => {
        const last = view.rows[block].at(-1);
        onAddRow(last === undefined ? block : `${block}[${last.key}]`);
      }}
    >
      + {words.addRow}
    </button>
  );
  return (
    <div class="sheet">
      {places.length > 0 && (
        <Block title={words.about}>
          <ul class="places">
            {places.map((field) => (
              <li key={field.path}>
                <Place field={field} active={active} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={words.identity}>{pairs(IDENTITY)}</Block>
      <Block title={words.funds} action={adding('funds', words.funds)}>
        {rows('funds', view.rows.funds, FUNDS)}
      </Block>
      <Block title={words.goals}>{pairs(GOALS)}</Block>
      <Block title={words.indicators} action={adding('indicators', words.indicators)}>
        {rows('indicators', view.rows.indicators, INDICATORS)}
      </Block>
      <Block title={words.close}>{pairs(CLOSE)}</Block>
      {view.rows.other.length > 0 && (
        <Block title={words.others} action={adding('other', words.others)}>
          {rows('other', view.rows.other, OTHER)}
        </Block>
      )}
    </div>
  );
}

interface BlockProps {
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Block({ title, action, children }: BlockProps) {
  return (
    <section>
      <div class="blockhead">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

interface ValueProps {
  readonly path: string;
  readonly field: Field | undefined;
  readonly active: string | null;
  readonly onChoose: (path: string) => void;
}

/** What one can choose on the form: a value, or a place that only a finding names. */
function Choice({
  path,
  state,
  active,
  label,
  onChoose,
  children,
}: Omit<ValueProps, 'field'> & {
  readonly state: Field['state'];
  readonly label?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class={`value ${state} ${path === active ? 'active' : ''}`}
      data-path={path}
      aria-current={path === active}
      aria-label={label}
      onClick={() => {
        onChoose(path);
      }}
    >
      {children}
    </button>
  );
}

function Value({ path, field, active, onChoose }: ValueProps) {
  const words = useWords();
  if (field === undefined) return null;
  const { text, state } = field;
  const label = `${fieldName(path, words)}: ${text === '' ? words.blank : text}. ${words[state]}`;
  return (
    <Choice path={path} state={state} active={active} label={label} onChoose={onChoose}>
      {text === '' ? <span class="blank">–</span> : text}
    </Choice>
  );
}

/** A place that only a finding names: a part of the form, or the whole. */
function Place({ field, active, onChoose }: { readonly field: Field } & Omit<ValueProps, 'path' | 'field'>) {
  const words = useWords();
  const said = useSaid();
  const { path, state, findings } = field;
  return (
    <Choice path={path} state={state} active={active} onChoose={onChoose}>
      <b>{fieldName(path, words)}</b> {state === 'removed' ? field.text : ''} {findings.map(said).join(' ')}
      <span class="visually-hidden">{words[state]}</span>
    </Choice>
  );
}
