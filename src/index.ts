/** The library: the whole way in one call, the stages, the schemas, the errors. */
export {
  digitize,
  openForms,
  type DigitizedDocument,
  type DigitizedForms,
  type DigitizeEvent,
} from './digitize/digitize.js';
export { openDocument, type DocumentSource, type OpenDocument } from './extract/open.js';
export { normalize, type NormalizedForm, type NormalizeOptions } from './normalize/normalize.js';
export { check } from './check/record/check.js';
export { applyDecisions } from './decide/apply-decisions.js';
export { readDecisions } from './decide/decision-file.js';
export { openFolderOutput } from './emit/output/folder-output.js';
export { type FormatName, FORMATS } from './emit/output/formats.js';
export { OutputError } from './emit/files/output-error.js';
export { readCsv } from './emit/read-csv.js';
export { writeFormats, type WriteFormatsOptions } from './emit/output/write-formats.js';
export { guard, unguard } from './emit/formula-guard.js';
export { run } from './run/run.js';
export { withArchivesOpened } from './run/archives.js';
export { listInputs } from './run/inputs.js';
export { CATALOGUE, type CatalogueEntry } from './schema/catalogue.js';
export { Decision, DecisionAction, DecisionMark, Review } from './schema/decision.js';
export { Failure, FAILURE_CODES, type FailureCode } from './schema/failure.js';
export { Finding, Repair, Severity } from './schema/finding.js';
export { jsonSchemaOf } from './schema/tables/json-schema.js';
export { DEFAULT_LIMITS, Limits } from './schema/limits.js';
export { InputReport, Manifest, SetAside } from './schema/manifest.js';
export { DEFAULT_READING, OcrMode, ReadingOptions } from './schema/reading-options.js';
export { Evidence, Funds, Indicator, SCHEMA_VERSION, SelfEvaluation, Source, Value } from './schema/record.js';
export { DepartmentSelfEvaluation, Task } from './schema/related/department.js';
export { RelatedForm } from './schema/related/related-form.js';
export { SelfEvaluationSummary, SummaryRow } from './schema/related/summary.js';
export { Box, Cell, CellReading, Line, Sheet } from './schema/sheet.js';
export { columnsOf, RELATED_TABLES, TABLES } from './schema/tables/tables.js';
