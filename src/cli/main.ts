#!/usr/bin/env node
import { openForms } from '../digitize.js';
import { cli } from './cli.js';
import { packageVersion } from './version.js';

process.stderr.on('error', () => undefined); // whoever reads the talk may leave
const { stdin, stdout, stderr, env } = process;
process.exitCode = await cli(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  version: packageVersion(),
  open: openForms,
});
