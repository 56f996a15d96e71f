import type { Finding } from '../../schema/finding.js';
import { witnessLine, type Draft } from '../draft/draft.js';
import type { FormRows } from '../forms/find-forms.js';

const yearsDiffer = (taken: number, other: number): Finding => ({
  code: 'years-differ',
  severity: 'warning',
  path: 'year',
  message: `The form states the years ${taken} and ${other}; ${taken} was taken.`,
  messageZh: `表中写有${taken}和${other}两个年度，取${taken}。`,
});

/** The year that the form states, in a field or in its heading; else that of the form before it, with a finding. */
export function yearOf(form: FormRows, stated: number | null, draft: Draft): number | null {
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
