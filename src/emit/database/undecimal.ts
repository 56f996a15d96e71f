import type { FindingRow, Row } from '../../schema/tables/tables.js';
import { unscaled } from './decimal.js';
import type { DatabaseTable } from './tables.js';

/** Findings about the numbers of a row that the table's decimals can't hold exactly: null stands there, and this says so. */
export function undecimalFindings(table: DatabaseTable, row: Row): FindingRow[] {
  return table.columns.flatMap(({ key, header, databaseType }) => {
    const value = row[key];
    if (typeof value !== 'number' || typeof databaseType !== 'object') return [];
    if (unscaled(value, databaseType) !== null) return [];
    const { precision, scale } = databaseType;
    return [
      {
        id: typeof row['id'] === 'string' ? row['id'] : null,
        sourceFile: '',
        projectName: typeof row['projectName'] === 'string' ? row['projectName'] : null,
        code: 'decimal-range',
        severity: 'warning' as const,
        path: '',
        value: String(value),
        message: `${table.name}.${header} is DECIMAL(${precision},${scale}), which can't hold this number; null stands there. projects.jsonl has it.`,
        messageZh: `${table.name}.${header} 的类型 DECIMAL(${precision},${scale}) 容不下该数，表中为空，原值见 projects.jsonl。`,
      },
    ];
  });
}
