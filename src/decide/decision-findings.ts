import type { Code } from '../schema/catalogue.js';
import type { Decision, LeafValue, Review } from '../schema/decision.js';
import type { Finding } from '../schema/finding.js';

const finding = (code: Code, path: string, message: string, messageZh: string): Finding => ({
  code,
  severity: 'warning',
  path,
  message,
  messageZh,
});

/** A parent's digest tells a reader nothing. */
const shown = (value: LeafValue, other: string) =>
  value === null || value === '' || (typeof value === 'string' && value.startsWith('sha256:')) ? other : `“${value}”`;

/** A decision on a value that reads otherwise now. */
export const decisionStale = ({ by, at, before, path }: Decision, now: LeafValue): Finding =>
  finding(
    'decision-stale',
    path,
    `${by} decided on it (${at}) when it read ${shown(before, 'otherwise')}; now it reads ${shown(now, 'otherwise')}. The decision was not applied. Compare it with the page.`,
    `${by}曾就此作出决定（${at}），当时读作${shown(before, '其他内容')}，现在读作${shown(now, '其他内容')}，该决定未采用，请对照原件核对。`,
  );

/** A decision on a file that holds something else now. */
export const sourceChanged = ({ by, at, path }: Decision): Finding =>
  finding(
    'decision-stale',
    path,
    `${by} decided on it (${at}) in an earlier content of the file. The decision was not applied. Compare it with the page.`,
    `${by}曾就此作出决定（${at}），但来源文件此后已变更，该决定未采用，请对照原件核对。`,
  );

/** Two people who decided otherwise on one value. */
export const decisionsDiffer = (taken: Decision, other: Decision): Finding =>
  finding(
    'decisions-differ',
    taken.path,
    `${other.by} (${other.at}) and ${taken.by} (${taken.at}) decided otherwise on it: ${outcome(other)} and ${outcome(taken)}; the later one was taken. Agree, and take one of them back.`,
    `${other.by}（${other.at}）与${taken.by}（${taken.at}）对此的决定不一致：${outcome(other)}、${outcome(taken)}，已取较晚者。请商定后撤销其一。`,
  );

const outcome = ({ action, after, before }: Decision) => shown(action === 'replace' ? after : before, '-');

/** A row that a person added: nobody read it on the page. */
export const rowAdded = ({ by, at }: Decision, path: string): Finding => ({
  ...finding(
    'row-added',
    path,
    `${by} added this row (${at}); the program did not read it.`,
    `本行由${by}添加（${at}），程序未曾读到。`,
  ),
  severity: 'note',
});

/** A row that a person took away. */
export const rowRemoved = ({ by, at }: Decision, block: string, text: string): Finding => ({
  ...finding(
    'row-removed',
    block,
    `${by} took away the row ${shown(text, 'without a name')} that was read here (${at}).`,
    `${by}删除了此处读到的一行：${shown(text, '无名称')}（${at}）。`,
  ),
  severity: 'note',
});

/** A signature under a record that is no longer what was signed. */
export const signatureVoid = ({ by, at }: Review): Finding =>
  finding(
    'signature-void',
    '',
    `${by} signed the form (${at}); it has changed since, and is not signed. Look at it and sign it again.`,
    `${by}曾签署本表（${at}），此后内容有变，签署失效，请复核后重新签署。`,
  );
