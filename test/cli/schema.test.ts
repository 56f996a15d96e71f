import { expect, it } from 'vitest';
import { jsonSchemaOf } from '../../src/schema/tables/json-schema.js';
import { call } from '../made/call.js';

it.each([
  [['schema'], 'record'],
  [['schema', '--for', 'manifest'], 'manifest'],
] as const)('zipingbiao %j prints the schema of the %s', async (argv, subject) => {
  const { code, stdout, stderr } = await call(argv);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual(jsonSchemaOf(subject));
});
