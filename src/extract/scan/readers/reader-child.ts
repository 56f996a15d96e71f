/**
 * The process that reads lines of print: engines crash, hang and take memory, and nothing but they dies with it. Talks over the channel
 * of `fork`; ends when its parent does.
 */
import { openEngine } from './engines.js';
import type { OcrEngine } from './ocr-engine.js';
import type { EngineName, ReaderAnswer, ReaderRequest } from './reader-messages.js';

const engines = new Map<EngineName, Promise<OcrEngine>>();

function engineNamed(name: EngineName): Promise<OcrEngine> {
  const known = engines.get(name);
  if (known) return known;
  const opened = openEngine(name);
  engines.set(name, opened);
  opened.catch(() => engines.delete(name));
  return opened;
}

async function answerTo({ id, engine: name, lines }: ReaderRequest): Promise<ReaderAnswer> {
  let engine: OcrEngine;
  try {
    engine = await engineNamed(name);
  } catch (error) {
    return { id, missing: messageOf(error) };
  }
  try {
    return { id, readings: [...(await engine.read(lines))] };
  } catch (error) {
    return { id, error: messageOf(error) };
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

let last = Promise.resolve();
process.on('message', (request: ReaderRequest) => {
  // One after the other, so that a deadline is for one request.
  last = last.then(async () => {
    const answer = await answerTo(request);
    process.send?.(answer);
  });
});
process.on('disconnect', () => {
  process.exit();
});
