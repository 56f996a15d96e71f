/** The library: the whole way in one call, the stages, the schemas, the errors. */
export { digitize, openForms, type DigitizedDocument, type DigitizedForms, type DigitizeEvent } from './digitize.js';
export { openDocument, type DocumentSource, type OpenDocument } from './extract/open.js';
export { normalize, type NormalizedForm, type NormalizeOptions } from './normalize/normalize.js';
export { check } from './check/check.js';
export { openFolderOutput } from './emit/folder-output.js';
export { readCsv } from './emit/read-csv.js';
export { guard, unguard } from './emit/formula-guard.js';
export { run } from './run/run.js';
export { listInputs } from './run/inputs.js';
export { CATALOGUE, type CatalogueEntry } from './schema/catalogue.js';
export { Failure, FAILURE_CODES, type FailureCode } from './schema/failure.js';
export { Finding, Repair, Severity } from './schema/finding.js';
export { jsonSchemaOf } from './schema/json-schema.js';
export { DEFAULT_LIMITS, Limits } from './schema/limits.js';
export { InputReport, Manifest, SetAside } from './schema/manifest.js';
export { Evidence, Funds, Indicator, SCHEMA_VERSION, SelfEvaluation, Source, Value } from './schema/record.js';
export { Box, Cell, CellReading, Line, Sheet } from './schema/sheet.js';
export { columnsOf, TABLES } from './schema/tables.js';
