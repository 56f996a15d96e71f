import { closeSync, createReadStream, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode, writing } from '../emit/files/output-error.js';
import { Decision } from '../schema/decision.js';

/** What people decided, a line each, in the folder of the results. */
export const DECISIONS = 'decisions.jsonl';

/** A decision takes less than this. What is longer was written by something else. Bytes. */
export const LONGEST_LINE = 256 * 1024;
const LINE_FEED = 10;
const NO_FILE: readonly string[] = ['ENOENT', 'ENOTDIR'];

export interface DecisionLines {
  readonly decisions: readonly Decision[];
  /** The numbers, from 1, of the lines that say nothing that could be applied: damaged, too long, or cut off by a power cut. */
  readonly unreadable: readonly number[];
}

/** The lines of a file of decisions; none where there is no file. No line is kept in memory beyond {@link LONGEST_LINE}. */
export async function readDecisions(folder: string): Promise<DecisionLines> {
  const decisions: Decision[] = [];
  const unreadable: number[] = [];
  let number = 0;
  for await (const line of linesWithin(createReadStream(join(folder, DECISIONS)))) {
    number += 1;
    const decision = line === null ? null : decisionIn(line);
    if (decision !== null) decisions.push(decision);
    else if (line === null || line.trim() !== '') unreadable.push(number);
  }
  return { decisions, unreadable };
}

function decisionIn(line: string): Decision | null {
  try {
    return Decision.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** The lines of a file; null for one that is too long. What stands behind the last line feed is a line, too. */
async function* linesWithin(chunks: AsyncIterable<Buffer>): AsyncGenerator<string | null> {
  let kept: Buffer[] = [];
  let size = 0;
  const line = () => {
    const text = size > LONGEST_LINE ? null : Buffer.concat(kept).toString();
    kept = [];
    size = 0;
    return text;
  };
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= LONGEST_LINE) kept.push(part);
    else kept = [];
  };
  try {
    for await (const chunk of chunks) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        keep(chunk.subarray(start, end));
        yield line();
        start = end + 1;
      }
      keep(chunk.subarray(start));
    }
  } catch (error) {
    if (!NO_FILE.includes(systemCode(error))) throw error;
  }
  if (size > 0) yield line();
}

/**
 * Adds decisions to the file, and brings them to the disk before it returns. A line that a killed program left half-written is ended
 * first, so that it spoils no other. Throws an `OutputError`.
 */
export function appendDecisions(folder: string, decisions: readonly Decision[]): void {
  if (decisions.length === 0) return;
  const path = join(folder, DECISIONS);
  const text = decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('');
  writing(path, () => {
    const file = openSync(path, 'a+');
    try {
      const bytes = Buffer.from((endsWithLine(file) ? '' : '\n') + text);
      for (let start = 0; start < bytes.length;) start += writeSync(file, bytes, start);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

function endsWithLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === LINE_FEED);
}
