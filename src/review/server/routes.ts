import type { IncomingMessage } from 'node:http';
import { Limits } from '../../schema/limits.js';
import { DecisionRequest, type Passage, TryRequest } from '../api.js';
import type { DroppedFiles } from '../session/dropped-files.js';
import { sourceFile } from '../folder/source-file.js';
import { sourceText } from '../folder/source-text.js';
import { notFound, refused } from '../refused.js';
import type { Review } from '../session/review.js';
import { passageOf } from '../view/passage.js';
import { jsonOf } from './body.js';
import type { PageFile } from './page-files.js';
import { type Pictures, sourceGone } from './pictures.js';
import type { SourceTables } from './source-tables.js';

/** What a request is answered with. */
export interface Answer {
  readonly type: string;
  readonly body: Buffer | string;
}

export interface Serving {
  readonly review: Review;
  readonly pictures: Pictures;
  readonly tables: SourceTables;
  readonly dropped: DroppedFiles;
  readonly files: ReadonlyMap<string, PageFile>;
}

type Route = readonly [
  method: 'GET' | 'POST',
  pattern: RegExp,
  answer: (serving: Serving, parts: readonly string[], request: IncomingMessage) => Promise<Answer> | Answer,
];

const json = (value: unknown): Answer => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

const file = ({ files }: Serving, name: string): Answer => {
  const found = files.get(name);
  if (found === undefined) throw notFound();
  return { type: found.type, body: found.bytes };
};

const FORM = '([0-9a-f]{12}-\\d{3,9})';

/** Every address there is, behind the token. */
const ROUTES: readonly Route[] = [
  ['GET', /^\/$/, (serving) => file(serving, 'index.html')],
  ['GET', /^\/(page\.js|page\.css)$/, (serving, [name = '']) => file(serving, name)],
  [
    'GET',
    /^\/pictures\/([0-9a-f]{32})\.(webp|svg)$/,
    ({ pictures }, [key = '', type]) => ({
      type: type === 'svg' ? 'image/svg+xml' : 'image/webp',
      body: pictures.bytes(key),
    }),
  ],
  ['GET', /^\/api\/overview$/, async ({ review }) => json(await review.overview())],
  ['GET', new RegExp(`^/api/forms/${FORM}$`), async ({ review }, [id = '']) => json(await review.view(id))],
  [
    'GET',
    new RegExp(`^/api/forms/${FORM}/pages/(\\d{1,6})$`),
    async ({ review, pictures }, [id = '', page = '']) =>
      json(await pictures.page(await review.record(id), Number(page))),
  ],
  ['GET', new RegExp(`^/api/forms/${FORM}/passage$`), async ({ review }, [id = '']) => json(await passage(review, id))],
  [
    'GET',
    new RegExp(`^/api/forms/${FORM}/tables$`),
    async ({ review, tables }, [id = '']) => json(await tables.of(await review.record(id))),
  ],
  ['POST', /^\/api\/try$/, async ({ review }, _, request) => json(await review.try(await jsonOf(request, TryRequest)))],
  [
    'POST',
    /^\/api\/decisions$/,
    async ({ review }, _, request) => json(await review.decide(await jsonOf(request, DecisionRequest))),
  ],
  [
    'POST',
    /^\/api\/tables$/,
    async ({ review }) => {
      await review.write();
      return json(await review.overview());
    },
  ],
  ['GET', /^\/api\/jobs$/, ({ dropped }) => json(dropped.jobs)],
  ['POST', /^\/api\/files$/, async ({ dropped }, _, request) => json(await dropped.take(nameIn(request), request))],
];

/** Answers a request whose path stands behind the token. Throws `Refused`. */
export async function answerTo(path: string, request: IncomingMessage, serving: Serving): Promise<Answer> {
  let isKnown = false;
  for (const [method, pattern, answer] of ROUTES) {
    const [whole, ...parts] = pattern.exec(path) ?? [];
    if (whole === undefined) continue;
    isKnown = true;
    if (method === request.method) return answer(serving, parts, request);
  }
  if (isKnown) throw refused(405, 'method', 'The address takes no such request.', '该地址不接受此类请求。');
  throw notFound();
}

/** The name of a dropped file, which the page sends percent-encoded. */
function nameIn({ headers }: IncomingMessage): string {
  const given = headers['x-file-name'];
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '');
  } catch {
    return '';
  }
}

async function passage(review: Review, id: string): Promise<Passage> {
  const record = await review.record(id);
  const { file, sha256, kind, ordinal } = record.source;
  const path = sourceFile(review.folder, file);
  if (path === null) throw sourceGone(file);
  const text = kind === 'text' ? await sourceText(path, Limits.parse({})) : null;
  if (text === null) throw refused(422, 'no-text', 'The source can’t be shown as text.', '来源文件无法按文字显示。');
  const names = (review.index.ofSource.get(sha256) ?? []).map(({ name }) => name);
  return passageOf(text, record, names, ordinal);
}
