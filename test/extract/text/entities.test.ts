import { expect, it } from 'vitest';
import { withoutEntities } from '../../../src/extract/text/entities.js';

it.each([
  ['&ge;95&#37;', '≥95%'],
  ['&#x4E2D;&nbsp;&amp;lt;', '中\u00a0&lt;'],
  ['R&D &nosuch; &lt', 'R&D &nosuch; &lt'],
])('%s is %s', (source, plain) => {
  expect(withoutEntities(source)).toBe(plain);
});
