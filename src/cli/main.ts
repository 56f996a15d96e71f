#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { keepCompiledCode } from '../process/compile-cache.js';

keepCompiledCode();
const [{ cli }, { packageVersion }] = await Promise.all([import('./cli.js'), import('./version.js')]);

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
  async openExecutor(jobs, limits) {
    if (jobs === 0) return (await import('../run/serial.js')).openSerial();
    const [{ openPool }, { childCommand }] = await Promise.all([
      import('../run/pool.js'),
      import('../run/child-command.js'),
    ]);
    return openPool({ jobs, command: childCommand(limits) });
  },
});
