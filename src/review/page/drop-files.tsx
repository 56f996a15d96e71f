import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from '../api.js';
import { useSaid, useWords } from './language.js';
import { server } from './server.js';

const ASK_MILLISECONDS = 500;
const isAtWork = ({ state }: Job) => state === 'waiting' || state === 'reading';

interface DropFilesProps {
  readonly onChanged: () => void;
  readonly told: (error: unknown) => void;
  readonly isEmpty: boolean;
}

/** Takes files that are dropped anywhere on the page, or chosen, and shows how far they are. */
export function DropFiles({ onChanged, told, isEmpty }: DropFilesProps) {
  const words = useWords();
  const said = useSaid();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const waiting = jobs.filter(isAtWork).length;

  const take = (files: Iterable<File>) => {
    void (async () => {
      for (const file of files) {
        try {
          await server.drop(file);
        } catch (error) {
          told(error);
        }
      }
      setJobs(await server.jobs());
    })().catch(told);
  };

  useEffect(() => {
    server.jobs().then(setJobs, told);
  }, [told]);
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(() => {
      server.jobs().then((now) => {
        setJobs(now);
        if (now.filter(isAtWork).length < waiting) onChanged();
      }, told);
    }, ASK_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, [waiting, onChanged, told]);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files ?? []);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', over);
      removeEventListener('drop', drop);
    };
  }, []);

  return (
    <section class={`drop ${isOver ? 'over' : ''} ${isEmpty ? 'large' : ''}`}>
      <span>{words.drop}</span>{' '}
      <button type="button" onClick={() => input.current?.click()}>
        {words.choose}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {jobs.length > 0 && (
        <ul class="jobs" aria-live="polite">
          {jobs.map((job) => (
            <li key={job.id} class={job.state}>
              <b>{job.name}</b>{' '}
              {job.state === 'done'
                ? words.readForms(job.forms)
                : job.state === 'failed'
                  ? job.reason === null
                    ? words.failed
                    : said(job.reason)
                  : words[job.state]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
