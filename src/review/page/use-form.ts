import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DecisionRequest, Field, FormView, Overview } from '../api.js';
import { useWords } from './language.js';
import { isInAddedRow, rowOf } from './row.js';
import { server } from './server.js';

/** What is being written in the panel. */
export type Writing = 'value' | 'note' | null;

export interface FormProps {
  readonly id: string;
  readonly by: string;
  readonly overview: Overview | null;
  readonly told: (error: unknown) => void;
  readonly onDecided: (view: FormView) => void;
}

/** A place of which a finding is open, or a person has decided nothing. */
const isOpen = ({ state }: Field): boolean => state === 'error' || state === 'warning';

const openPaths = ({ fields, flagged }: FormView): string[] => {
  const among = new Set(flagged);
  return fields.filter((one) => isOpen(one) && among.has(one.path)).map(({ path }) => path);
};

/** A cell of an added row into which nothing was put yet. Reasons are seldom given. */
const isToFill = ({ kind, text, decision, path }: Field) =>
  kind !== null && text === '' && decision === null && !path.endsWith('.deviation');

/** A form under review: what is shown of it, where one is in it, and all that can be done. */
export function useForm({ id, by, overview, told, onDecided }: FormProps) {
  const words = useWords();
  const [view, setView] = useState<FormView | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [writing, setWriting] = useState<Writing>(null);
  const [status, setStatus] = useState('');
  /** While a decision is written, keys are passed over: nobody confirms what they have not seen. */
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const be = (now: boolean) => {
    busy.current = now;
    setBusy(now);
  };
  const fields = useMemo(() => new Map(view?.fields.map((field) => [field.path, field])), [view]);
  const open = useMemo(() => (view === null ? [] : openPaths(view)), [view]);
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

  /** A row that was added is filled cell by cell; behind its last one comes what is open. */
  const goOnInRow = (now: FormView, here: string) => {
    const row = now.fields.filter((one) => rowOf(one.path) === rowOf(here) && one.kind !== null);
    const next = row.slice(row.findIndex(({ path }) => path === here) + 1).find(isToFill);
    if (next === undefined) goOn(now, here);
    else {
      setActive(next.path);
      setWriting('value');
    }
  };
  const goOn = (now: FormView, here: string | null) => {
    const left = openPaths(now);
    if (left.length === 0) return;
    const order = now.fields.map(({ path }) => path);
    const at = here === null ? -1 : order.indexOf(here);
    setActive(left.find((path) => order.indexOf(path) > at) ?? left[0] ?? here);
  };

  const decide = (request: DecisionRequest, said: string, isToGoOn: boolean) => {
    send(request, said, (now) => {
      if (isToGoOn) goOn(now, active);
      // What was taken back may be the row that one was in.
      else if (active !== null && now.fields.every(({ path }) => path !== active)) {
        const inRow = now.fields.find(({ path }) => rowOf(path) === active);
        setActive(inRow?.path ?? now.flagged[0] ?? now.fields[0]?.path ?? null);
      }
    });
  };

  const send = (request: DecisionRequest, said: string, then: (now: FormView) => void) => {
    if (busy.current) return;
    be(true);
    server
      .decide(request)
      .then((now) => {
        setView(now);
        setWriting(null);
        onDecided(now);
        setStatus(openPaths(now).length === 0 ? words.allDecided : said);
        then(now);
      }, told)
      .finally(() => {
        be(false);
      });
  };

  const act = {
    confirm: () => {
      if (active !== null && field?.state !== 'removed')
        decide({ action: 'confirm', form: id, path: active, by }, words.saved, true);
    },
    replace: (text: string) => {
      if (active === null) return;
      if (!isInAddedRow(active)) decide({ action: 'replace', form: id, path: active, by, text }, words.saved, true);
      else
        send({ action: 'replace', form: id, path: active, by, text }, words.saved, (now) => {
          goOnInRow(now, active);
        });
    },
    note: (note: string) => {
      if (active !== null) decide({ action: 'note', form: id, path: active, by, note }, words.saved, false);
    },
    undo: () => {
      decide({ action: 'undo', form: id, path: null, by }, words.undone, false);
    },
    add: (path: string) => {
      send({ action: 'add', form: id, path, by }, words.saved, (now) => {
        const known = new Set(view?.fields.map((one) => one.path));
        const block = /^\w+/.exec(path)?.[0] ?? '';
        const first = now.fields.find((one) => !known.has(one.path) && one.kind !== null && one.path.startsWith(block));
        const cell = now.fields.find((one) => rowOf(one.path) === rowOf(first?.path ?? '') && isToFill(one));
        setActive((cell ?? first)?.path ?? active);
        setWriting('value');
      });
    },
    addHere: () => {
      const row = active === null ? null : rowOf(active);
      if (row === null) setStatus(words.noRow);
      else act.add(row);
    },
    removeHere: () => {
      const row = active === null ? null : rowOf(active);
      if (row === null) setStatus(words.noRow);
      else if (field?.state === 'removed') decide({ action: 'undo', form: id, path: row, by }, words.undone, false);
      else
        send({ action: 'remove', form: id, path: row, by }, words.rowRemoved, () => {
          setActive(row);
        });
    },
    sign: () => {
      decide({ action: 'sign', form: id, by }, words.signed, false);
    },
    take: (number: number) => {
      const reading = field?.readings[number - 1];
      if (reading !== undefined && field?.kind !== null) act.replace(reading.text);
    },
    remark: () => {
      if (field !== undefined && field.state !== 'removed') setWriting('note');
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

  return { view, fields, field, active, open, writing, setWriting, status, isBusy, choose, step, act };
}
