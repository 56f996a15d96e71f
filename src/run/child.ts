/** A child process of the pool: `node child.js <number of the parent process>`, the tasks on file descriptor 3. */
import { Socket } from 'node:net';
import { keepCompiledCode } from '../process/compile-cache.js';
import { endWithParent } from '../process/orphan-watch.js';
import { CHANNEL } from './channel.js';

keepCompiledCode();
endWithParent(Number(process.argv[2]));
const [{ READER }, { serve }] = await Promise.all([import('./reader.js'), import('./serve.js')]);
await serve(new Socket({ fd: CHANNEL }), READER);
process.exit();
