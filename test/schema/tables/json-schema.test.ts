import { expect, it } from 'vitest';
import { jsonSchemaOf } from '../../../src/schema/tables/json-schema.js';

it('is draft 2020-12 of the record, with titles in both languages', () => {
  expect(jsonSchemaOf('record')).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:zipingbiao:record:1',
    type: 'object',
    properties: {
      id: { type: 'string', pattern: '^[0-9a-f]{12}-\\d{3,}$' },
      projectName: { title: 'Project', titleZh: '项目名称' },
      indicators: { type: 'array', items: { properties: { target: { titleZh: '年度指标值' } } } },
    },
  });
});

it('describes the manifest', () => {
  expect(jsonSchemaOf('manifest')).toMatchObject({ required: ['version', 'options', 'inputs'] });
});
