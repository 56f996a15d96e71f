import { z } from 'zod';
import type { Grey } from '../raster/raster.js';

/** The engines that a reading process can open, by what they are for. */
export const EngineName = z.enum(['ppocr', 'tesseract-text', 'tesseract-numbers']);
export type EngineName = z.infer<typeof EngineName>;

/** What a reading process is asked: lines for one engine. Sent as structured data, so that pictures stay bytes. */
export interface ReaderRequest {
  readonly id: number;
  readonly engine: EngineName;
  readonly lines: readonly Grey[];
}

/** Characters: no line of print has more. */
const LONGEST_TEXT = 2_000;

/** What it answers: a reading for each line; why it could not read them; why the engine is not to be had. */
export const ReaderAnswer = z.union([
  z.object({
    id: z.int(),
    readings: z.array(
      z.object({
        text: z.string().max(LONGEST_TEXT),
        confidence: z.number().min(0).max(1),
        places: z.array(z.number().min(0).max(1)).max(LONGEST_TEXT).readonly().optional(),
      }),
    ),
  }),
  z.object({ id: z.int(), error: z.string() }),
  z.object({ id: z.int(), missing: z.string() }),
]);
export type ReaderAnswer = z.infer<typeof ReaderAnswer>;
