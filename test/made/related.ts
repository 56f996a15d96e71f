import { digitize } from '../../src/digitize/digitize.js';
import type { DepartmentSelfEvaluation } from '../../src/schema/related/department.js';
import type { SelfEvaluationSummary } from '../../src/schema/related/summary.js';
import type { RelatedForm } from '../../src/schema/related/related-form.js';

/** A table drawn with bars as Markdown has them: blanks around them fall away, and lines with no bar are text. */
export function drawnDocument(drawing: string) {
  const lines = drawing.split('\n').map((line) => line.trim());
  const text = lines.map((line) => (line.includes('|') ? `| ${line} |` : `\n${line}\n`)).join('\n');
  return { bytes: new TextEncoder().encode(text), name: 'drawn.md' };
}

/** The related forms of a drawing. */
export const relatedIn = async (drawing: string): Promise<readonly RelatedForm[]> =>
  (await digitize(drawnDocument(drawing))).related;

async function onlyIn<Kind extends RelatedForm['formKind']>(
  drawing: string,
  kind: Kind,
): Promise<Extract<RelatedForm, { formKind: Kind }>> {
  const [form, ...others] = await relatedIn(drawing);
  if (form?.formKind !== kind || others.length > 0)
    throw new Error(`The drawing holds another form than one ${kind}: look at its title and labels.`);
  return form as Extract<RelatedForm, { formKind: Kind }>;
}

/** The only related form of a drawing, of the kind that is wanted. */
export const departmentIn = (drawing: string): Promise<DepartmentSelfEvaluation> =>
  onlyIn(drawing, 'departmentSelfEvaluation');
export const summaryIn = (drawing: string): Promise<SelfEvaluationSummary> => onlyIn(drawing, 'selfEvaluationSummary');

/** Findings as `code path`, in their order. */
export const told = ({ findings }: RelatedForm): string[] => findings.map(({ code, path }) => `${code} ${path}`);
