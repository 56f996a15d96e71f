import type { Funds } from '../../../schema/record.js';
import type { Draft } from '../../draft/draft.js';
import { noteUnsure } from '../../draft/row-unsure.js';
import type { RowCell } from '../../rows/rows.js';

/**
 * A label that is none of the known ones may be misread, as where both readers of a scan take a character for another: the row that it
 * should name is then missing, and the whole block is to be looked at. In a born-digital PDF it is as printed, and its row alone is of
 * no known kind.
 */
export function unknownRow(draft: Draft, index: number, { kind, label }: Funds, { cell }: RowCell): void {
  const isAsPrinted = cell.reading === 'glyphs';
  if (isAsPrinted && kind === 'total') return;
  const [name, nameZh] = label === '' ? ['without a label', '（无名称）'] : [`“${label}”`, `“${label}”`];
  draft.findings.push(
    isAsPrinted
      ? {
          code: 'funds-row-unknown',
          severity: 'note',
          path: `funds[${index}].label`,
          message: `The funds row ${name} is of no known kind.`,
          messageZh: `资金行${nameZh}类别未知。`,
        }
      : {
          code: 'funds-row-unknown',
          severity: 'warning',
          path: 'funds',
          message: `The funds row ${name} is of no known kind. If its label is misread, its numbers belong to a row that is missing here.`,
          messageZh: `资金行${nameZh}类别未知；若其名称为误读，其数字属于此处缺失的一行资金。`,
        },
  );
}

/** Readers of a scan may agree on a header that lost a character (全年行数): its numbers are then not where they belong. */
export function unknownColumn(draft: Draft, path: string, { text }: RowCell, header: string): void {
  draft.findings.push({
    code: 'number-without-column',
    severity: 'warning',
    path,
    message: `The number ${text} of this funds row stands under “${header}”, which is no known column, and a column that forms have is missing. It is kept under “other”.`,
    messageZh: `本行资金中的数字${text}位于“${header}”列，该列名未知，且缺少常见的一列，已存入“other”。`,
  });
}

/** Rows that fit their header badly wherever they are put, or a header that lost a column or names one twice. */
export const unsureBlock = (draft: Draft): void => {
  noteUnsure(
    draft,
    'funds',
    'The rows of the funds and the columns of their header don’t fit each other',
    '资金各行与表头各列不符',
  );
};

/** Values that stand beside their columns, one of which can't be read. */
export const unsureRow = (draft: Draft, path: string): void => {
  noteUnsure(
    draft,
    path,
    'The numbers of this funds row stand beside the columns of the header',
    '本行资金的数字与表头错位',
  );
};
