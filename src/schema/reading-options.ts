import { z } from 'zod';

/**
 * How pictures are read: by two readers; by one, faster, which leaves more to be looked at; not at all.
 */
export const OcrMode = z.enum(['best', 'fast', 'none']);
export type OcrMode = z.infer<typeof OcrMode>;

export const ReadingOptions = z.object({
  ocr: OcrMode.default('best').meta({ description: 'How pictures are read: by two readers, by one, not at all.' }),
  /** For pictures that do not tell theirs. */
  dpi: z
    .number()
    .min(50)
    .max(2400)
    .nullable()
    .default(null)
    .meta({ unit: 'dots per inch', description: 'Of pictures that do not tell theirs; null to go by their size.' }),
});
export type ReadingOptions = z.infer<typeof ReadingOptions>;

export const DEFAULT_READING: ReadingOptions = ReadingOptions.parse({});
