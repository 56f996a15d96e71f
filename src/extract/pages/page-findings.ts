import type { OwnFinding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';

/** Pages that gave no text, by what they are instead. */
export interface UnreadPages {
  readonly damaged: readonly number[];
  readonly oversized: readonly number[];
  readonly pictures: readonly number[];
  readonly blank: readonly number[];
}

/** One warning that names the pages that were not read, or none. */
export function pagesUnread(
  { damaged, oversized, pictures, blank }: UnreadPages,
  { operatorsPerPage, glyphsPerPage }: Limits,
): OwnFinding[] {
  const parts = [
    { pages: damaged, what: 'damaged', whatZh: '已损坏' },
    {
      pages: oversized,
      what: `more than ${operatorsPerPage} operators (operatorsPerPage) or ${glyphsPerPage} glyphs (glyphsPerPage); --limit raises that`,
      whatZh: `超过 ${operatorsPerPage} 个绘图操作（operatorsPerPage）或 ${glyphsPerPage} 个字形（glyphsPerPage），可用 --limit 提高上限`,
    },
    { pages: pictures, what: 'only pictures', whatZh: '只有图片' },
    { pages: blank, what: 'neither text nor picture', whatZh: '既无文字也无图片' },
  ].filter(({ pages }) => pages.length > 0);
  if (parts.length === 0) return [];
  return [
    {
      code: 'page-unread',
      severity: 'warning',
      path: '',
      message: `Pages that gave no text: ${parts.map(({ pages, what }) => `${rangesOf(pages)} (${what})`).join('; ')}.`,
      messageZh: `未读到文字的页：${parts.map(({ pages, whatZh }) => `${rangesOf(pages)}（${whatZh}）`).join('；')}。`,
    },
  ];
}

/** One warning that names the pages of which a part was left out, or none. */
export function pagesIncomplete(pages: readonly number[]): OwnFinding[] {
  if (pages.length === 0) return [];
  return [
    {
      code: 'page-incomplete',
      severity: 'warning',
      path: '',
      message: `A part of these pages is damaged and was left out: ${rangesOf(pages)}. Compare them with the file as a viewer shows it.`,
      messageZh: `以下页有一部分已损坏，未能读取：${rangesOf(pages)}。请与原文件对照。`,
    },
  ];
}

/** One warning that names the pages whose fonts do not tell their characters, or none. */
export function textUnreliable(pages: readonly number[]): OwnFinding[] {
  if (pages.length === 0) return [];
  return [
    {
      code: 'text-unreliable',
      severity: 'warning',
      path: '',
      message: `The fonts do not tell which characters they draw on these pages: ${rangesOf(pages)}. Compare the text with the page.`,
      messageZh: `以下页的字体没有给出文字编码：${rangesOf(pages)}。请与页面核对。`,
    },
  ];
}

/** 1, 3–5, 9 */
export function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
