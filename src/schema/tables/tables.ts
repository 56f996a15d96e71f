import { FINDINGS } from './findings.js';
import { FUNDS } from './funds.js';
import { INDICATORS } from './indicators.js';
import { PROJECTS } from './projects.js';

/** The flat tables that the records spread into. CSV headers, data package and data dictionary are derived from them. */
export const TABLES = { projects: PROJECTS, funds: FUNDS, indicators: INDICATORS, findings: FINDINGS } as const;

export { documentFindingRows, FindingRow, findingRows } from './findings.js';
export { FundsRow, fundsRows } from './funds.js';
export { IndicatorRow, indicatorRows } from './indicators.js';
export { ProjectRow, projectRow } from './projects.js';
export {
  RELATED_TABLE_NAMES,
  RELATED_TABLES,
  type RelatedRows,
  relatedRowsOf,
  type RelatedTableName,
} from './related.js';
export { type Column, columnsOf, type Row, type Scalar, type Table } from './table.js';
