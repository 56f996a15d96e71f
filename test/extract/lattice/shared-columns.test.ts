import { expect, it } from 'vitest';
import { SharedColumns } from '../../../src/extract/lattice/shared-columns.js';

const place = (column: number, columnSpan: number) => ({ row: 0, rowSpan: 1, column, columnSpan });

it('numbers the columns of a part with fewer of them as the whole table does', () => {
  const [whole, part] = [{ xs: [0, 30, 60, 100] }, { xs: [0.4, 60.5, 100] }];
  const columns = new SharedColumns([whole, part]);
  expect(columns.place(whole, place(1, 1))).toEqual(place(1, 1));
  expect(columns.place(part, place(0, 1))).toEqual(place(0, 2));
  expect(columns.place(part, place(1, 1))).toEqual(place(2, 1));
});
