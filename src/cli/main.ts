#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { childCommand } from '../run/child-command.js';
import { openPool } from '../run/pool.js';
import { openSerial } from '../run/serial.js';
import { cli } from './cli.js';
import { packageVersion } from './version.js';

// Records are short-lived: a larger young generation is collected less often. Megabytes.
setFlagsFromString('--max-semi-space-size=32');
process.stderr.on('error', () => undefined); // whoever reads the talk may leave
const { stdin, stdout, stderr, env } = process;
process.exitCode = await cli(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  version: packageVersion(),
  openExecutor: (jobs, limits) => (jobs === 0 ? openSerial() : openPool({ jobs, command: childCommand(limits) })),
});
