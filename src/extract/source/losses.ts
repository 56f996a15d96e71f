import type { Finding } from '../../schema/finding.js';
import type { Limits } from '../../schema/limits.js';

export type LossCode = 'undecodable-bytes' | 'table-cut' | 'cell-cut' | 'columns-cut';

/** Counts what reading had to leave out, so that each kind of loss becomes one finding of the document. */
export class Losses {
  readonly #counts = new Map<LossCode, number>();
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(code: LossCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  /** One warning for each kind of loss, in the order in which they first came up. */
  findings(): Finding[] {
    return [...this.#counts].map(([code, count]) => ({
      code,
      severity: 'warning',
      path: '',
      ...this.#words(code, count),
    }));
  }

  #words(code: LossCode, count: number): Pick<Finding, 'message' | 'messageZh'> {
    const { charactersPerTable, charactersPerCell, columnsPerTable } = this.#limits;
    switch (code) {
      case 'undecodable-bytes':
        return {
          message: `${count} characters could not be decoded and stand as \uFFFD.`,
          messageZh: `有 ${count} 个字符无法解码，以 \uFFFD 代替。`,
        };
      case 'table-cut':
        return {
          message: `${count} tables or lines were cut, as they are longer than ${charactersPerTable} characters (charactersPerTable) or have a row without end.`,
          messageZh: `有 ${count} 个表格或行超过 ${charactersPerTable} 个字符（charactersPerTable）或行没有结尾，被截断。`,
        };
      case 'cell-cut':
        return {
          message: `${count} cells or lines were cut after ${charactersPerCell} characters (charactersPerCell).`,
          messageZh: `有 ${count} 个单元格或行在 ${charactersPerCell} 个字符处被截断（charactersPerCell）。`,
        };
      case 'columns-cut':
        return {
          message: `${count} rows have cells right of column ${columnsPerTable} (columnsPerTable), which were left out.`,
          messageZh: `有 ${count} 行超过 ${columnsPerTable} 列（columnsPerTable），多出的单元格被略去。`,
        };
    }
  }
}
