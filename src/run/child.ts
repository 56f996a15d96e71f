/** A child process of the pool: `node child.js <number of the parent process>`, the tasks on file descriptor 3. */
import { Socket } from 'node:net';
import { endWithParent } from '../process/orphan-watch.js';
import { CHANNEL } from './channel.js';
import { READER } from './reader.js';
import { serve } from './serve.js';

endWithParent(Number(process.argv[2]));
await serve(new Socket({ fd: CHANNEL }), READER);
process.exit();
