import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field, IdentityLine, Refusal, Tried } from '../api.js';
import type { Writing } from './use-form.js';
import { useSaid, useWords } from './language.js';
import { RefusedByServer, server } from './server.js';

interface EditorProps {
  readonly form: string;
  readonly field: Field;
  readonly writing: Exclude<Writing, null>;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
  readonly identities: (lines: readonly IdentityLine[]) => ComponentChildren;
}

/** Where another value, or a remark, is written. What a value would do to the sums is shown while it is typed. */
export function Editor({ form, field, writing, onSave, onCancel, identities }: EditorProps) {
  const words = useWords();
  const said = useSaid();
  const [text, setText] = useState(writing === 'value' ? field.text : '');
  const [tried, setTried] = useState<Tried | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const { path } = field;

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    if (writing !== 'value') return undefined;
    let isOld = false;
    server.try({ form, path, text }).then(
      (now) => {
        if (isOld) return;
        setTried(now);
        setRefusal(now.refusal);
      },
      (error: unknown) => {
        if (!isOld && error instanceof RefusedByServer) setRefusal(error.refusal);
      },
    );
    return () => {
      isOld = true;
    };
  }, [form, path, text, writing]);

  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text);
      }}
    >
      <label>
        <span class="visually-hidden">{writing === 'value' ? words.newValue : words.addNote}</span>
        <textarea
          ref={input}
          rows={field.text.length > LONG || writing === 'note' ? 3 : 1}
          value={text}
          aria-invalid={refusal !== null}
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Escape') {
              event.preventDefault();
              onCancel();
            } else if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              onSave(text);
            }
          }}
        />
      </label>
      <button type="submit" class="primary">
        {words.save}
      </button>
      <button type="button" onClick={onCancel}>
        {words.cancel}
      </button>
      <div class="tried" aria-live="polite">
        {refusal !== null && <p class="error">{said(refusal)}</p>}
        {refusal === null && writing === 'value' && identities(tried?.identities ?? field.identities)}
        {refusal === null && tried !== null && tried.opens.length > 0 && (
          <ul class="findings">
            {tried.opens.slice(0, TOLD).map((finding, index) => (
              <li key={index} class={finding.severity}>
                {words.opens}: {said(finding)}
              </li>
            ))}
            {tried.opens.length > TOLD && <li>{words.andMore(tried.opens.length - TOLD)}</li>}
          </ul>
        )}
      </div>
    </form>
  );
}

/** So many findings that a value would bring are told: an open sum flags each of its numbers. */
const TOLD = 3;
/** Longer values get more lines. Characters. */
const LONG = 30;
