import type { Cause, Tally } from '../../run/tally.js';
import type { Language } from '../messages/language.js';
import type { Session } from './surroundings.js';
import { visible } from './visible.js';

/** What a run came to, as lines for a person: counts, findings by code, failures by cause with what to do, and where the results are. */
export function summaryOf(tally: Tally, folder: string | null, language: Language, session: Session): string {
  const { messages, colours } = session;
  const { summary } = messages;
  const { done, failed, skipped } = tally.inputs;
  const lines = [
    summary.inputs(done + failed + skipped, done, failed, skipped),
    summary.forms(tally.forms, tally.indicators, tally.setAside),
    ...(tally.related > 0 ? [summary.related(tally.related)] : []),
  ];
  const isNothing = tally.forms + tally.related === 0;
  if (tally.numbers > 0) lines.push(summary.proved(tally.proved, tally.numbers, percent(tally.proved, tally.numbers)));
  lines.push(...findingLines(tally, session));
  if (tally.failed.size > 0) lines.push(colours.red(summary.failed), ...causeLines(tally.failed, language, session));
  if (tally.skipped.size > 0) lines.push(colours.dim(summary.skipped), ...causeLines(tally.skipped, language, session));
  if (isNothing) lines.push(colours.yellow(summary.nothing));
  if (tally.interrupted) lines.push(colours.yellow(summary.interrupted));
  if (folder !== null) lines.push(isNothing ? summary.onlyManifest(folder) : colours.green(summary.results(folder)));
  return lines.join('\n');
}

/** What failed and why, for a run that is asked to be quiet; empty where nothing did. */
export function failuresOf(tally: Tally, language: Language, session: Session): string {
  return causeLines(tally.failed, language, session).join('\n');
}

/** Cut off, not rounded: 100.0 only where all are proved. */
function percent(part: number, whole: number): string {
  return (Math.floor((part / whole) * 1000) / 10).toFixed(1);
}

function findingLines({ findings, forms }: Tally, { messages, colours }: Session): string[] {
  const counts = [...findings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (counts.length === 0) return forms === 0 ? [] : [messages.summary.noFindings];
  const total = counts.reduce((sum, [, number]) => sum + number, 0);
  return [colours.yellow(messages.summary.findings(total)), ...counts.map(([code, number]) => countLine(number, code))];
}

function causeLines(causes: ReadonlyMap<string, Cause>, language: Language, { messages }: Session): string[] {
  return [...causes.values()].flatMap(({ code, count, examples }) => [
    countLine(count, code),
    ...examples.map(({ message, messageZh }) => `           ${visible(language === 'zh' ? messageZh : message)}`),
    ...(count > examples.length ? [`           ${messages.summary.more(count - examples.length)}`] : []),
  ]);
}

function countLine(number: number, code: string): string {
  return `  ${String(number).padStart(6)}  ${code}`;
}
