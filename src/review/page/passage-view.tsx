import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Field, Passage, Refusal } from '../api.js';
import { useSaid, useWords } from './language.js';
import { refusalOf, server } from './server.js';

interface PassageViewProps {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly active: string | null;
  readonly onChoose: (path: string) => void;
}

interface Piece {
  readonly text: string;
  readonly path: string | null;
}

/** The passage of a text that the form was read from, its values marked. */
export function PassageView({ id, fields, active, onChoose }: PassageViewProps) {
  const words = useWords();
  const said = useSaid();
  const [passage, setPassage] = useState<Passage | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const pane = useRef<HTMLPreElement>(null);
  useEffect(() => {
    server.passage(id).then(setPassage, (error: unknown) => {
      setRefusal(refusalOf(error));
    });
  }, [id]);
  const pieces = useMemo(() => (passage === null ? [] : piecesOf(passage)), [passage]);
  const states = useMemo(() => new Map(fields.map(({ path, state }) => [path, state])), [fields]);
  useLayoutEffect(() => {
    pane.current?.querySelector('mark.active')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [active, pieces]);
  return (
    <section class="paper text" aria-label={words.printed}>
      {refusal !== null ? (
        <p class="drawing">{`${words.noPage}: ${said(refusal)}`}</p>
      ) : (
        <pre class="pane" ref={pane} tabIndex={0} aria-label={words.printed} role="group">
          {pieces.map(({ text, path }, index) =>
            path === null ? (
              text
            ) : (
              <mark
                key={index}
                class={`box ${states.get(path) ?? 'other'} ${path === active ? 'active' : ''}`}
                onClick={() => {
                  onChoose(path);
                }}
              >
                {text}
              </mark>
            ),
          )}
        </pre>
      )}
    </section>
  );
}

function piecesOf({ text, marks }: Passage): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const sorted = Object.entries(marks).sort(([, [a]], [, [b]]) => a - b);
  for (const [path, [start, end]] of sorted) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), path: null });
    pieces.push({ text: text.slice(start, end), path });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), path: null });
  return pieces;
}
