import type { Refusal } from './api.js';

/** A request that is refused, with what the page says. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    /** HTTP's. */
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.message);
  }
}

export const refused = (status: number, code: string, message: string, messageZh: string): Refused =>
  new Refused(status, { code, message, messageZh });

export const noSuchForm = () =>
  refused(404, 'no-such-form', 'There is no such form in the folder any more.', '文件夹中已没有该表。');
export const notFound = () => refused(404, 'not-found', 'There is nothing here.', '此处没有内容。');
