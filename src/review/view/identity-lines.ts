import { evaluatedOf } from '../../check/evaluated.js';
import { shown } from '../../check/exact.js';
import type { Identity } from '../../check/identity.js';
import { leafAt } from '../../decide/leaf.js';
import type { SelfEvaluation } from '../../schema/record.js';
import type { IdentityLine } from '../api.js';

type Piece = IdentityLine['pieces'][number];

const sign = (text: string): Piece => ({ text, path: null });

/**
 * The identities of a record with their numbers filled in, by the paths that take part in them.
 *
 * @param nameOf how the page calls a path of the record
 */
export function identityLines(
  record: SelfEvaluation,
  nameOf: (path: string) => string = (path) => path,
): Map<string, IdentityLine[]> {
  const lines = new Map<string, IdentityLine[]>();
  const named = ({ text, path }: Piece): Piece => ({ text, path: path === null ? null : nameOf(path) });
  for (const { identity } of evaluatedOf(record)) {
    const line = { code: identity.code, closes: identity.closes, pieces: piecesOf(record, identity).map(named) };
    for (const path of [...new Set([...placesOf(identity), identity.result])].map(nameOf)) {
      const before = lines.get(path);
      if (before === undefined) lines.set(path, [line]);
      else before.push(line);
    }
  }
  return lines;
}

/** Blanks of a sum take part in it as well: a number there would change it. */
const placesOf = ({ arithmetic, members }: Identity): readonly string[] =>
  arithmetic.kind === 'sum' ? arithmetic.terms.map(({ path }) => path) : members;

function piecesOf(record: SelfEvaluation, { code, arithmetic, members, closes }: Identity): Piece[] {
  const number = (path: string): Piece => ({ text: String(leafAt(record, path) ?? '–'), path });
  if (arithmetic.kind === 'quotient') {
    const [first, second, third] = members.map(number);
    if (!first || !second || !third) return members.map(number);
    return code === 'execution-rate'
      ? [first, sign(' ÷ '), second, sign(closes ? ' = ' : ' ≠ '), third, sign(' %')]
      : [second, sign(' × '), third, sign(closes ? ' % = ' : ' % ≠ '), first];
  }
  const filled = arithmetic.terms.filter(({ path }) => leafAt(record, path) !== null);
  const parts = filled.filter((term) => term.sign === 1);
  const total = filled.find((term) => term.sign === -1);
  const sum = parts.reduce((all, { path }) => all + Math.round(Number(leafAt(record, path)) * MILLIONTHS), 0);
  const stated = total ? number(total.path) : sign(shown(sum - arithmetic.gap));
  return [
    ...parts.flatMap(({ path }, index) => [...(index === 0 ? [] : [sign(' + ')]), number(path)]),
    ...(closes ? [sign(' = ')] : [sign(` = ${shown(sum)} ≠ `)]),
    stated,
  ];
}
const MILLIONTHS = 1_000_000;
