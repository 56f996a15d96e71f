import { describe, expect, it } from 'vitest';
import {
  completedHeading,
  headingKey,
  headingPoints,
  headingText,
  isCostHeading,
  isKnownHeading,
} from '../../../src/normalize/vocabulary/headings.js';

describe('headingText', () => {
  it.each([
    ['a narrow column’s', '可持 续影 响指 标', '可持续影响指标'],
    ['one over lines', '服务\n对象\n满意\n度指\n标', '服务对象满意度指标'],
    ['one with its points', '产出指标（50分）', '产出指标'],
    ['one with its points in half-width brackets', '效益指标(30 分)', '效益指标'],
    ['one with radicals', '社会效益指标', '社会效益指标'],
    ['an unknown one, as printed', '环境 效益 指标', '环境效益指标'],
    ['a name no list has', '读者满意度', '读者满意度'],
    ['an unknown one with its points', '读者满意度（10分）', '读者满意度'],
  ])('reads %s', (_, text, heading) => {
    expect(headingText(text)).toBe(heading);
  });
});

it.each([
  ['产出指标（50分）', 50],
  ['产出指标(50)', 50],
  ['效益指标（22.5分）', 22.5],
  ['产出指标', null],
  ['产出指标（新增）', null],
])('headingPoints of %s is %s', (text, points) => {
  expect(headingPoints(text)).toBe(points);
});

describe('isKnownHeading', () => {
  const LEVEL_1 = ['产出指标', '效益指标', '满意度指标', '成本指标', '产出'];
  const LEVEL_2 = [
    ...['数量指标', '质量指标', '时效指标', '成本指标', '经济效益指标', '社会效益指标', '生态效益指标'],
    ...['可持续影响指标', '服务对象满意度指标', '经济成本指标', '社会成本指标', '生态环境成本指标'],
  ];
  it.each(LEVEL_1)('level 1: %s', (heading) => {
    expect(isKnownHeading(1, headingKey(heading))).toBe(true);
  });
  it.each(LEVEL_2)('level 2: %s', (heading) => {
    expect(isKnownHeading(2, headingKey(heading))).toBe(true);
  });
  it('knows nothing else', () => {
    expect(isKnownHeading(1, '数量指标') || isKnownHeading(2, '产出指标')).toBe(false);
  });
});

it.each([
  ['经济成本指标', true],
  ['生态环境成本指标', true],
  ['成本指标', false],
])('only a form of 2021 and later has %s: %s', (heading, isCost) => {
  expect(isCostHeading(heading)).toBe(isCost);
});

it.each([
  [2, '可持续影响指', '可持续影响指标'],
  [2, '服务对象满', '服务对象满意度指标'],
  [2, '数量', null], // known as it is
  [2, '社会', null], // more than one begins so, and too short
  [2, '成员单', null], // cut for good
  [1, '满意度指', '满意度指标'],
] as const)('of level %i, %s can only be %s', (level, cut, whole) => {
  expect(completedHeading(level, headingKey(cut))).toBe(whole);
});
