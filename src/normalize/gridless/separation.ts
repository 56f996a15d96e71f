import type { Separation } from './borders.js';
import { fundsHeaders, indicatorHeaders, type HeaderRun } from './header-runs.js';
import { GAP, type Gap, type RunningText } from './running-text.js';

/** Tried in this order: a stronger border tells more. */
const ORDER: readonly Separation[] = ['cells', 'lines', 'blanks', 'glued'];

/** The gap that half of the borders between a header's names have at least. */
function middleGap(running: RunningText, { labels }: HeaderRun<string>): Gap {
  const gaps = labels
    .slice(1)
    .map(({ from }) => running.gaps[from] ?? GAP.none)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? GAP.none;
}

const SEPARATION: Readonly<Record<Gap, Separation>> = {
  [GAP.cell]: 'cells',
  [GAP.line]: 'lines',
  [GAP.wide]: 'blanks',
  [GAP.blank]: 'blanks',
  [GAP.none]: 'glued',
};

/** What parts the cells of a text, told by the headers of its tables: what stands between the names of their columns. */
export function separationOf(running: RunningText): Separation {
  const whole = { from: 0, to: running.text.length };
  for (const separation of ORDER) {
    const borders = { running, separation };
    const headers = [...indicatorHeaders(borders, whole), ...fundsHeaders(borders, whole)];
    const votes = headers.map((header) => SEPARATION[middleGap(running, header)]);
    const agreeing = votes.filter((vote) => vote === separation).length;
    if (votes.length > 0 && agreeing * 2 >= votes.length) return separation;
  }
  return 'glued';
}
