import { describe, expect, it } from 'vitest';
import type { CellReading } from '../../../src/schema/sheet.js';
import { comparable, dividedCell, joinReadings } from '../../../src/normalize/rows/readings.js';
import { cellOf } from '../../made/sheets.js';

const read = (...readings: readonly [by: string, text: string][]): CellReading[] =>
  readings.map(([by, text]) => ({ by, text, confidence: 0.9 }));
const part = (...readings: readonly [by: string, text: string][]) => ({
  text: readings[0]?.[1] ?? '',
  readings: read(...readings),
});
const shown = (readings: readonly CellReading[] | undefined) => readings?.map(({ by, text }) => `${by}: ${text}`);

describe('comparable', () => {
  it.each([
    ['完成率（１００％）', '完成率(100 %)'],
    ['—', '-'],
    ['“优”', '"优"'],
    ['按时，全部；', '按时,全部;'],
  ])('%s is %s', (one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });

  it('tells digits and points apart', () => {
    expect(new Set(['10.00', '1000', '10.0', '70.00', '-10.00'].map(comparable)).size).toBe(5);
  });
});

describe('joinReadings', () => {
  it('joins each reader’s own, the chosen ones first', () => {
    const readings = joinReadings([part(['a', '可持'], ['b', '可特']), part(['a', '续影'], ['b', '续影'])]);
    expect(shown(readings)).toEqual(['a: 可持续影', 'b: 可特续影']);
  });

  it('names both where the chosen readings are of different readers and no reader has all of it', () => {
    const readings = joinReadings([part(['a', '10.'], ['b', '70.']), part(['b', '00'], ['a', '08'])]);
    expect(shown(readings)).toEqual(['a+b: 10.00', 'a: 10.08', 'b: 70.00']);
  });

  it('keeps a further reading of one part, with the chosen ones of the others', () => {
    const readings = joinReadings([part(['a', '10.'], ['a', '19.']), part(['a', '00'])]);
    expect(shown(readings)).toEqual(['a: 10.00', 'a: 19.00']);
  });

  it('takes a part that was not recognised in a picture as it is', () => {
    expect(shown(joinReadings([part(['a', '10.'], ['b', '70.']), { text: '00' }]))).toEqual(['a: 10.00', 'b: 70.00']);
  });

  it('gives none where no part was recognised in a picture', () => {
    expect(joinReadings([{ text: '10.00' }])).toBeUndefined();
    expect(joinReadings([])).toBeUndefined();
  });

  it('is as sure as its least sure part', () => {
    const unsure = { text: '良', readings: [{ by: 'a', text: '良', confidence: 0.4 }] };
    expect(joinReadings([part(['a', '优']), unsure])?.[0]?.confidence).toBe(0.4);
  });
});

describe('dividedCell', () => {
  const divided = (text: string, other: string, parts: readonly string[]) =>
    dividedCell({ ...cellOf(text, 0, 0), readings: read(['a', text], ['b', other]) }, text, parts).map((cell) =>
      shown(cell.readings),
    );

  it('divides each reading where it corresponds', () => {
    expect(divided('项目名称：道路', '项目名称:道賂', ['项目名称', '道路'])).toEqual([
      ['a: 项目名称', 'b: 项目名称'],
      ['a: 道路', 'b: 道賂'],
    ]);
  });

  it('needs no blank in the other reading', () => {
    expect(divided('12.00 15.00', '12.015.00', ['12.00', '15.00'])).toEqual([
      ['a: 12.00', 'b: 12.0'],
      ['a: 15.00', 'b: 15.00'],
    ]);
  });

  it('drops another reading where it can’t be told what of it belongs to a part', () => {
    expect(divided('12 15', '12315', ['12', '15'])).toEqual([['a: 12'], ['a: 15']]);
  });

  it('leaves a cell without readings as it is', () => {
    const cell = cellOf('12 15', 0, 0);
    expect(dividedCell(cell, cell.text, ['12', '15'])).toEqual([cell, cell]);
  });
});
