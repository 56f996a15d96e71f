import { z } from 'zod';
import { DepartmentSelfEvaluation, Task } from '../related/department.js';
import type { Table } from './table.js';

const record = DepartmentSelfEvaluation.shape;

/** A row of tasks.csv: one of a department's 年度主要任务. */
export const TaskRow = z.object({ id: record.id, year: record.year, department: record.department, ...Task.shape });
export type TaskRow = z.infer<typeof TaskRow>;

export const TASKS: Table<typeof TaskRow> = {
  name: 'tasks',
  words: {
    title: 'Tasks',
    titleZh: '年度主要任务',
    description: 'One row for each of a department’s tasks; the file is there where a run gives any.',
    descriptionZh: '部门每项年度主要任务一行；没有时不生成该文件。',
  },
  row: TaskRow,
};

/** The form's rows of tasks.csv, in the form's order. */
export const taskRows = ({ id, year, department, tasks }: DepartmentSelfEvaluation): TaskRow[] =>
  tasks.map((task) => ({ id, year, department, ...task }));
