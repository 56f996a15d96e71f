import type { SelfEvaluation } from '../../schema/record.js';
import { halfWidth } from '../../normalize/text/characters.js';
import { withoutBlanks } from '../../normalize/text/white-space.js';
import { totalFunds } from '../leaves.js';
import type { SummaryNumber } from '../../schema/related/summary.js';

/** What the form of a project says that a related form may say too. */
export interface ProjectBrief extends Readonly<Record<SummaryNumber, number | null>> {
  readonly id: string;
  readonly year: number | null;
  readonly units: readonly string[];
  readonly code: string | null;
  readonly currencyUnit: string | null;
  readonly grade: string | null;
}

/** So many projects of a run are kept to be linked; those beyond it are not. About 300 bytes each. */
const MOST_PROJECTS = 200_000;

const CODE_LABEL = /^(?:预算|支出)?项目(?:编码|代码|编号)$/;

/** A name or unit as it is compared: no blanks, half-width. No letter of it may differ. */
export const folded = (name: string): string => withoutBlanks(halfWidth(name));

const foldedUnits = (names: readonly (string | null)[]) =>
  names.flatMap((name) => (name === null ? [] : [folded(name)]));

function briefOf(record: SelfEvaluation): ProjectBrief {
  const total = totalFunds(record)?.row;
  const code = record.other.find(({ label }) => CODE_LABEL.test(label))?.text ?? null;
  return {
    id: record.id,
    year: record.year,
    units: foldedUnits([record.competentDepartment, record.implementingUnit]),
    code: code === null ? null : folded(code),
    currencyUnit: record.currencyUnit,
    initialBudget: total?.initialBudget ?? null,
    annualBudget: total?.annualBudget ?? null,
    executed: total?.executed ?? null,
    executionRate: total?.executionRate ?? null,
    score: record.totalScore,
    grade: record.grade,
  };
}

/** What a related form says of the project that it means. */
export interface Named {
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly year: number | null;
  readonly units: readonly (string | null)[];
}

const agree = <T>(one: T | null, other: T | null) => one === null || other === null || one === other;

/** The projects of a run by their names, so that a related form finds the one that it means. */
export class ProjectIndex {
  readonly #byName = new Map<string, ProjectBrief[]>();
  #projects = 0;

  add(record: SelfEvaluation): void {
    if (record.projectName === null || this.#projects >= MOST_PROJECTS) return;
    this.#projects += 1;
    const name = folded(record.projectName);
    const brief = briefOf(record);
    const known = this.#byName.get(name);
    if (known) known.push(brief);
    else this.#byName.set(name, [brief]);
  }

  /**
   * The one project of this name whose year and code, where both are printed, are the same; where several are, the one of the same unit.
   * Null for none, and for more than one: nothing is guessed.
   */
  find({ projectName, projectCode, year, units }: Named): ProjectBrief | null {
    if (projectName === null) return null;
    const code = projectCode === null ? null : folded(projectCode);
    const known = this.#byName.get(folded(projectName)) ?? [];
    const meant = known.filter((brief) => agree(brief.year, year) && agree(brief.code, code));
    if (meant.length <= 1) return meant[0] ?? null;
    const named = foldedUnits(units);
    const ofUnit = meant.filter((brief) => brief.units.some((unit) => named.includes(unit)));
    return ofUnit.length === 1 ? (ofUnit[0] ?? null) : null;
  }
}
