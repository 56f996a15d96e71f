import type { Grey } from '../../src/extract/scan/grey.js';

/** Lines whose bytes say what they are, for readers that do not look at pictures. */
export function sayingLine(text: string): Grey {
  const data = new TextEncoder().encode(text);
  return { width: data.length, height: 1, data };
}

export const saidBy = ({ data }: Grey): string => new TextDecoder().decode(data);
