import type { Finding } from '../schema/finding.js';
import type { SelfEvaluation } from '../schema/record.js';
import type { Identity, IdentityCheck } from './identity.js';

export interface Evaluated {
  readonly check: IdentityCheck;
  readonly identity: Identity;
}

/** For each number, the identities that prove it: those that close, that a change of this number alone would open, and that are no echo of it. */
export function proofsOf(evaluated: readonly Evaluated[]): ReadonlyMap<string, readonly string[]> {
  const proofs = new Map<string, string[]>();
  for (const { identity } of evaluated) {
    if (!identity.closes) continue;
    for (const path of identity.proves) {
      if (identity.echoes?.includes(path)) continue;
      const codes = proofs.get(path);
      if (!codes) proofs.set(path, [identity.code]);
      else if (!codes.includes(identity.code)) codes.push(identity.code);
    }
  }
  return proofs;
}

/**
 * An open identity is an error where one of its members is proved by nothing else: a number may be misread. Where all of them are
 * proved elsewhere, the form was read right and its own arithmetic departs from the rule: a note.
 */
export function openIdentity({ check, identity }: Evaluated, proofs: ReadonlyMap<string, readonly string[]>): Finding {
  const { code, result: path, message, messageZh, members } = identity;
  const severity = members.every((member) => proofs.has(member)) ? 'note' : check.severity;
  return { code, severity, path, message, messageZh };
}

/** The same evidence with each number's proofs in it; a leaf without evidence of its own gets none. */
export function withProofs(
  record: SelfEvaluation,
  proofs: ReadonlyMap<string, readonly string[]>,
): SelfEvaluation['evidence'] {
  const evidence = { ...record.evidence };
  for (const [path, proof] of proofs) {
    const witness = evidence[path];
    if (witness) evidence[path] = { ...witness, proof: [...proof] };
  }
  return evidence;
}
