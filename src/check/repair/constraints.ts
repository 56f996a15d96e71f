import type { SelfEvaluation } from '../../schema/record.js';
import { evaluatedOf } from '../evaluated.js';
import type { Arithmetic } from '../identity.js';

/** An identity as the search sees it: which numbers it holds together, and whether it closes as the form was read. */
export interface Constraint {
  readonly key: string;
  readonly paths: readonly string[];
  readonly arithmetic: Arithmetic;
  readonly closes: boolean;
  /** False for a rule that issuers depart from: it need not close. */
  readonly binding: boolean;
}

/** The identities of a record. */
export function constraintsOf(record: SelfEvaluation): Constraint[] {
  return evaluatedOf(record).map(({ check, identity: { code, result, closes, arithmetic } }): Constraint => ({
    key: `${code} ${result}`,
    paths: arithmetic.kind === 'sum' ? arithmetic.terms.map(({ path }) => path) : arithmetic.inputs,
    arithmetic,
    closes,
    binding: check.severity === 'error',
  }));
}

/** Identities in groups that share a number for which `counts` holds. */
export function groupsOf(constraints: readonly Constraint[], counts: (path: string) => boolean): Constraint[][] {
  const groups: Constraint[][] = [];
  for (const constraint of constraints) {
    const shares = (other: Constraint) => other.paths.some((path) => counts(path) && constraint.paths.includes(path));
    const touching = groups.filter((group) => group.some(shares));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), constraint]);
  }
  return groups;
}
