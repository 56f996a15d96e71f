import type { Expectation } from './expectation.js';
import { expectationsOf } from './expectation.js';
import type { Spelling, Trial } from './trial.js';
import { withTexts, type HeadCell, type TrueForm } from './true-form.js';

/** Characters as recognisers mistake them. */
const MISTAKEN: Readonly<Record<string, string>> = {
  预: '顶',
  算: '箅',
  数: '敎',
  执: '扶',
  率: '卒',
  分: '兮',
  值: '伹',
  得: '徥',
  指: '捐',
  标: '柡',
  完: '宪',
  成: '咸',
};

const misread = (text: string, which: RegExp) => {
  const at = text.search(which);
  const sign = text.charAt(at);
  return at < 0 ? null : `${text.slice(0, at)}${MISTAKEN[sign] ?? '■'}${text.slice(at + 1)}`;
};
const bare = (text: string) => text.replace(/\s/g, '');

const CHANGES: readonly (readonly [name: string, change: (text: string) => string | null])[] = [
  ['head 年初顶算数', (text) => misread(text, /[预值指]/)],
  ['head 年初预箅数', (text) => misread(text, /[算率分成]/)],
  ['head 年初预算敎', (text) => misread(text, /[数得标完执]/)],
  ['head 年初■算数', (text) => (bare(text).length < 3 ? null : `${bare(text).slice(0, 2)}■${bare(text).slice(3)}`)],
  ['head ■■', () => '■■'],
  ['head cut: 年初预算', (text) => Array.from(bare(text)).slice(0, -1).join('')],
  ['head cut: 初预算数', (text) => Array.from(bare(text)).slice(1).join('')],
  ['head blank', () => ''],
  ['head 年 初 预 算 数', (text) => Array.from(bare(text)).join(' ')],
  ['head 年初<br>预算数', (text) => bare(text).replace(/^(..)/, '$1<br>')],
  ['head 甲列', () => '甲列'],
];

/** The fields that stand under a head: the target's three columns are one field. */
function under(form: TrueForm, heads: readonly HeadCell[]): Map<string, Expectation> {
  const truth = expectationsOf(form.truth);
  const fields = heads.map(({ block, field }) => {
    const at = field === 'property' || field === 'unit' ? 'target' : field;
    return new RegExp(String.raw`^${block}\[\d+\]\.${at}$`);
  });
  return new Map([...truth].filter(([path]) => fields.some((field) => field.test(path))));
}

const trial = (form: TrueForm, heads: readonly HeadCell[], texts: readonly (HeadCell & { text: string })[]): Trial => ({
  rows: withTexts(form.rows, texts),
  rewritten: under(form, heads),
  printed: texts.map(({ text }) => text).join(' | '),
});

const ofOneHead = CHANGES.map(([name, change]): Spelling => ({
  name,
  group: 'headers',
  trials: (form) =>
    form.heads.flatMap((head) => {
      const text = change(head.text);
      return text === null ? [] : [trial(form, [head], [{ ...head, text }])];
    }),
}));

/** All heads of a block at once. */
const ofAllHeads = CHANGES.filter(([name]) => /blank|顶|■■/.test(name)).map(([name, change]): Spelling => ({
  name: `${name}, all of a block`,
  group: 'headers',
  trials: (form) =>
    (['funds', 'indicators'] as const).flatMap((block) => {
      const heads = form.heads.filter((head) => head.block === block);
      const texts = heads.flatMap((head) => {
        const text = change(head.text);
        return text === null ? [] : [{ ...head, text }];
      });
      return texts.length === 0 ? [] : [trial(form, heads, texts)];
    }),
}));

/** Heads that are misread, cut or blank: point 2 of the promise. */
export const HEADER_SPELLINGS: readonly Spelling[] = [...ofOneHead, ...ofAllHeads];
