import type { SelfEvaluation } from '../../schema/record.js';
import type { Draft } from '../draft/draft.js';
import { otherTexts } from './other-texts.js';
import { unplacedOf } from './unplaced.js';

type RestOfDraft = Pick<SelfEvaluation, 'other' | 'findings' | 'repairs' | 'evidence'>;

/** What a record holds beside its fields, when all blocks are read: texts that no field took are kept or told now. */
export function restOf(draft: Draft): RestOfDraft {
  const unplaced = unplacedOf(draft.account);
  draft.findings.push(...unplaced.findings);
  return {
    other: otherTexts([...draft.other, ...unplaced.others]),
    findings: draft.findings,
    repairs: draft.repairs,
    evidence: draft.evidence,
  };
}
