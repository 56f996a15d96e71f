import { SCHEMA_VERSION, type Other, type SelfEvaluation, type Source, type SourceKind } from '../schema/record.js';
import type { Finding } from '../schema/finding.js';
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
import { isLineForm, rowsFromLines } from './gridless/line-rows.js';
import { withHeadsMeant } from './forms/misread-heads.js';
import { rowOfLine } from './rows/rows.js';
import { pagesOf } from './rows/pages.js';
import { sectionsOf } from './forms/sections.js';
import { ownHeaders, unplacedOf } from './blocks/unplaced.js';

/** The ordinal in an id has at least this many digits. */
const ORDINAL_DIGITS = 3;

function missing(path: string, label: string, labelZh: string): Finding {
  return {
    code: 'field-missing',
    severity: 'warning',
    path,
    message: `The form states no ${label}, or it could not be found.`,
    messageZh: `表中没有${labelZh}，或未能识别。`,
  };
}

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

const LABELLED = /^([^：:，。；]{2,12})：(.+)$/s;

/** A text that names itself, as 报表编号：…, with its label apart. */
function labelled({ label, text }: Other): Other {
  const [, name, value] = (label === '' ? LABELLED.exec(text) : null) ?? [];
  return name !== undefined && value !== undefined ? { label: name, text: value } : { label, text };
}

/** Each text once: a merged cell that was taken apart repeats it. */
function distinct(other: readonly Other[]): Other[] {
  const seen = new Set<string>();
  return other.filter(({ label, text }) => {
    const key = `${label}\n${text}`;
    if (text === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const yearsDiffer = (taken: number, other: number): Finding => ({
  code: 'years-differ',
  severity: 'warning',
  path: 'year',
  message: `The form states the years ${taken} and ${other}; ${taken} was taken.`,
  messageZh: `表中写有${taken}和${other}两个年度，取${taken}。`,
});

function yearOf(form: FormRows, stated: number | null, draft: Draft): number | null {
  const year = stated ?? form.year;
  const other = [...(stated === null ? [] : [stated]), ...form.years].find((printed) => printed !== year);
  if (year !== null && other !== undefined) draft.findings.push(yearsDiffer(year, other));
  if (stated === null) witnessLine(draft, 'year', form.yearLine);
  if (year !== null || form.inheritedYear === null) return year;
  draft.findings.push({
    code: 'year-inherited',
    severity: 'warning',
    path: 'year',
    message: `The form states no year; ${form.inheritedYear} is that of the form before it.`,
    messageZh: `本表未写明年度，${form.inheritedYear}取自前一张表。`,
  });
  return form.inheritedYear;
}

/** A form that was recognised in a picture is a scan, whatever the other pages of its document are. */
const kindOf = ({ rows }: FormRows, kind: SourceKind): SourceKind =>
  rows.some(({ cells }) => cells.some(({ cell }) => cell.reading === 'ocr')) ? 'scan' : kind;

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
  const unplaced = unplacedOf(draft.account);
  draft.findings.push(...unplaced.findings);
  const record: SelfEvaluation = {
    schemaVersion: SCHEMA_VERSION,
    id: `${source.sha256.slice(0, 12)}-${String(source.ordinal).padStart(ORDINAL_DIGITS, '0')}`,
    source: { ...source, kind: kindOf(form, source.kind), pages: pagesOf(form.rows) },
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
    other: distinct([...draft.other, ...unplaced.others].map(labelled)),
    findings: draft.findings,
    repairs: draft.repairs,
    evidence: draft.evidence,
  };
  noteMissing(record, form, draft);
  if (oneCellPerLine) draft.findings.push(...doubtsOfLines(form.rows, indicators));
  return { record, account: draft.account };
}
