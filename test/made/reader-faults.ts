/** A reading process whose lines do as they say, and otherwise are read as what they say and the process's number. */
import type { ReaderRequest } from '../../src/extract/scan/readers/reader-messages.js';
import { saidBy } from './said-lines.js';

/** Requests until now. */
let requests = 0;

const reading = (text: string, confidence = 1) => ({ text, confidence });

/** What the process answers; nothing where it does not come to it. */
function answerTo({ id, lines }: ReaderRequest): unknown {
  requests += 1;
  const said = lines.map(saidBy);
  const readings = said.map((text) => reading(`${text} ${process.pid}`));
  switch (said[0]) {
    case 'dies':
      process.exit(7);
    case 'dies at its third request':
      if (requests < 3) return { id, readings };
      process.kill(process.pid, 'SIGKILL');
      return undefined;
    case 'hangs':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      return undefined;
    case 'is deaf':
      return undefined;
    case 'babbles':
      return { id, readings: 'xxxxxxxx' };
    case 'gives too many':
      return { id, readings: [...readings, reading('1')] };
    case 'gives too few':
      return { id, readings: readings.slice(1) };
    case 'answers another':
      return { id: id + 1, readings };
    case 'is surer than sure':
      return { id, readings: [reading('1', NaN)] };
    case 'writes a book':
      return { id, readings: [reading('1'.repeat(1_000_000))] };
    case 'fails':
      return { id, error: `out of memory in ${process.pid}` };
    case 'is missing':
      return { id, missing: 'no such package' };
    default:
      return { id, readings };
  }
}

process.on('message', (request: ReaderRequest) => {
  const answer = answerTo(request);
  if (answer !== undefined) process.send?.(answer);
});
process.on('disconnect', () => {
  process.exit();
});
