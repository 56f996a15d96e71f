/** A child process of the pool: `node child.js <number of the parent process>`, the tasks on file descriptor 3. */
import { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { endWithParent } from './orphan-watch.js';
import { CHANNEL } from './channel.js';
import { READER } from './reader.js';
import { serve } from './serve.js';

// Records are short-lived: a larger young generation is collected less often. Megabytes.
setFlagsFromString('--max-semi-space-size=32');
endWithParent(Number(process.argv[2]));
await serve(new Socket({ fd: CHANNEL }), READER);
process.exit();
