import type { Random } from '../damage/random.js';

type Mutation = (bytes: Buffer, other: Buffer, random: Random) => Buffer;

const LONGEST_PIECE = 2_000;
const MOST_FLIPS = 40;
const MOST_REPEATS = 50;

/** A place in the bytes and a short way on from it. */
function piece(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.int(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.int(LONGEST_PIECE))];
}

const flip: Mutation = (bytes, _other, random) => {
  const flipped = Buffer.from(bytes);
  for (let left = 1 + random.int(MOST_FLIPS); left > 0; left -= 1) flipped[random.int(bytes.length)] = random.int(256);
  return flipped;
};

const cutEnd: Mutation = (bytes, _other, random) => bytes.subarray(0, random.int(bytes.length));

const cutOut: Mutation = (bytes, _other, random) => {
  const [from, to] = piece(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

const splice: Mutation = (bytes, other, random) => {
  const [from, to] = piece(other, random);
  const at = random.int(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
};

const repeat: Mutation = (bytes, _other, random) => {
  const [from, to] = piece(bytes, random);
  const times = Array<Buffer>(1 + random.int(MOST_REPEATS)).fill(bytes.subarray(from, to));
  return Buffer.concat([bytes.subarray(0, to), ...times, bytes.subarray(to)]);
};

/** Other digits: lengths, counts, offsets and sizes that are wrong. */
const digits: Mutation = (bytes, _other, random) => {
  const changed = Buffer.from(bytes);
  for (const [index, byte] of bytes.entries())
    if (byte >= ZERO && byte < ZERO + 10 && random.chance(0.002)) changed[index] = ZERO + random.int(10);
  return changed;
};

const ZERO = 0x30;
const MUTATIONS: readonly Mutation[] = [flip, cutEnd, cutOut, splice, repeat, digits];
const MOST_MUTATIONS = 3;

/** A file changed one to three times; `other` is what pieces are taken from. */
export function mutated(bytes: Buffer, other: Buffer, random: Random): Buffer {
  let mutant = bytes;
  for (let left = 1 + random.int(MOST_MUTATIONS); left > 0 && mutant.length > 0; left -= 1)
    mutant = random.pick(MUTATIONS)(mutant, other, random);
  return mutant;
}
