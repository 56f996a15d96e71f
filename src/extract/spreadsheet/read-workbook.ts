import type * as Library from '@e965/xlsx';
import type { CellObject, WorkBook } from '@e965/xlsx';
import { Failure } from '../../schema/failure.js';
import { damagedPackage, encryptedFile } from '../zip/refusal.js';
import type { Workbook, WorkbookCell, Worksheet } from './workbook.js';

/** How a date shows that is to be shown as the computer's language has it: the order of Chinese programs. */
const DATE = 'yyyy/m/d';
const PACKAGE = '@e965/xlsx';

/**
 * Reads a workbook with its library; only what the cells hold and how it is shown, no macros, links or styles.
 *
 * @throws Failure `damaged`, `encrypted`, `program-missing`
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<Workbook> {
  const { read } = await library(name);
  try {
    const workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      cellStyles: true, // hidden rows and columns come with them
      cellFormula: true,
      cellHTML: false,
      sheetStubs: true,
      dateNF: DATE,
    });
    if (workbook.SheetNames.length === 0) throw damagedPackage(name); // each program writes one at least
    return { sheets: workbook.SheetNames.map((sheet, index) => worksheetOf(workbook, sheet, index)) };
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof Error && /password|encrypt/i.test(cause.message)) throw encryptedFile(name);
    throw damagedPackage(name, { cause });
  }
}

async function library(name: string): Promise<typeof Library> {
  try {
    return await import('@e965/xlsx');
  } catch (cause) {
    throw new Failure(
      'program-missing',
      `${name}: workbooks are read with the package ${PACKAGE}, which is not installed. Install it (npm install ${PACKAGE}), or save the file as .ods.`,
      `${name}：读取工作簿需要组件 ${PACKAGE}，尚未安装。请运行 npm install ${PACKAGE}，或另存为 .ods。`,
      { cause },
    );
  }
}

/** With holes, which the library's own type does not tell of. */
type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function worksheetOf(workbook: WorkBook, name: string, index: number): Worksheet {
  const sheet = workbook.Sheets[name] ?? {};
  const [rows, columns] = [sheet['!rows'] ?? [], sheet['!cols'] ?? []];
  return {
    name,
    isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: ((sheet['!data'] ?? []) as DenseRows).map((cells) => cells && Array.from(cells, cellOf)),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    isRowHidden: (row) => rows[row]?.hidden === true,
    isColumnHidden: (column) => columns[column]?.hidden === true,
  };
}

function cellOf(cell: CellObject | undefined): WorkbookCell | undefined {
  if (cell === undefined) return undefined;
  const { t: type, w: shown, v: value, f: formula } = cell;
  const lacksResult = type === 'z' && formula !== undefined;
  const text = type === 'z' ? '' : (shown ?? (value === undefined ? '' : String(value)));
  const stored = formula === undefined ? String(value ?? '') : `=${formula}`;
  return {
    shown: text.replace(/\r\n?/g, '\n'),
    stored: type === 'e' && formula === undefined ? text : stored,
    lacksResult,
  };
}
