import { describe, expect, it } from 'vitest';
import { FlowTable } from '../../../src/extract/flow/flow-table.js';
import type { FlowItem } from '../../../src/extract/flow/flow-item.js';
import { DEFAULT_LIMITS } from '../../../src/schema/limits.js';

const ONE = { rowSpan: 1, columnSpan: 1, goesOn: false };
const drawnOf = (item: FlowItem) =>
  item.type === 'table'
    ? item.cells.map(
        ({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}x${columnSpan} ${text}`,
      )
    : [];

describe('the table of a flowing document', () => {
  it('puts a cell beside those that reach down into its row', () => {
    const table = new FlowTable(1, DEFAULT_LIMITS);
    table.openRow();
    table.add('a', { ...ONE, rowSpan: 9, columnSpan: 2 });
    table.add('b', ONE);
    table.closeRow(1);
    table.openRow();
    table.add('c', ONE);
    table.closeRow(1);
    expect(drawnOf(table.end())).toEqual(['0,0 2x2 a', '0,2 1x1 b', '1,2 1x1 c']);
  });

  it('cuts what lies right of the last column, and counts the rows', () => {
    const table = new FlowTable(1, { ...DEFAULT_LIMITS, columnsPerTable: 2 });
    table.openRow();
    table.add('a', { ...ONE, columnSpan: 1e9 });
    table.add('b', ONE);
    table.closeRow(1);
    const end = table.end();
    expect(drawnOf(end)).toEqual(['0,0 1x2 a']);
    expect(end).toMatchObject({ rowsCut: 1 });
  });

  it('repeats a row as often as it stands there, blank ones only where they are few', () => {
    const table = new FlowTable(1, DEFAULT_LIMITS);
    table.openRow();
    table.add('', ONE);
    table.closeRow(1_048_575);
    table.openRow();
    table.add('a', ONE);
    table.closeRow(2);
    expect(drawnOf(table.end())).toEqual(['1048575,0 1x1 a', '1048576,0 1x1 a']);
  });

  it('hands a long table out in parts, whose rows are counted through', () => {
    const table = new FlowTable(1, DEFAULT_LIMITS);
    const parts: FlowItem[] = [];
    for (let row = 0; row < 2_500; row += 1) {
      table.openRow();
      table.add(String(row), ONE);
      const part = table.closeRow(1);
      if (part) parts.push(part);
    }
    const cells = [...parts, table.end()].map((part) => drawnOf(part));
    expect(cells.length).toBeGreaterThan(2);
    expect(cells.flat()).toEqual(Array.from({ length: 2_500 }, (_, row) => `${row},0 1x1 ${row}`));
  });
});
