import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Random, randomFrom } from '../damage/random.js';
import { fixture } from '../hostile/good.js';
import { mutated } from './mutate.js';
import { mutatedOffice, officeFiles } from './office-files.js';
import { type BaseFile, smallPictures } from './small-pictures.js';

/** How many of each kind there are among a thousand. Reading a page of a scan takes seconds, so few are whole pages. */
const SHARES = { text: 430, pdf: 410, office: 100, smallPicture: 55, scan: 5 } as const;
export type Kind = keyof typeof SHARES;
const KINDS = Object.entries(SHARES).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind));

export type BaseFiles = Readonly<Record<Kind, readonly BaseFile[]>>;

/** What is mutated: texts, printed PDFs, office files and what OCR programs write, corners of scans in every codec, and scanned pages. */
export async function baseFiles(): Promise<BaseFiles> {
  return {
    text: fixtures('forms'),
    office: await officeFiles(),
    pdf: [...fixtures('pdf'), ...fixtures('protected')],
    smallPicture: await smallPictures(),
    scan: fixtures('scan'),
  };
}

/** Writes mutants into a folder: the same ones for the same seed. `only`: of one kind alone. */
export function writeMutants(folder: string, count: number, seed: number, bases: BaseFiles, only?: Kind): void {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(seed);
  for (let number = 1; number <= count; number += 1) {
    const { ending, bytes } = mutant(bases, random, only);
    writeFileSync(join(folder, `${number}${ending}`), bytes);
  }
}

function mutant(bases: BaseFiles, random: Random, only: Kind | undefined): BaseFile {
  const kind = only ?? random.pick(KINDS);
  const files = bases[kind];
  const [{ ending, bytes }, other] = [random.pick(files), random.pick(files)];
  const mutate = kind === 'office' ? mutatedOffice : mutated;
  return { ending, bytes: mutate(bytes, other.bytes, random) };
}

export const isKind = (word: string): word is Kind => word in SHARES;

const fixtures = (kind: string): BaseFile[] =>
  readdirSync(new URL(`../../fixtures/${kind}`, import.meta.url))
    .sort()
    .map((name) => ({ ending: extname(name), bytes: fixture(`${kind}/${name}`) }));
