import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Field, Refusal, TablesView } from '../api.js';
import { useSaid, useWords } from './language.js';
import { refusalOf, server } from './server.js';

interface TablesPaneProps {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly active: string | null;
  readonly onChoose: (path: string) => void;
}

const GRAVEST: readonly Field['state'][] = ['error', 'warning', 'confirmed', 'removed', 'other', 'proved'];

/** The tables of an office file that the form was read from, the cells of its values marked. */
export function TablesPane({ id, fields, active, onChoose }: TablesPaneProps) {
  const words = useWords();
  const said = useSaid();
  const [view, setView] = useState<TablesView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    server.tables(id).then(setView, (error: unknown) => {
      setRefusal(refusalOf(error));
    });
  }, [id]);
  const states = useMemo(() => new Map(fields.map(({ path, state }) => [path, state])), [fields]);
  useLayoutEffect(() => {
    pane.current?.querySelector('td.active')?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [active, view]);
  const stateOf = (paths: readonly string[]) => {
    const own = new Set(paths.map((path) => states.get(path) ?? 'other'));
    return GRAVEST.find((state) => own.has(state)) ?? 'other';
  };
  return (
    <section class="paper tables" aria-label={words.printed}>
      {refusal !== null ? (
        <p class="drawing">{`${words.noPage}: ${said(refusal)}`}</p>
      ) : (
        <div class="pane" ref={pane} tabIndex={0} role="group" aria-label={words.printed} aria-busy={view === null}>
          {view?.tables.map(({ title, rows }, table) => (
            <table key={table}>
              {title !== null && <caption>{title}</caption>}
              <tbody>
                {rows.map((cells, row) => (
                  <tr key={row}>
                    {cells.map(({ text, rowSpan, columnSpan, key }, column) => {
                      const paths = key === null ? [] : (view.marks[key] ?? []);
                      const [first] = paths;
                      const isActive = active !== null && paths.includes(active);
                      return (
                        <td
                          key={column}
                          rowSpan={rowSpan}
                          colSpan={columnSpan}
                          class={first === undefined ? '' : `box ${stateOf(paths)} ${isActive ? 'active' : ''}`}
                          onClick={() => {
                            if (first !== undefined) onChoose(first);
                          }}
                        >
                          {text}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      )}
    </section>
  );
}
