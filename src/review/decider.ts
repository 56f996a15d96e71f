import { randomBytes } from 'node:crypto';
import { readingAt, typedValue } from '../decide/leaf.js';
import { inTime, type LiveDecisions, liveDecisions } from '../decide/live-decisions.js';
import { kindOf, nameOf, placedRow, readingOf, type RowLayout, rowLayout } from '../decide/row-layout.js';
import { ROW_BLOCKS, rowIn, rowPath } from '../decide/row-path.js';
import { digestToSign } from '../decide/signature.js';
import type { Decision } from '../schema/decision.js';
import type { SelfEvaluation } from '../schema/record.js';
import { openFindings } from '../schema/review-state.js';
import type { DecisionRequest } from './api.js';
import { refused } from './refused.js';

/** How many digits tell one decision from all others. */
const ID_BYTES = 8;

const noSuchField = () => refused(400, 'no-such-field', 'The form has no such field.', '表中没有该字段。');

/** Makes the lines of a person's decisions on a form as it stands. Throws `Refused` where a request makes no sense. */
export class Decider {
  readonly #own: readonly Decision[];
  readonly #live: LiveDecisions;
  readonly #layout: RowLayout;

  /** @param now later at each call */
  constructor(
    private readonly read: SelfEvaluation,
    own: readonly Decision[],
    /** The form with what was decided until now. */
    private readonly decided: SelfEvaluation,
    private readonly by: string,
    private readonly now: () => string,
  ) {
    this.#own = own.filter(({ record }) => record === read.id);
    this.#live = liveDecisions(this.#own);
    this.#layout = rowLayout(read, this.#live);
  }

  linesOf(request: DecisionRequest): Decision[] {
    switch (request.action) {
      case 'confirm':
        return [...this.takingBack(request.path), this.#line(request.path, 'confirm')];
      case 'replace':
        return [...this.takingBack(request.path), this.replacing(request.path, request.text)];
      case 'note':
        if (request.note.trim() === '') throw refused(400, 'blank', 'The remark is blank.', '备注为空。');
        return [{ ...this.#line(request.path, 'note'), note: request.note.trim(), settles: [] }];
      case 'add':
        return [this.#addition(request.path)];
      case 'remove':
        return this.#removal(request.path);
      case 'sign':
        return [this.#signature()];
      case 'undo':
        return this.#undo(request.path);
    }
  }

  /** Another value in a value's place; a confirmation where it is the one that was read. */
  replacing(path: string, text: string): Decision {
    const kind = kindOf(this.#layout, path);
    if (kind === null)
      throw refused(400, 'no-value', 'This is no value that can be replaced.', '此处不是可以替换的值。');
    const value = typedValue(kind, text);
    if (value === undefined)
      throw refused(
        400,
        'not-of-its-kind',
        kind === 'number' ? 'This is no number.' : 'This is no year.',
        kind === 'number' ? '不是数字。' : '不是年度。',
      );
    if (value === readingOf(this.#layout, path)) return this.#line(path, 'confirm');
    // How many decimals a number has tells how it was rounded: they are kept as typed.
    const after = kind === 'number' && value !== null ? text.trim().replaceAll(',', '') : value;
    return { ...this.#line(path, 'replace'), after };
  }

  /** Whoever decides again takes back what held before: only two who did not know of each other contradict. */
  takingBack(path: string): Decision[] {
    const live = this.#live.values.get(path);
    if (live === undefined) return [];
    return [live.decision, ...(live.other === null ? [] : [live.other])].map((decision) => this.#undoing(decision));
  }

  #line(path: string, action: Decision['action']): Decision {
    const found = [
      ...this.read.findings.filter((one) => one.path === path),
      ...this.decided.findings.filter((one) => nameOf(this.#layout, one.path) === path),
    ];
    const isThere = path === '' || kindOf(this.#layout, path) !== null || found.length > 0;
    const before = readingOf(this.#layout, path);
    if (!isThere || before === undefined || (placedRow(this.#layout, path)?.removed ?? null) !== null)
      throw noSuchField();
    // What a decision before settled is before the eyes of whoever decides again.
    return this.#lineOf(path, action, before, [...new Set(found.map(({ code }) => code))]);
  }

  #lineOf(path: string, action: Decision['action'], before: Decision['before'], settles: string[]): Decision {
    return {
      id: randomBytes(ID_BYTES).toString('hex'),
      at: this.now(),
      by: this.by,
      record: this.read.id,
      file: this.read.source.file,
      sourceSha256: this.read.source.sha256,
      path,
      before,
      action,
      after: null,
      note: '',
      settles,
    };
  }

  #undoing(decision: Decision): Decision {
    const id = randomBytes(ID_BYTES).toString('hex');
    return {
      ...decision,
      id,
      at: this.now(),
      by: this.by,
      action: 'undo',
      after: null,
      note: '',
      undoes: decision.id,
    };
  }

  /** A row is added in view of all those that were read: where they read otherwise later, it may be among them. */
  #addition(path: string): Decision {
    const row = rowIn(path);
    const block = row?.block ?? ROW_BLOCKS.find((one) => one === path);
    if (block === undefined || (row !== null && placedRow(this.#layout, path) === undefined))
      throw refused(400, 'no-rows', 'No row can be added here.', '此处不能加行。');
    const after = row === null ? block : rowPath(block, row.key);
    return this.#lineOf(after, 'add', readingAt(this.read, block), []);
  }

  #removal(path: string): Decision[] {
    const row = rowIn(path);
    const placed = placedRow(this.#layout, path);
    if (row === null || placed === undefined || placed.removed !== null)
      throw refused(400, 'no-such-row', 'There is no row here that can be taken away.', '此处没有可以删除的行。');
    const whole = rowPath(row.block, row.key);
    const before = readingOf(this.#layout, whole);
    if (before === undefined) throw noSuchField();
    return [...this.takingBack(whole), this.#lineOf(whole, 'remove', before, [])];
  }

  #undo(path: string | null): Decision[] {
    const undone = new Set(this.#own.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
    const last = inTime(this.#own).findLast(
      (one) => one.action !== 'undo' && !undone.has(one.id) && (path === null || one.path === path),
    );
    if (last === undefined)
      throw refused(409, 'nothing-to-undo', 'Nothing is left to take back.', '没有可以撤销的决定。');
    return [this.#undoing(last)];
  }

  #signature(): Decision {
    const open = openFindings(this.decided).filter(({ code }) => code !== 'signature-void');
    if (open.length > 0)
      throw refused(
        409,
        'still-open',
        `${open.length} flagged places are still open. Decide on each, then sign.`,
        `还有${open.length}处待核，请逐一决定后再签署。`,
      );
    return { ...this.#line('', 'sign'), after: digestToSign(this.decided), settles: [] };
  }
}
