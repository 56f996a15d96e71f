import { describe, expect, it } from 'vitest';
import { ofIndicator } from '../made/checked.js';

describe('heading-level: a level-2 heading under its own level-1 heading', () => {
  it.each([
    ['产出指标', '时效指标', []],
    ['效益指标', '可持续影响指标', []],
    ['成本指标', '经济成本指标', []],
    ['产出指标', '成本指标', []],
    ['效益指标', '服务对象满意度指标', []],
    ['产出指标', '环境效益指标', ['warning indicators[1].level1']],
    ['产出指标', '社会效益指标', ['warning indicators[1].level1']],
    ['效益指标', '数量指标', ['warning indicators[1].level1']],
    ['产出指标', '读者满意度', []],
    ['', '数量指标', ['warning indicators[1].level1']],
    ['产出指标', '', ['warning indicators[1].level2']],
  ])('%s · %s', (level1, level2, findings) => {
    expect(ofIndicator('heading-level', { level1, level2 })).toEqual(findings);
  });
});
