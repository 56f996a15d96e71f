import type { WriteSheet } from 'hucre';
import { z } from 'zod';
import { Severity } from '../../schema/finding.js';
import { cellText } from './cell-text.js';
import { rowHeight } from './text-size.js';
import { flagged, LABEL_STYLE, PROSE_STYLE, TITLE_STYLE } from './style.js';

/** What 说明 tells of the run and of this workbook among those that it wrote. */
export const About = z.object({
  version: z.string(),
  /** ISO 8601. */
  writtenAt: z.string(),
  /** Inputs by what became of them. */
  inputs: z.object({ done: z.number(), failed: z.number(), skipped: z.number() }),
  /** Inputs that failed, as far as they are named here. */
  failed: z.array(z.object({ path: z.string(), message: z.string(), messageZh: z.string() })),
  book: z.int().positive(),
  books: z.int().positive(),
});
export type About = z.infer<typeof About>;

/** What a workbook holds. */
export interface Contents {
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: number;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly severities: Readonly<Record<Severity, number>>;
  readonly cut: number;
  readonly replaced: number;
  readonly linksLeftOut: number;
}

/** Characters. */
const WIDTHS = [12, 62, 70] as const;
/** Points. */
const TITLE_HEIGHT = 30;

type Line = readonly [label: string, zh: string, en: string, severity?: Severity];

const SEVERITY_WORDS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['错误：数字之间矛盾，必须核对', 'error: numbers contradict each other; look at it'],
  warning: ['警告：可能有误，应当核对', 'warning: may be wrong; should be looked at'],
  note: ['提示：值得知道，一般无须处理', 'note: worth knowing; usually nothing to do'],
};

/** The first sheet: what this is, when and from what it was made, how to read it, and what it could not hold. */
export function aboutSheet(about: About, contents: Contents): WriteSheet {
  const lines = [...linesOf(about, contents)];
  const rows = [
    ['项目支出绩效自评表'],
    ...lines.map(([label, zh, en]) => [label, zh, en].map((text) => cellText(text).text)),
  ];
  const cells = new Map([['0,0', { style: TITLE_STYLE }]]);
  lines.forEach(([, , , severity], index) => {
    const row = index + 1;
    cells.set(`${row},0`, { style: LABEL_STYLE });
    const style = severity === undefined ? PROSE_STYLE : flagged(PROSE_STYLE, severity);
    cells.set(`${row},1`, { style });
    cells.set(`${row},2`, { style });
  });
  return {
    name: '说明',
    rows,
    cells,
    columns: WIDTHS.map((width) => ({ width })),
    rowDefs: new Map(rows.flatMap((row, index) => heightOf(row, index))),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function heightOf(row: readonly string[], index: number): [number, { height: number }][] {
  const height = index === 0 ? TITLE_HEIGHT : rowHeight(row.map((text, column) => [text, WIDTHS[column] ?? 0]));
  return height === undefined ? [] : [[index, { height }]];
}

function* linesOf(about: About, { sheets, severities, cut, replaced, linksLeftOut }: Contents): Generator<Line> {
  const { done, failed, skipped } = about.inputs;
  const time = about.writtenAt.slice(0, 16).replace('T', ' ');
  yield [
    '这是什么',
    '自评表读出的数据，每张表、每笔资金、每个指标、每个待核问题各占一行。',
    'What was read from self-evaluation forms: a row for each form, funds row, indicator and finding.',
  ];
  yield ['生成', `${time}（UTC），zipingbiao ${about.version}`, `${time} UTC, zipingbiao ${about.version}`];
  yield [
    '来源',
    `读取文件 ${done + failed + skipped} 个：完成 ${done}，失败 ${failed}，跳过 ${skipped}。逐个情况见 manifest.json。`,
    `Files: ${done + failed + skipped}; done ${done}, failed ${failed}, skipped ${skipped}. manifest.json tells each.`,
  ];
  for (const { path, message, messageZh } of about.failed)
    yield ['读取失败', `${path}：${messageZh}`, `${path}: ${message}`];
  if (about.books > 1)
    yield [
      '分册',
      `第 ${about.book} 册，共 ${about.books} 册：一张工作表容纳的链接有限。`,
      `Workbook ${about.book} of ${about.books}: a sheet takes only so many links.`,
    ];
  for (const { name, rows, zh, en } of sheets) yield [name, `${rows} 行。${zh}`, `${rows} rows. ${en}`];
  for (const severity of Severity.options) {
    const [zh, en] = SEVERITY_WORDS[severity];
    yield [
      severity === 'error' ? '颜色' : '',
      `${zh}（${severities[severity]} 个）`,
      `${en} (${severities[severity]})`,
      severity,
    ];
  }
  yield [
    '批注',
    '着色单元格的批注说明问题；“问题”表的编号链接到该单元格，其他表的编号链接到所属项目，项目的问题数链接到其第一个问题。',
    'The note of a coloured cell tells the finding. The id of a row in 问题 links to that cell, an id elsewhere to the project, a project’s counts to its first finding.',
  ];
  yield [
    '空白',
    '表中未印或为“-”。金额以表中所印单位为准，不作换算。',
    'The form prints nothing, or “-”. Amounts are in the form’s own unit, never converted.',
  ];
  yield [
    '文字',
    '指标值等文字单元格为文本格式：=100.00(%) 不是公式，编辑后仍是文字。',
    'Texts have the format “text”: =100.00(%) is no formula, also when it is edited.',
  ];
  if (cut > 0)
    yield [
      '超长',
      `${cut} 个单元格超过 32767 字，已截断；全文见 projects.jsonl。`,
      `${cut} cells exceed 32,767 characters and were cut; projects.jsonl holds them whole.`,
      'warning',
    ];
  if (replaced > 0)
    yield [
      '字符',
      `${replaced} 个单元格含工作簿不能保存的字符，已改为 U+FFFD；原文见 projects.jsonl。`,
      `${replaced} cells hold characters that a workbook can’t; U+FFFD stands for them. projects.jsonl holds them as they were.`,
      'warning',
    ];
  if (linksLeftOut > 0)
    yield [
      '链接',
      `${linksLeftOut} 个链接超过工作表的上限，未写入。`,
      `${linksLeftOut} links exceed what a sheet takes and were left out.`,
      'warning',
    ];
}
