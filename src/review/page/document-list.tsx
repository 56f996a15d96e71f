import type { DocumentSummary } from '../api.js';
import { useSaid, useWords } from './language.js';

/** Documents of which something is to be told, with why. */
export function DocumentList({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const words = useWords();
  const said = useSaid();
  if (documents.length === 0) return null;
  return (
    <section class="documents">
      <h2>{words.documents}</h2>
      <ul>
        {documents.map(({ path, status, reason, setAside, findings }) => (
          <li key={path}>
            <span class={`chip ${status}`}>{status === 'done' ? words.done : words[status]}</span> <b>{path}</b>
            {reason !== null && <p>{said(reason)}</p>}
            {setAside.map(({ kind, title }, index) => (
              <p key={index}>
                {words.setAside}: {title ?? kind}
              </p>
            ))}
            {findings.map((finding, index) => (
              <p key={index}>{said(finding)}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
