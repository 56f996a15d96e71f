import { expect, it } from 'vitest';
import { findingPlace } from '../../../src/emit/workbook/finding-place.js';

const ROWS = { funds: 4, indicators: 7 };

it.each([
  ['indicators[3].score', 'indicators', 3, 'score'],
  ['indicators[3].target.value', 'indicators', 3, 'target'],
  ['indicators[3]', 'indicators', 3, 'name'],
  ['indicators[9].score', 'projects', 0, 'indicatorCount'],
  ['indicators', 'projects', 0, 'indicatorCount'],
  ['funds[0].executed', 'funds', 0, 'executed'],
  ['funds[1]', 'funds', 1, 'label'],
  ['totalScore', 'projects', 0, 'totalScore'],
  ['other[2].text', 'projects', 0, 'projectName'],
  ['', 'projects', 0, 'projectName'],
])('%j stands in %s, row %i, %s', (path, table, row, key) => {
  expect(findingPlace(path, ROWS)).toEqual({ table, row, key });
});
