import type { Format } from '../format.js';
import { jsonLine } from '../jsonl.js';

/** projects.jsonl: each record as a line. */
export const JSONL: Format = {
  words: { en: 'records, a line each', zh: '记录，每行一条' },
  isDefault: true,
  open({ staging }) {
    const lines = staging.create('projects.jsonl');
    return {
      write(form) {
        lines.append(jsonLine(form));
      },
      finish() {
        lines.close();
      },
    };
  },
};
