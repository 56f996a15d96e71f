import { identityRole } from '../rows/rows.js';
import { titleKindOf, type TitleKind } from '../vocabulary/words.js';
import { mayPart, type Borders } from './borders.js';
import { indicatorHeaders } from './header-runs.js';
import { labelsFrom } from './labels.js';
import type { Span } from './running-text.js';

/** The part of a text that one form takes, and its title if one stands above it. */
export interface FormSlice extends Span {
  readonly title: (Span & { readonly kind: TitleKind }) | null;
  /** Where the first label stands. */
  readonly labels: number;
}

const PROJECT_LABEL = /(?:项目|专项|政策|任务|支付|资金)(?:支出|任务|资金|政策)?名称/g;
/** Characters of a label before 名称 at most. */
const LONGEST_BEFORE = 10;
const TITLE_END = /自评表?(?:[(（][^()（）]{0,12}[)）])?|绩效评价表|绩效目标表/g;
const LONGEST_TITLE = 40;
/** A title stands no further above its form. */
const TITLE_REACH = 300;
const MOST_FORMS = 2000;

const isProject = (key: string) => (identityRole(key) === 'projectName' ? ('projectName' as const) : null);

/** Where the labels of project names begin: a value must be able to stand behind them. */
function projectLabels(borders: Borders): number[] {
  const { text } = borders.running;
  const found: number[] = [];
  for (const { index, 0: word } of text.matchAll(PROJECT_LABEL)) {
    if (found.length >= MOST_FORMS) break;
    const end = index + word.length;
    for (let from = Math.max(0, index - LONGEST_BEFORE); from <= index; from++) {
      if (!mayPart(borders, from) || !labelsFrom(borders, from, text.length, isProject).some(({ to }) => to >= end))
        continue;
      found.push(from);
      break;
    }
  }
  return found.filter((at, index) => at !== found[index - 1]);
}

/** The last title that ends in a stretch of text: as much of its line as belongs to it. */
function titleIn(borders: Borders, { from, to }: Span): (Span & { kind: TitleKind }) | null {
  const { text, lineStarts } = borders.running;
  const ends = [...text.slice(from, to).matchAll(TITLE_END)].map(({ index, 0: word }) => from + index + word.length);
  for (const end of ends.toReversed()) {
    let start = end - 1;
    while (start > from && end - start < LONGEST_TITLE && lineStarts[start] !== true) start -= 1;
    for (let at = start; at < end - 4; at++) {
      if (at > start && !mayPart(borders, at) && !/[)）0-9、:：度]/.test(text.charAt(at - 1))) continue;
      const kind = titleKindOf(text.slice(at, end));
      if (kind !== null) return { from: at, to: end, kind };
    }
    const bare = Math.max(text.lastIndexOf('项目支出绩效自评表', end), text.lastIndexOf('绩效目标自评表', end));
    if (bare >= from && bare < end) return { from: bare, to: end, kind: 'project' };
  }
  return null;
}

/** Divides a text into its forms: each begins with its title, or with the label of its project's name. */
export function formSlices(borders: Borders): FormSlice[] {
  const { text } = borders.running;
  const labels = projectLabels(borders);
  const starts =
    labels.length > 0
      ? labels
      : indicatorHeaders(borders, { from: 0, to: text.length })
          .slice(0, 1)
          .map(({ from }) => from);
  const slices = starts.map((at, index) => {
    const above = Math.max(starts[index - 1] ?? 0, at - TITLE_REACH);
    const title = titleIn(borders, { from: above, to: at });
    return { from: title?.from ?? (index === 0 ? Math.max(0, at - TITLE_REACH) : at), title, labels: at };
  });
  return slices.map((slice, index) => ({ ...slice, to: slices[index + 1]?.from ?? text.length }));
}
