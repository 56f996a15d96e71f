import { SCHEMA_VERSION, type Source } from '../../../schema/record.js';
import type { DepartmentSelfEvaluation } from '../../../schema/related/department.js';
import { Account } from '../../draft/account.js';
import { newDraft, witnessLine, type Draft } from '../../draft/draft.js';
import { currencyUnitOf } from '../../blocks/currency-unit.js';
import { idOf, sourceOf } from '../../blocks/form-source.js';
import { fundsOf } from '../../blocks/funds/funds.js';
import { goalsOf } from '../../blocks/goals.js';
import { identityOf, type Identity } from '../../blocks/identity.js';
import { indicatorColumns, indicatorsOf } from '../../blocks/indicators/indicators.js';
import { missing } from '../../blocks/missing.js';
import { restOf } from '../../blocks/rest-of-draft.js';
import { closeOf } from '../../blocks/totals.js';
import { ownHeaders } from '../../blocks/unplaced.js';
import { yearOf } from '../../blocks/year.js';
import type { FormRows } from '../../forms/find-forms.js';
import { withHeadsMeant } from '../../forms/misread-heads.js';
import { sectionsOf, type Sections } from '../../forms/sections.js';
import { withCutRowsJoined } from '../../rows/cut-rows.js';
import { proseOf } from '../../text/canonical.js';
import { formCut } from '../parts/form-cut.js';
import { RELATED_MARK, type Accounted } from '../parts/accounted.js';
import { ownLinesOf } from '../parts/own-lines.js';
import { withMergedCells } from '../parts/taken-apart.js';
import { departmentOf } from './department-name.js';
import { taskBlockIn, type TaskBlock } from './task-block.js';
import { tasksOf, type Tasks } from './tasks.js';
import { expenditureRow } from './words.js';

const NO_TASKS: Tasks = { tasks: [], taskTotals: null };

const IDENTITY_LABELS = {
  projectName: '项目名称',
  competentDepartment: '主管部门',
  implementingUnit: '实施单位',
} as const satisfies Partial<Record<keyof Identity, string>>;

/** What the form of a project would have as fields is kept under its label. */
function keepIdentity(identity: Identity, draft: Draft): void {
  for (const [field, label] of Object.entries(IDENTITY_LABELS)) {
    const text = identity[field as keyof typeof IDENTITY_LABELS];
    if (text === null) continue;
    draft.other.push({ label, text });
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- evidence is keyed by path, and this path is no field's
    delete draft.evidence[field];
  }
}

function noteMissing(record: DepartmentSelfEvaluation, form: FormRows, draft: Draft): void {
  if (record.department === null) draft.findings.push(missing('department', 'department', '部门名称'));
  if (record.year === null) draft.findings.push(missing('year', 'year', '年度'));
  if (record.funds.length === 0 && record.tasks.length === 0)
    draft.findings.push(missing('funds', 'funds and no tasks', '资金和年度主要任务'));
  if ((record.funds.length > 0 || record.tasks.length > 0) && record.currencyUnit === null)
    draft.findings.push(missing('currencyUnit', 'unit of money', '金额单位'));
  if (record.indicators.length === 0) draft.findings.push(missing('indicators', 'indicators', '绩效指标'));
  if (record.totalScore === null) draft.findings.push(missing('totalScore', 'total score', '总分得分'));
  if (form.cut) draft.findings.push(formCut());
}

/** The heads of the tasks' amounts may state the unit of money as those of the funds do. */
const withTaskHeaders = (sections: Sections, block: TaskBlock | undefined): Sections => ({
  ...sections,
  funds: { ...sections.funds, headers: [...sections.funds.headers, ...(block?.headers ?? [])] },
});

/** A department's form as a record, before its arithmetic is checked, with the account of its texts. */
export function departmentRecordOf(form: FormRows, source: Omit<Source, 'pages'>): Accounted<DepartmentSelfEvaluation> {
  const lines = ownLinesOf(form);
  const whole = withMergedCells(form.rows);
  const draft = newDraft(new Account([...lines, ...whole]));
  const rows = withCutRowsJoined(whole);
  const found = taskBlockIn(rows);
  const sections = withHeadsMeant(sectionsOf(found?.rest ?? rows), draft);
  ownHeaders(sections, draft.account);
  const { name: department, rest } = departmentOf([...lines, ...sections.identity], draft);
  const identity = identityOf(rest, draft);
  keepIdentity(identity, draft);
  const funds = fundsOf(sections, draft, expenditureRow);
  const { tasks, taskTotals } = found ? tasksOf(found.block, draft) : NO_TASKS;
  const goals = goalsOf(sections, draft);
  const indicators = indicatorsOf(sections, draft, { ownHeadings: true });
  const close = closeOf(sections.close, sections.identity, indicatorColumns(sections), draft);
  witnessLine(draft, 'title', form.titleLine);
  const besideFields = restOf(draft);
  const record: DepartmentSelfEvaluation = {
    schemaVersion: SCHEMA_VERSION,
    id: idOf(source, RELATED_MARK),
    source: sourceOf(form, source),
    formKind: 'departmentSelfEvaluation',
    title: form.title === null ? null : proseOf(form.title),
    year: yearOf(form, identity.year, draft),
    department,
    currencyUnit: currencyUnitOf(form, withTaskHeaders(sections, found?.block), draft),
    funds,
    rateRounding: null,
    tasks,
    taskTotals,
    ...goals,
    indicators,
    ...close,
    ...besideFields,
  };
  noteMissing(record, form, draft);
  return { record, account: draft.account };
}
