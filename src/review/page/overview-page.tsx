import { useMemo, useState } from 'preact/hooks';
import type { FormSummary, Overview } from '../api.js';
import { DocumentList } from './document-list.js';
import { DropFiles } from './drop-files.js';
import { FilterBar } from './filter-bar.js';
import { filtered, NO_FILTER } from './filters.js';
import { useWords } from './language.js';
import { server } from './server.js';

/** So many rows are shown at first: more take longer to lay out than anybody waits for. */
const ROWS = 200;

interface OverviewPageProps {
  readonly overview: Overview;
  readonly onChanged: () => void;
  readonly told: (error: unknown) => void;
}

export function OverviewPage({ overview, onChanged, told }: OverviewPageProps) {
  const words = useWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const [rows, setRows] = useState(ROWS);
  const shown = useMemo(() => filtered(overview.forms, filter), [overview.forms, filter]);
  const decided = overview.forms.reduce((sum, form) => sum + form.decided, 0);
  const open = overview.forms.reduce((sum, form) => sum + form.errors + form.warnings, 0);
  return (
    <main class="overview">
      <DropFiles onChanged={onChanged} told={told} isEmpty={overview.forms.length === 0} />
      {overview.forms.length === 0 ? (
        <section class="empty">
          <h2>{words.noForms}</h2>
          <p>{words.noFormsHint}</p>
        </section>
      ) : (
        <>
          <section class="progress" aria-label={words.progress(decided, decided + open)}>
            <progress max={Math.max(1, decided + open)} value={decided + open === 0 ? 1 : decided} aria-hidden />
            <span>{words.progress(decided, decided + open)}</span>
            <span class="unwritten">
              {overview.unwritten > 0 && (
                <>
                  {words.unwritten(overview.unwritten)}{' '}
                  <button
                    type="button"
                    onClick={() => {
                      server.write().then(onChanged, told);
                    }}
                  >
                    {words.write}
                  </button>
                </>
              )}
            </span>
          </section>
          <FilterBar forms={overview.forms} filter={filter} onFilter={setFilter} />
          <p class="count" role="status">
            {words.forms(shown.length, overview.forms.length)}
          </p>
          <FormTable forms={shown.slice(0, rows)} />
          {shown.length === 0 && (
            <p>
              {words.noMatch}{' '}
              <button
                type="button"
                onClick={() => {
                  setFilter(NO_FILTER);
                }}
              >
                {words.clear}
              </button>
            </p>
          )}
          {shown.length > rows && (
            <button
              type="button"
              onClick={() => {
                setRows(rows + ROWS);
              }}
            >
              {words.more(Math.min(ROWS, shown.length - rows))}
            </button>
          )}
        </>
      )}
      {overview.unreadable > 0 && <p class="banner">{words.unreadable(overview.unreadable)}</p>}
      <DocumentList documents={overview.documents} />
    </main>
  );
}

function FormTable({ forms }: { readonly forms: readonly FormSummary[] }) {
  const words = useWords();
  return (
    <table class="forms">
      <thead>
        <tr>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.project}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.year}</th>
          <th scope="col" class="number">
            {words.score}
          </th>
          <th scope="col" class="number">
            {words.open}
          </th>
          <th scope="col" class="number">
            {words.decided}
          </th>
          <th scope="col">{words.file}</th>
        </tr>
      </thead>
      <tbody>
        {forms.map((form) => (
          <tr key={form.id}>
            <td>
              <span class={`chip ${form.state}`}>{words[form.state]}</span>
            </td>
            <td class="project">
              <a href={`#form/${form.id}`}>{form.project ?? words.noName}</a>
            </td>
            <td>{form.unit}</td>
            <td>{form.year}</td>
            <td class="number">{form.totalScore}</td>
            <td class="number">
              {form.errors > 0 && (
                <span class="mark error" title={words.error} aria-label={`${words.error} ${form.errors}`}>
                  {form.errors}
                </span>
              )}
              {form.warnings > 0 && (
                <span class="mark warning" title={words.warning} aria-label={`${words.warning} ${form.warnings}`}>
                  {form.warnings}
                </span>
              )}
              {form.errors + form.warnings === 0 && <span class="none">0</span>}
            </td>
            <td class="number decided">{form.decided}</td>
            <td class="file" title={form.file}>
              {form.file}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
