import type { Finding } from '../../schema/finding.js';
import type { SelfEvaluation } from '../../schema/record.js';
import { TASK_NUMBERS, type DepartmentSelfEvaluation } from '../../schema/related/department.js';
import { check } from '../record/check.js';
import { severityOfUnproved, unproved } from '../unproved-number.js';
import { taskSums, type TaskSum } from './task-sum.js';

/** The form as that of a project whose name is the department's: what both share is checked by the same rules. */
const asProject = (record: DepartmentSelfEvaluation): SelfEvaluation => ({
  ...record,
  formKind: 'projectSelfEvaluation',
  projectName: record.department,
  competentDepartment: null,
  implementingUnit: record.department,
});

/** Every number of the tasks and of their sum, by path. */
function taskNumbers({ tasks, taskTotals }: DepartmentSelfEvaluation): { path: string; value: number }[] {
  const rows = [
    ...tasks.map((row, index) => ({ row, path: `tasks[${index}]` })),
    ...(taskTotals === null ? [] : [{ row: taskTotals, path: 'taskTotals' }]),
  ];
  return rows.flatMap(({ row, path }) =>
    TASK_NUMBERS.flatMap((field) => {
      const value = row[field];
      return value === null ? [] : [{ path: `${path}.${field}`, value }];
    }),
  );
}

function unprovedTasks(record: DepartmentSelfEvaluation, sums: readonly TaskSum[]): Finding[] {
  const proved = new Set(sums.flatMap(({ closes, members }) => (closes ? members : [])));
  const openMembers = new Set(sums.flatMap(({ closes, members }) => (closes ? [] : members)));
  return taskNumbers(record).flatMap(({ path, value }) => {
    const severity = proved.has(path) ? null : severityOfUnproved(record, path, { openMembers, doubts: new Map() });
    return severity === null ? [] : unproved(severity, path, value);
  });
}

function withTaskProofs(
  evidence: DepartmentSelfEvaluation['evidence'],
  sums: readonly TaskSum[],
): DepartmentSelfEvaluation['evidence'] {
  const proved = { ...evidence };
  for (const { closes, members, code } of sums)
    for (const path of closes ? members : []) {
      const one = proved[path];
      if (one && !one.proof.includes(code)) proved[path] = { ...one, proof: [...one.proof, code] };
    }
  return proved;
}

/** A department's record with what its arithmetic says: that of the blocks it shares with a project's, and of its tasks. */
export function checkDepartment(read: DepartmentSelfEvaluation): DepartmentSelfEvaluation {
  const { funds, indicators, totalWeight, totalScore, rateRounding, repairs, findings, evidence } = check(
    asProject(read),
  );
  const record = { ...read, funds, indicators, totalWeight, totalScore, rateRounding, repairs, evidence };
  const sums = taskSums(record);
  const open = sums.filter(({ closes }) => !closes);
  return {
    ...record,
    findings: [...findings, ...open.map(({ finding }) => finding), ...unprovedTasks(record, sums)],
    evidence: withTaskProofs(evidence, sums),
  };
}
