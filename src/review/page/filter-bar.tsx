import { useMemo } from 'preact/hooks';
import type { FormSummary } from '../api.js';
import { choices, type Filter } from './filters.js';
import { useWords } from './language.js';

interface FilterBarProps {
  readonly forms: readonly FormSummary[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const STATES = ['untouched', 'inWork', 'done', 'signed'] as const;
const SEVERITIES = ['error', 'warning', 'note'] as const;
const present = (value: string | null): string[] => (value === null || value === '' ? [] : [value]);

export function FilterBar({ forms, filter, onFilter }: FilterBarProps) {
  const words = useWords();
  const options = useMemo(
    () => ({
      code: choices(forms, ({ open }) => Object.keys(open)),
      unit: choices(forms, ({ unit }) => present(unit)),
      year: choices(forms, ({ year }) => present(year === null ? null : String(year))),
      file: choices(forms, ({ file }) => [file]),
    }),
    [forms],
  );
  const select = (name: keyof Filter, label: string, values: readonly (readonly [string, string])[]) => (
    <label>
      <span>{label}</span>
      <select
        value={filter[name]}
        onChange={(event) => {
          onFilter({ ...filter, [name]: event.currentTarget.value });
        }}
      >
        <option value="">{words.all}</option>
        {values.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const plain = (values: readonly string[]) => values.map((value) => [value, value] as const);
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label class="search">
        <span>{words.search}</span>
        <input
          type="search"
          value={filter.search}
          onInput={(event) => {
            onFilter({ ...filter, search: event.currentTarget.value });
          }}
        />
      </label>
      {select('code', words.code, plain(options.code))}
      {select(
        'severity',
        words.severity,
        SEVERITIES.map((severity) => [severity, words[severity]] as const),
      )}
      {select('unit', words.unit, plain(options.unit))}
      {select('year', words.year, plain(options.year))}
      {select('file', words.file, plain(options.file))}
      {select(
        'state',
        words.state,
        STATES.map((state) => [state, words[state]] as const),
      )}
    </form>
  );
}
