import type { Ruling } from '../../src/extract/lattice/ruling.js';

export const across = (at: number, from: number, to: number): Ruling => ({ axis: 'horizontal', at, from, to });
export const down = (at: number, from: number, to: number): Ruling => ({ axis: 'vertical', at, from, to });
