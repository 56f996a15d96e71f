import { z } from 'zod';
import { Funds, SelfEvaluation } from '../record.js';
import { worded } from '../words.js';
import { formId, formKind } from './form-kind.js';
import type { Table } from './table.js';

const inFormUnit = { descriptionZh: '金额单位以表中所印为准。' };

/** A row of funds.csv: a row of the form's 项目资金 block, with the form's id and name. */
export const FundsRow = z.object({
  id: formId,
  projectName: SelfEvaluation.shape.projectName,
  ...Funds.shape,
  initialBudget: worded(Funds.shape.initialBudget, inFormUnit),
  annualBudget: worded(Funds.shape.annualBudget, inFormUnit),
  executed: worded(Funds.shape.executed, inFormUnit),
  formKind,
});
export type FundsRow = z.infer<typeof FundsRow>;

export const FUNDS: Table<typeof FundsRow> = {
  name: 'funds',
  words: {
    title: 'Funds',
    titleZh: '项目资金',
    description: 'One row for each row of the funds block.',
    descriptionZh: '项目资金栏每行一行。',
  },
  row: FundsRow,
};

/** A form with funds: a project's, or a department's under its name. */
export type FundsForm = Pick<SelfEvaluation, 'id' | 'projectName' | 'funds'> & Pick<FundsRow, 'formKind'>;

/** The form's rows of funds.csv, in the form's order. */
export function fundsRows(form: FundsForm): FundsRow[] {
  return form.funds.map((row) => ({
    id: form.id,
    projectName: form.projectName,
    kind: row.kind,
    label: row.label,
    initialBudget: row.initialBudget,
    annualBudget: row.annualBudget,
    executed: row.executed,
    weight: row.weight,
    executionRate: row.executionRate,
    score: row.score,
    formKind: form.formKind,
  }));
}
