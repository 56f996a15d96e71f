import type { Funds, FundsKind, SelfEvaluation } from '../schema/record.js';
import { agreementOf, comparableNumber } from './agreement.js';
import { exact, shown, sum } from './exact.js';
import type { Identity, IdentityCheck } from './identity.js';
import { AMOUNTS, type Amount } from '../schema/number-fields.js';
import { totalFunds } from './leaves.js';

type Part = { readonly row: Funds; readonly path: string };

const NAMES: Readonly<Record<Amount, readonly [string, string]>> = {
  initialBudget: ['initial budgets', '年初预算数'],
  annualBudget: ['annual budgets', '全年预算数'],
  executed: ['executed amounts', '全年执行数'],
};

/** The rows that make up the total: all of them, or without the subsidies where those only divide another row. */
function variantsOf(parts: Part[]): Part[][] {
  const direct = parts.filter(({ row }) => row.kind !== 'subsidy');
  return direct.length > 0 && direct.length < parts.length ? [parts, direct] : [parts];
}

const SPENDING: ReadonlySet<FundsKind> = new Set<FundsKind>(['basicExpenditure', 'projectExpenditure']);

/**
 * The rows that each add up to the total: by where the money comes from, and, in a department's form, by what it is spent on, where both
 * 基本支出 and 项目支出 are printed.
 */
function divisionsOf({ funds }: SelfEvaluation): Part[][] {
  const parts = funds.map((row, index) => ({ row, path: `funds[${index}]` })).filter(({ row }) => row.kind !== 'total');
  const spending = parts.filter(({ row }) => SPENDING.has(row.kind));
  const isWhole = new Set(spending.map(({ row }) => row.kind)).size === SPENDING.size;
  return [parts.filter((part) => !spending.includes(part)), ...(isWhole ? [spending] : [])];
}

/**
 * The two amounts of a sum that is one amount printed twice, beside rows of 0, where one reader read both alike and no other bears it
 * out: a reader misreads the same print the same way, and the sum closes over it. None of any other sum.
 */
function echoesAmong({ evidence }: SelfEvaluation, amounts: readonly string[]): readonly string[] {
  const [one, other] = amounts.map((path) => {
    const readings = evidence[path]?.readings ?? [];
    const [chosen] = readings;
    if (chosen === undefined || agreementOf(readings, comparableNumber) === 'agreed') return undefined;
    return `${chosen.by}: ${comparableNumber(chosen.text)}`;
  });
  return amounts.length === 2 && one !== undefined && one === other ? amounts : [];
}

function evaluate(record: SelfEvaluation, column: Amount, total: Part, parts: readonly Part[]): Identity | null {
  const stated = total.row[column] === null ? null : exact(total.row[column]);
  const printed = parts.filter(({ row }) => row[column] !== null);
  const added = sum(printed.map(({ row }) => row[column]));
  if (stated === null || added === null || printed.length === 0) return null;
  const paths = [...printed.map(({ path }) => `${path}.${column}`), `${total.path}.${column}`];
  const amounts = [...printed.filter(({ row }) => row[column] !== 0), total].map(({ path }) => `${path}.${column}`);
  const [name, nameZh] = NAMES[column];
  return {
    code: 'funds-sum',
    result: `${total.path}.${column}`,
    members: paths,
    closes: added === stated,
    proves: paths,
    echoes: echoesAmong(record, amounts),
    arithmetic: {
      kind: 'sum',
      terms: [
        ...parts.map(({ path }) => ({ path: `${path}.${column}`, sign: 1 as const })),
        { path: `${total.path}.${column}`, sign: -1 as const },
      ],
      gap: added - stated,
    },
    message: `The ${name} of the funds rows add up to ${shown(added)}, but the total states ${shown(stated)}.`,
    messageZh: `各项资金的${nameZh}合计为${shown(added)}，而资金总额为${shown(stated)}。`,
  };
}

const closingIn = (identities: readonly Identity[]) => identities.filter(({ closes }) => closes);

/**
 * What a column of the chosen variant proves. Where another variant closes the column as well, only what both add up. Else the choice
 * itself may come from a misread number, unless another column makes it too.
 */
function proved(identity: Identity, chosen: readonly Identity[], others: readonly (readonly Identity[])[]): Identity {
  const proves = others.reduce<readonly string[]>((paths, other) => {
    const closesHere = closingIn(other).find(({ result }) => result === identity.result);
    if (closesHere) return paths.filter((path) => closesHere.members.includes(path));
    const tells = ({ result }: Identity) =>
      result !== identity.result && !closingIn(other).some((column) => column.result === result);
    return closingIn(chosen).some(tells) ? paths : [];
  }, identity.proves);
  return { ...identity, proves };
}

/**
 * Each column's 当年财政拨款 + 上年结转资金 + 其他资金 (and what other issuers name) is 年度资金总额. Source: the form’s funds block.
 * One variant is taken for all columns, the one that closes most, so that no column is closed by choosing for it.
 */
export const fundsSum: IdentityCheck = {
  code: 'funds-sum',
  severity: 'error',
  run(record) {
    const total = totalFunds(record);
    if (!total) return [];
    return divisionsOf(record).flatMap((division) => {
      const evaluated = variantsOf(division).map((parts) =>
        AMOUNTS.flatMap((column) => evaluate(record, column, total, parts) ?? []),
      );
      const chosen = evaluated.reduce(
        (best, next) => (closingIn(next).length > closingIn(best).length ? next : best),
        evaluated[0] ?? [],
      );
      const others = evaluated.filter((variant) => variant !== chosen);
      return chosen.map((identity) => proved(identity, chosen, others));
    });
  },
};
