import type {
  DecisionRequest,
  FormView,
  Job,
  Overview,
  PageImage,
  Passage,
  Refusal,
  TablesView,
  Tried,
  TryRequest,
} from '../api.js';

/** The program on this machine no longer answers. */
export class ServerLost extends Error {
  override readonly name = 'ServerLost';
}

/** The program refused a request, and says why. */
export class RefusedByServer extends Error {
  override readonly name = 'RefusedByServer';

  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Why a request gave nothing, in both languages. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof RefusedByServer ? error.refusal : { code: '', message: String(error), messageZh: String(error) };

async function ask<T>(path: string, options: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new ServerLost();
  }
  const body: unknown = await answer.json();
  if (!answer.ok) throw new RefusedByServer(body as Refusal);
  return body as T;
}

const post = <T>(path: string, value: unknown) =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });

/** What the page asks of the program. Addresses are relative: the token stands before them. */
export const server = {
  overview: () => ask<Overview>('api/overview'),
  form: (id: string) => ask<FormView>(`api/forms/${id}`),
  page: (id: string, page: number) => ask<PageImage>(`api/forms/${id}/pages/${page}`),
  passage: (id: string) => ask<Passage>(`api/forms/${id}/passage`),
  tables: (id: string) => ask<TablesView>(`api/forms/${id}/tables`),
  decide: (request: DecisionRequest) => post<FormView>('api/decisions', request),
  try: (request: TryRequest) => post<Tried>('api/try', request),
  write: () => post<Overview>('api/tables', {}),
  jobs: () => ask<Job[]>('api/jobs'),
  drop: (file: File) =>
    ask<Job>('api/files', { method: 'POST', headers: { 'x-file-name': encodeURIComponent(file.name) }, body: file }),
};
