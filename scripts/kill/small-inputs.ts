import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const TEXT = join(FIXTURES, 'forms/03-shanghai.tab.md');
const PDF = join(FIXTURES, 'pdf/13-merged-score.libreoffice-zenhei-landscape-cut.pdf');

/** Writes small documents into a folder, each with content of its own: texts, and a PDF among so many of them. */
export function writeSmallInputs(folder: string, count: number, textsForPdf: number): void {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(TEXT, 'utf8');
  const pdf = readFileSync(PDF);
  for (let number = 1; number <= count; number += 1) {
    const name = String(number).padStart(5, '0');
    if (number % textsForPdf === 0)
      writeFileSync(join(folder, `${name}.pdf`), Buffer.concat([pdf, Buffer.from(`%${name}\n`)]));
    else writeFileSync(join(folder, `${name}.md`), text.replaceAll('专项', `专项${name}`));
  }
}
