import { FINDINGS } from './tables/findings.js';
import { FUNDS } from './tables/funds.js';
import { INDICATORS } from './tables/indicators.js';
import { PROJECTS } from './tables/projects.js';

/** The flat tables that the records spread into. CSV headers, data package and data dictionary are derived from them. */
export const TABLES = { projects: PROJECTS, funds: FUNDS, indicators: INDICATORS, findings: FINDINGS } as const;

export { documentFindingRows, FindingRow, findingRows } from './tables/findings.js';
export { FundsRow, fundsRows } from './tables/funds.js';
export { IndicatorRow, indicatorRows } from './tables/indicators.js';
export { ProjectRow, projectRow } from './tables/projects.js';
export {
  RELATED_TABLE_NAMES,
  RELATED_TABLES,
  type RelatedRows,
  relatedRowsOf,
  type RelatedTableName,
} from './tables/related.js';
export { type Column, columnsOf, type Row, type Scalar, type Table } from './tables/table.js';
