import { z } from 'zod';
import { BookTask, writeWorkbook } from '../workbook/write-workbook.js';
import { createDuckDbFile, DuckDbTask } from '../database/duckdb-file.js';

/** A file that a process of its own makes: libraries that hold much, or run native code. `to` is the file's path. */
export const MakerTask = z.discriminatedUnion('type', [BookTask, DuckDbTask]);
export type MakerTask = z.infer<typeof MakerTask>;

export function make(task: MakerTask): Promise<void> {
  switch (task.type) {
    case 'workbook':
      return writeWorkbook(task);
    case 'duckdb':
      return createDuckDbFile(task);
  }
}
