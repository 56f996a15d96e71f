import type { WriteOptions } from 'hucre';
import type { FormRows } from '../../schema/tables/form-rows.js';
import type { Severity } from '../../schema/finding.js';
import { type FindingRow, type Row, TABLES } from '../../schema/tables/tables.js';
import { type About, aboutSheet } from './about.js';
import { findingPlace } from './finding-place.js';
import { FONT } from './style.js';
import { type CellNote, type Headers, type Loss, SheetRows } from './sheet-rows.js';

const COUNTS = ['errorCount', 'warningCount', 'noteCount'] as const;
const LAYOUT = {
  projects: { frozen: 1, pagesAcross: 3 },
  funds: { frozen: 2, pagesAcross: 1 },
  indicators: { frozen: 1, pagesAcross: 3 },
  findings: { frozen: 1, pagesAcross: 2 },
} as const;

/** A workbook while it is filled: 项目, 资金, 指标, 问题, with links and notes; 说明 comes at the end, and stands first. */
export class Workbook {
  readonly #projects: SheetRows;
  readonly #funds: SheetRows;
  readonly #indicators: SheetRows;
  readonly #findings: SheetRows;
  readonly #severities: Record<Severity, number> = { error: 0, warning: 0, note: 0 };

  constructor(private readonly headers: Headers) {
    this.#projects = new SheetRows('项目', TABLES.projects, headers);
    this.#funds = new SheetRows('资金', TABLES.funds, headers);
    this.#indicators = new SheetRows('指标', TABLES.indicators, headers);
    this.#findings = new SheetRows('问题', TABLES.findings, headers);
  }

  addForm({ projects, funds, indicators, findings }: FormRows): void {
    const first = {
      projects: this.#projects.nextRow,
      funds: this.#funds.nextRow,
      indicators: this.#indicators.nextRow,
      findings: this.#findings.nextRow,
    };
    const project = this.#projects.reference(first.projects, 'id');
    for (const row of projects) this.#projects.add(row);
    for (const [sheet, rows] of [
      [this.#funds, funds],
      [this.#indicators, indicators],
    ] as const) {
      for (const row of rows) {
        sheet.link(sheet.nextRow, 'id', project);
        sheet.add(row);
      }
    }
    for (const finding of findings as readonly FindingRow[]) this.#addFormFinding(finding, first, funds, indicators);
    const counts = COUNTS.filter((key) => projects[0]?.[key] !== 0);
    for (const key of counts)
      this.#projects.link(first.projects, key, this.#findings.reference(first.findings, 'code'));
  }

  /** A finding that concerns a document rather than one of its forms. */
  addDocumentFinding(finding: FindingRow): void {
    this.#addFinding(finding);
  }

  /** All that is written. */
  options(about: About): WriteOptions {
    const tables = [this.#projects, this.#funds, this.#indicators, this.#findings];
    const losses = tables.flatMap((table) => table.losses);
    for (const loss of losses) this.#addFinding(findingOfLoss(loss));
    const sheets = [
      this.#projects.sheet(LAYOUT.projects),
      this.#funds.sheet(LAYOUT.funds),
      this.#indicators.sheet(LAYOUT.indicators),
      this.#findings.sheet(LAYOUT.findings),
    ];
    const contents = {
      sheets: Object.values(TABLES).map((table, index) => ({
        name: sheets[index]?.name ?? '',
        rows: (sheets[index]?.rows?.length ?? 1) - 1,
        zh: table.words.descriptionZh,
        en: table.words.description,
      })),
      severities: this.#severities,
      cut: losses.filter(({ isCut }) => isCut).length,
      replaced: losses.filter(({ isReplaced }) => isReplaced).length,
      linksLeftOut: tables.reduce((sum, { linksLeftOut }) => sum + linksLeftOut, 0),
    };
    const written = new Date(about.writtenAt);
    return {
      defaultFont: FONT,
      sheets: [aboutSheet(about, contents), ...sheets],
      // LibreOffice shows a filter only where this name, which Excel writes too, says where it is.
      namedRanges: tables.map(({ name, absoluteRange }) => ({
        name: '_xlnm._FilterDatabase',
        range: absoluteRange,
        scope: name,
      })),
      properties: {
        title: '项目支出绩效自评表',
        creator: `zipingbiao ${about.version}`,
        created: written,
        modified: written,
      },
    };
  }

  #addFormFinding(
    finding: FindingRow,
    first: Readonly<Record<'projects' | 'funds' | 'indicators', number>>,
    funds: readonly Row[],
    indicators: readonly Row[],
  ): void {
    const { table, row, key } = findingPlace(finding.path, { funds: funds.length, indicators: indicators.length });
    const sheet = { projects: this.#projects, funds: this.#funds, indicators: this.#indicators }[table];
    sheet.note(first[table] + row, key, this.#noteOf(finding));
    const rowNumber = this.#addFinding(finding);
    this.#findings.link(rowNumber, 'id', sheet.reference(first[table] + row, key));
  }

  #addFinding(finding: FindingRow): number {
    const rowNumber = this.#findings.nextRow;
    this.#findings.add(finding);
    this.#findings.colour(rowNumber, 'severity', finding.severity);
    this.#severities[finding.severity] += 1;
    return rowNumber;
  }

  #noteOf({ code, severity, message, messageZh }: FindingRow): CellNote {
    return { severity, text: `${code}: ${this.headers === 'zh' ? messageZh : message}` };
  }
}

function findingOfLoss({ table, id, key, isCut }: Loss): FindingRow {
  return {
    id,
    sourceFile: '',
    projectName: null,
    code: isCut ? 'workbook-text-cut' : 'workbook-character',
    severity: 'warning',
    path: '',
    value: `${table}.${key}`,
    message: isCut
      ? `A cell of a workbook takes 32,767 characters: the text in ${table}.${key} was cut. projects.jsonl holds it whole.`
      : `A workbook can't hold a character in ${table}.${key}; U+FFFD stands for it. projects.jsonl holds it as it was.`,
    messageZh: isCut
      ? `工作簿的单元格最多容纳 32767 字，${table}.${key} 的文字已截断，全文见 projects.jsonl。`
      : `工作簿不能保存 ${table}.${key} 中的某个字符，已改为 U+FFFD，原文见 projects.jsonl。`,
  };
}
