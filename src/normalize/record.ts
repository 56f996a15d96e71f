import { SCHEMA_VERSION, type SelfEvaluation, type Source } from '../schema/record.js';
import { proseOf } from './text/canonical.js';
import { Account } from './draft/account.js';
import { closeOf } from './blocks/totals.js';
import { withCutRowsJoined } from './rows/cut-rows.js';
import { newDraft, witnessLine, type Draft } from './draft/draft.js';
import type { FormRows } from './forms/find-forms.js';
import { fundsOf } from './blocks/funds/funds.js';
import { goalsOf } from './blocks/goals.js';
import { identityOf } from './blocks/identity.js';
import { indicatorColumns, indicatorsOf } from './blocks/indicators/indicators.js';
import { doubtsOfLines } from './gridless/line-doubts.js';
import { currencyUnitOf } from './blocks/currency-unit.js';
import { idOf, sourceOf } from './blocks/form-source.js';
import { missing } from './blocks/missing.js';
import { restOf } from './blocks/rest-of-draft.js';
import { yearOf } from './blocks/year.js';
import { isLineForm, rowsFromLines } from './gridless/line-rows.js';
import { withHeadsMeant } from './forms/misread-heads.js';
import { rowOfLine } from './rows/rows.js';
import { sectionsOf } from './forms/sections.js';
import { ownHeaders } from './blocks/unplaced.js';

function noteMissing(record: SelfEvaluation, form: FormRows, draft: Draft): void {
  if (record.projectName === null) draft.findings.push(missing('projectName', 'project name', '项目名称'));
  if (record.year === null) draft.findings.push(missing('year', 'year', '年度'));
  if (record.funds.length === 0) draft.findings.push(missing('funds', 'funds', '项目资金'));
  if (record.funds.length > 0 && record.currencyUnit === null)
    draft.findings.push(missing('currencyUnit', 'unit of money', '金额单位'));
  if (record.indicators.length === 0) draft.findings.push(missing('indicators', 'indicators', '绩效指标'));
  if (record.indicators.length === 0 && record.totalWeight === null)
    draft.findings.push(missing('totalWeight', 'total weight', '总分分值'));
  if (record.totalScore === null) draft.findings.push(missing('totalScore', 'total score', '总分得分'));
  if (record.expectedGoal === null && record.actualResult === null)
    draft.findings.push(missing('expectedGoal', 'goals', '年度总体目标'));
  if (form.cut) {
    draft.findings.push({
      code: 'form-cut',
      severity: 'error',
      path: '',
      message: 'The form has more rows than the limit rowsPerForm; the rest is left out.',
      messageZh: '本表行数超过上限rowsPerForm，其余部分未读取。',
    });
  }
}

/** One form's rows as a record, before its arithmetic is checked. */
export const recordOf = (form: FormRows, source: Omit<Source, 'pages'>): SelfEvaluation =>
  accounted(form, source).record;

/** The record, and the account of what became of each text. */
export function accounted(
  form: FormRows,
  source: Omit<Source, 'pages'>,
): { readonly record: SelfEvaluation; readonly account: Account } {
  const lines = form.lines.map(rowOfLine);
  const draft = newDraft(new Account([...lines, ...form.rows]));
  const oneCellPerLine = isLineForm(form.rows);
  const found = sectionsOf(oneCellPerLine ? rowsFromLines([...lines, ...form.rows]) : withCutRowsJoined(form.rows));
  ownHeaders(found, draft.account);
  const sections = withHeadsMeant(found, draft);
  const identity = identityOf([...(oneCellPerLine ? [] : lines), ...sections.identity], draft);
  const funds = fundsOf(sections, draft);
  const goals = goalsOf(sections, draft);
  const indicators = indicatorsOf(sections, draft);
  const close = closeOf(sections.close, sections.identity, indicatorColumns(sections), draft);
  witnessLine(draft, 'title', form.titleLine);
  const besideFields = restOf(draft);
  const record: SelfEvaluation = {
    schemaVersion: SCHEMA_VERSION,
    id: idOf(source),
    source: sourceOf(form, source),
    formKind: 'projectSelfEvaluation',
    title: form.title === null ? null : proseOf(form.title),
    year: yearOf(form, identity.year, draft),
    projectName: identity.projectName,
    competentDepartment: identity.competentDepartment,
    implementingUnit: identity.implementingUnit,
    currencyUnit: currencyUnitOf(form, sections, draft),
    funds,
    rateRounding: null,
    ...goals,
    indicators,
    ...close,
    ...besideFields,
  };
  noteMissing(record, form, draft);
  if (oneCellPerLine) draft.findings.push(...doubtsOfLines(form.rows, indicators));
  return { record, account: draft.account };
}
