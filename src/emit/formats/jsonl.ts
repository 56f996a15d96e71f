import { RELATED_LINES } from '../files/earlier-projects.js';
import type { Format } from '../format.js';
import type { StagedFile } from '../files/staged-file.js';
import { jsonLine } from '../jsonl.js';

/** projects.jsonl: each record as a line. Forms of related kinds stand in related.jsonl, which is there where there are any. */
export const JSONL: Format = {
  words: { en: 'records, a line each', zh: '记录，每行一条' },
  isDefault: true,
  open({ staging }) {
    const lines = staging.create('projects.jsonl');
    let related: StagedFile | undefined;
    return {
      write(form) {
        lines.append(jsonLine(form));
      },
      writeRelated(form) {
        related ??= staging.create(RELATED_LINES);
        related.append(jsonLine(form));
      },
      finish() {
        lines.close();
        related?.close();
      },
    };
  },
};
