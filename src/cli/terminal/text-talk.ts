import type { Progress } from '../../run/run.js';
import type { Language } from '../messages/language.js';
import type { RunTalk } from './run-talk.js';
import { failuresOf, summaryOf } from './summary.js';
import { say, type Session } from './surroundings.js';

/** Often enough to see that it moves. */
const REDRAW_MILLISECONDS = 100;
/** Seldom enough that a night's log can be read. */
const LINE_MILLISECONDS = 30_000;
const BAR_CELLS = 20;
const SECOND = 1_000;

/** Goes to the line's start and clears it. */
const CLEAR = '\r\u001B[2K';

export interface TextTalkOptions {
  readonly language: Language;
  /** Says only what failed. */
  readonly quiet: boolean;
  /** Where results go; null for a stream. */
  readonly folder: string | null;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

/** Progress and what it came to, for a person: a bar on a terminal, else a line now and then. */
export function openTextTalk(
  session: Session,
  { language, quiet, folder, now = () => performance.now() }: TextTalkOptions,
): RunTalk {
  const { stderr, messages } = session;
  const isTerminal = stderr.isTTY === true;
  const [between, before, after] = isTerminal ? [REDRAW_MILLISECONDS, CLEAR, ''] : [LINE_MILLISECONDS, '', '\n'];
  const start = now();
  let said = isTerminal ? Number.NEGATIVE_INFINITY : start;
  const clear = () => {
    if (isTerminal && !quiet) stderr.write(CLEAR);
  };
  return {
    begin: () => undefined,
    progress(progress) {
      if (quiet || now() - said < between) return;
      said = now();
      const bar = isTerminal ? `${barOf(progress)} ` : '';
      stderr.write(before + bar + lineOf(progress, said - start, session) + after);
    },
    report: () => undefined,
    interrupting() {
      clear();
      say(session, messages.interrupting);
    },
    end(tally) {
      clear();
      if (!quiet) say(session, summaryOf(tally, folder, language, session));
      else if (tally.failed.size > 0) say(session, failuresOf(tally, language, session));
    },
  };
}

function barOf({ ended, inputs }: Progress): string {
  const full = inputs === 0 ? 0 : Math.floor((ended / inputs) * BAR_CELLS);
  return '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
}

/** The time left is that of the inputs which no earlier run has read, at the rate so far. */
function lineOf(
  { inputs, ended, reused, pages, forms, findings }: Progress,
  elapsed: number,
  session: Session,
): string {
  const { progress, left } = session.messages;
  const perSecond = (ended - reused) / Math.max(elapsed / SECOND, REDRAW_MILLISECONDS / SECOND);
  const seconds = perSecond === 0 ? null : Math.round((inputs - ended) / perSecond);
  const text = progress(ended, inputs, pages, forms, findings, perSecond);
  return seconds === null || ended === inputs ? text : `${text} · ${left(seconds)}`;
}
