import type { Finding } from '../schema/finding.js';
import type { Evidence, SelfEvaluation } from '../schema/record.js';
import { isKnownWord } from '../normalize/vocabulary/known-words.js';
import { agreementOf, comparableNumber, keyFor } from './agreement.js';
import { numberLeaves } from './leaves.js';
import { THRESHOLDS } from './reading-thresholds.js';
import type { Doubt } from './doubt.js';
import { finding, type Rule, type RuleContext } from './rule.js';

type Readings = NonNullable<Evidence['readings']>;

/** So many characters of a reading are shown, around the first one that differs. */
const SHOWN = 24;
const BEFORE_DIFFERENCE = 8;

/** A reading's text, shortened to where it begins to differ from another one. */
function shortened(text: string, other: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const flatOther = other.replace(/\s+/g, ' ').trim();
  if (flat.length <= SHOWN) return flat;
  let same = 0;
  while (same < flat.length && flat.charAt(same) === flatOther.charAt(same)) same += 1;
  const from = Math.max(0, Math.min(same - BEFORE_DIFFERENCE, flat.length - SHOWN));
  const part = flat.slice(from, from + SHOWN);
  return `${from > 0 ? '…' : ''}${part}${from + SHOWN < flat.length ? '…' : ''}`;
}

/** Each text that was read, the chosen one first, once. */
function distinctTexts(readings: Readings, key: (text: string) => string): string[] {
  const texts = new Map(readings.toReversed().map(({ text }) => [key(text), text]));
  const [chosen] = readings;
  if (chosen) texts.delete(key(chosen.text));
  return [...(chosen ? [chosen.text] : []), ...[...texts.values()].toReversed()];
}

const COMPARE = ' Compare it with the page.';

const doubt = (path: string, message: string, messageZh: string): Finding =>
  finding('reading-doubtful', 'warning', path, `${message}${COMPARE}`, `${messageZh}，请对照原件核对。`);

const BLANK = ['nothing', '空白'] as const;

function disagreement(path: string, readings: Readings, key: (text: string) => string): Finding {
  const [chosen = '', ...others] = distinctTexts(readings, key);
  const quoted = (text: string, other: string, blank: string, [open, close]: readonly [string, string]) => {
    const short = shortened(text, other);
    return short === '' ? blank : `${open}${short}${close}`;
  };
  const all = (blank: string) =>
    [quoted(chosen, others[0] ?? '', blank, ['“', '”'])].concat(
      others.map((other) => quoted(other, chosen, blank, ['“', '”'])),
    );
  return doubt(
    path,
    `It was read as ${all(BLANK[0]).join(' and as ')}; the first was taken.`,
    `识别结果不一致：${all(BLANK[1]).join('、')}，已取第一个`,
  );
}

const BECAUSE: Readonly<Record<Doubt, readonly [string, string]>> = {
  ambiguous: ['the form’s sums close with the others as well.', '采用其他结果勾稽关系同样成立'],
  'by-chance': [
    'so many numbers of the sum were read in several ways that it may close by chance.',
    '该合计中识别不一致的数字过多，可能只是碰巧成立',
  ],
  decimals: [
    'it has more or fewer decimals than rates usually have.',
    '小数位数与执行率通常的位数不同，可能漏读或多读',
  ],
  confused: ['none of them is the number with which the form’s sums close.', '均不是使勾稽关系成立的数字'],
};

/** Why a number is doubtful, as a finding of a record that was checked says it; null where it says none of these reasons. */
export function doubtToldBy({ code, message }: Finding): Doubt | null {
  if (code !== 'reading-doubtful') return null;
  const told = Object.entries(BECAUSE).find(([, [why]]) => message.endsWith(`${why}${COMPARE}`));
  return (told?.[0] as Doubt | undefined) ?? null;
}

function doubtOfNumber(path: string, readings: Readings, value: number | null, because: Doubt): Finding {
  const [why, whyZh] = BECAUSE[because];
  const read = distinctTexts(readings, comparableNumber);
  return doubt(
    path,
    `It was read as ${read.map((text) => `“${text}”`).join(' and as ')}, and ${value ?? '-'} was taken: ${why}`,
    `识别结果为${read.map((text) => `“${text}”`).join('、')}，取值${value ?? '-'}：${whyZh}`,
  );
}

function doubtfulNumbers(record: SelfEvaluation, { proofs, settledBlanks, doubts }: RuleContext): Finding[] {
  return numberLeaves(record).flatMap(({ path, value }) => {
    const readings = record.evidence[path]?.readings;
    if (readings === undefined) return [];
    const because = doubts.get(path);
    if (because !== undefined) return doubtOfNumber(path, readings, value, because);
    const decided = value === null ? settledBlanks.has(path) : proofs.has(path);
    if (decided || agreementOf(readings, comparableNumber) !== 'disagreed') return [];
    return disagreement(path, readings, comparableNumber);
  });
}

/** Fields whose digits are read as a number or a date: one reader alone is never enough. */
const HOLDS_VALUE = /\.(?:target|actual)$|^year$/;

function doubtfulText(path: string, { text, readings = [] }: Evidence): Finding[] {
  const known = isKnownWord(path, text);
  const key = keyFor(path);
  switch (agreementOf(readings, key)) {
    case 'agreed':
      return [];
    case 'disagreed': {
      const others = readings.filter((reading) => key(reading.text) !== key(text));
      return known && !others.some((other) => isKnownWord(path, other.text)) ? [] : [disagreement(path, readings, key)];
    }
    case 'alone': {
      const sure = Math.min(...readings.slice(0, 1).map(({ confidence }) => confidence));
      const isMissed = readings.some((reading) => reading.text.trim() === '');
      const enough = !(HOLDS_VALUE.test(path) && /\d/.test(text)) && !isMissed && sure >= THRESHOLDS.aloneText;
      if (known || enough) return [];
      const short = shortened(text, '');
      return [
        doubt(
          path,
          `Only one reader gave “${short}” (confidence ${sure.toFixed(2)}).`,
          `“${short}”仅由一个识别程序读出（置信度${sure.toFixed(2)}）`,
        ),
      ];
    }
  }
}

/**
 * What readers of a scan disagree on, and nothing in the form decides: no identity for a number, no known word for a text. Also what
 * one of them alone gave, and what identities close over in more than one way. Source: two readers that agree are hardly ever wrong.
 */
export const readingDoubtful: Rule = {
  code: 'reading-doubtful',
  run(record, context) {
    const numbers = new Set(numberLeaves(record).map(({ path }) => path));
    const texts = Object.entries(record.evidence).filter(
      ([path, { readings }]) => readings !== undefined && !numbers.has(path),
    );
    return [...doubtfulNumbers(record, context), ...texts.flatMap(([path, evidence]) => doubtfulText(path, evidence))];
  },
};
