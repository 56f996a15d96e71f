import type { Finding } from '../../schema/finding.js';
import type { SourceKind } from '../../schema/record.js';
import type { Sheet } from '../../schema/sheet.js';
import { Losses } from '../source/losses.js';
import type { MediumFile } from './medium.js';
import type { Notes } from '../source/notes.js';
import type { OpenDocument } from './open-document.js';

/** A document without pages: its sheets come in one go, and what was noted of it stands in its findings when they have ended. */
export function openPageless(
  kind: SourceKind,
  { sha256, limits }: Pick<MediumFile, 'sha256' | 'limits'>,
  notes: Notes,
  sheets: (losses: Losses) => AsyncGenerator<Sheet>,
): OpenDocument {
  const findings: Finding[] = [];
  return {
    kind,
    sha256,
    pages: null,
    findings,
    paged: null,
    async *sheets() {
      const losses = new Losses(limits);
      notes.clear();
      try {
        yield* sheets(losses);
      } finally {
        findings.splice(0, findings.length, ...notes.findings(), ...losses.findings());
      }
    },
  };
}
