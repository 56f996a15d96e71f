import { describe, expect, it } from 'vitest';
import {
  continuesHeading,
  extendRun,
  newRun,
  sameHeading,
} from '../../../../src/normalize/blocks/indicators/heading-runs.js';
import type { Level } from '../../../../src/normalize/vocabulary/headings.js';
import type { RowCell } from '../../../../src/normalize/rows/rows.js';
import { rowFrom } from '../../../made/rows.js';

function cell(text: string): RowCell {
  const [found] = rowFrom(`${text} |`).cells;
  if (!found) throw new Error('A heading has a text.');
  return found;
}

/** The heading of cells under each other, or null where they are headings of their own. */
function joined(level: Level, [first = '', ...rest]: readonly string[], inCutRow = false): string | null {
  const run = newRun(level, cell(first));
  for (const text of rest) {
    if (!continuesHeading(run, cell(text), inCutRow)) return null;
    extendRun(run, cell(text));
  }
  return run.text;
}

describe('a heading that is cut', () => {
  it.each([
    [2, ['可持', '续影', '响指', '标'], '可持续影响指标'],
    [2, ['时效', '指标'], '时效指标'],
    [2, ['社会效', '益指标'], '社会效益指标'],
    [1, ['满意', '度指', '标'], '满意度指标'],
    [2, ['服务 对象 满意', '度指 标'], '服务对象满意度指标'],
    [1, ['效益指标（25', '分）'], '效益指标'],
    [1, ['效益指标（', '25分）'], '效益指标'],
  ] as const)('of level %i: %j', (level, parts, whole) => {
    expect(joined(level, parts)).toBe(whole);
  });

  it.each([
    [2, ['数量指标', '质量指标']],
    [2, ['经济效益指标', '社会效益指标']],
    [1, ['产出指标', '效益指标']],
    [1, ['产出指标（25分', '效益指标（30分）']],
  ] as const)('is not two whole ones of level %i: %j', (level, headings) => {
    expect(joined(level, headings)).toBeNull();
  });
});

it('two headings of their own are one only in a row that is cut', () => {
  expect(joined(2, ['服务对象', '满意度指标'])).toBeNull();
  expect(joined(2, ['服务对象', '满意度指标'], true)).toBe('服务对象满意度指标');
});

it('what stood there is kept where it was joined', () => {
  const run = newRun(2, cell('时效'));
  extendRun(run, cell('指标'));
  expect(run).toMatchObject({ text: '时效指标', before: '时效 / 指标' });
});

it('the same heading again on the next page is the same', () => {
  expect(sameHeading(newRun(1, cell('产出 指标')), cell('产出指标'))).toBe(true);
  expect(sameHeading(newRun(1, cell('产出指标')), cell('效益指标'))).toBe(false);
  expect(sameHeading(null, cell('产出指标'))).toBe(false);
});
