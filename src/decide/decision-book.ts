import type { Decision } from '../schema/decision.js';
import type { SelfEvaluation } from '../schema/record.js';
import { applyDecisions } from './apply-decisions.js';

/** All decisions of a folder, at hand for each form. */
export class DecisionBook {
  readonly #byRecord = new Map<string, Decision[]>();
  readonly #byFile = new Map<string, Decision[]>();
  readonly #ids = new Set<string>();

  constructor(decisions: Iterable<Decision> = []) {
    for (const decision of decisions) this.add(decision);
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Takes a decision; one that is there already is one. */
  add(decision: Decision): void {
    if (this.#ids.has(decision.id)) return;
    this.#ids.add(decision.id);
    push(this.#byRecord, decision.record, decision);
    push(this.#byFile, decision.file, decision);
  }

  /** The decisions on a form, and those on what its file held before. */
  on({ id, source }: Pick<SelfEvaluation, 'id' | 'source'>): Decision[] {
    const own = this.#byRecord.get(id) ?? [];
    const earlier = (this.#byFile.get(source.file) ?? []).filter(({ sourceSha256 }) => sourceSha256 !== source.sha256);
    return [...own, ...earlier];
  }

  /** The form with what was decided on it. */
  apply(record: SelfEvaluation): SelfEvaluation {
    return applyDecisions(record, this.on(record));
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
