import type { InputReport } from '../../src/schema/manifest.js';
import { sha256Of } from './form.js';

/** What became of a made-up input, fields replaced at will. */
export const madeReport = (fields: Partial<InputReport> = {}): InputReport => ({
  path: 'made.md',
  sha256: sha256Of('made.md'),
  status: 'done',
  reason: null,
  kind: 'text',
  pages: null,
  forms: 1,
  related: [],
  setAside: [],
  findings: [],
  milliseconds: 5,
  ...fields,
});
