import { digitize } from '../../src/digitize.js';
import type { DepartmentSelfEvaluation } from '../../src/schema/related/department.js';
import type { RelatedForm } from '../../src/schema/related/related-form.js';

/** A table drawn with bars as Markdown has them: blanks around them fall away, and lines with no bar are text. */
export async function relatedIn(drawing: string): Promise<readonly RelatedForm[]> {
  const lines = drawing.split('\n').map((line) => line.trim());
  const bytes = new TextEncoder().encode(
    lines.map((line) => (line.includes('|') ? `| ${line} |` : `\n${line}\n`)).join('\n'),
  );
  return (await digitize({ bytes, name: 'drawn.md' })).related;
}

/** The only related form of a drawing, which is a department's. */
export async function departmentIn(drawing: string): Promise<DepartmentSelfEvaluation> {
  const [form, ...others] = await relatedIn(drawing);
  if (form?.formKind !== 'departmentSelfEvaluation' || others.length > 0)
    throw new Error('The drawing holds another form than one of a department: look at its title and labels.');
  return form;
}

/** Findings as `code path`, in their order. */
export const told = ({ findings }: RelatedForm): string[] => findings.map(({ code, path }) => `${code} ${path}`);
