import type { Cell, CellReading, Sheet } from '../../src/schema/sheet.js';
import type { SelfEvaluation } from '../../src/schema/record.js';
import { centralRecord, type CentralForm } from './central-form.js';
import { sheetsFrom } from './sheets.js';

/** What the second reader makes of a text that the first one read; null where it gives nothing. */
export type SecondReader = (text: string) => string | null;

/** A cell as two readers of a scan give it. */
function scannedCell(cell: Cell, second: SecondReader): Cell {
  const readings = readingsOf(cell.text, second);
  return { ...cell, page: 1, box: [0, 0, 1, 1], reading: 'ocr', confidence: 0.97, readings };
}

function readingsOf(text: string, second: SecondReader): CellReading[] {
  const other = second(text);
  return [
    { by: 'first', text, confidence: 0.97 },
    // Readers are not sure of a blank.
    ...(other === null ? [] : [{ by: 'second', text: other, confidence: other === '' ? 0 : 0.95 }]),
  ];
}

/** The sheets of a drawing (see `sheetsFrom`) as two readers of a scan give them. */
export function scannedSheets(drawing: string, second: SecondReader = (text) => text): Sheet[] {
  return sheetsFrom(drawing).map((sheet) => ({
    ...sheet,
    lines: sheet.lines.map((line) => ({ ...line, page: 1, readings: readingsOf(line.text, second) })),
    cells: sheet.cells.map((cell) => (cell.text === '' ? cell : scannedCell(cell, second))),
  }));
}

/** What was read instead of what is printed, by path. */
export type Misread = Readonly<Record<string, string>>;

/** A record of a scan that two readers read, the first one's readings chosen; with one reader, where the second is null. */
export function scannedRecord(form: CentralForm, first: Misread = {}, second: Misread | null = {}): SelfEvaluation {
  const [record, other] = [centralRecord(form, first), centralRecord(form, second ?? {})];
  const evidence = Object.entries(record.evidence).map(([path, one]) => {
    const readings: CellReading[] = [
      { by: 'first', text: one.text, confidence: 0.9 },
      ...(second === null ? [] : [{ by: 'second', text: other.evidence[path]?.text ?? '', confidence: 0.9 }]),
    ];
    return [path, { ...one, confidence: 0.9, readings }] as const;
  });
  return { ...record, source: { ...record.source, kind: 'scan' }, evidence: Object.fromEntries(evidence) };
}
