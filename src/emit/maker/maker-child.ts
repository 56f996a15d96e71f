/** A child process that makes a file: `node maker-child.js <number of the parent process>`, the task as JSON on standard input. */
import { text } from 'node:stream/consumers';
import { keepCompiledCode } from '../../process/compile-cache.js';
import { endWithParent } from '../../process/orphan-watch.js';
import { systemCode } from '../files/output-error.js';

keepCompiledCode();
endWithParent(Number(process.argv[2]));
try {
  const { make, MakerTask } = await import('./task.js');
  await make(MakerTask.parse(JSON.parse(await text(process.stdin))));
  process.exit();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(JSON.stringify({ code: systemCode(error), message }), () => process.exit(1));
}
