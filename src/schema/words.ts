import type { z } from 'zod';

/** A field's words: its column title in both languages, and what it holds. */
export interface Words {
  readonly title: string;
  readonly titleZh: string;
  readonly description?: string;
  readonly descriptionZh?: string;
}

/** The schema with words; words that it has already stay where no new ones are given. */
export function worded<T extends z.ZodType>(schema: T, words: Partial<Words>): T {
  return schema.meta({ ...schema.meta(), ...words });
}

/** The schema under a title that names what it belongs to: `under('Target', '年度指标值', unit)` is `Target: unit`, `年度指标值·单位`. */
export function under<T extends z.ZodType>(title: string, titleZh: string, schema: T, words: Partial<Words> = {}): T {
  const known = schema.meta() as Partial<Words> | undefined;
  const own = { ...known, ...words };
  return schema.meta({
    ...own,
    title: `${title}: ${(own.title ?? '').toLowerCase()}`,
    titleZh: `${titleZh}·${own.titleZh ?? ''}`,
  });
}
