import { Draft } from './draft.js';
import {
  type Constant,
  type Network,
  numberAttribute,
  type Operation,
  wholeNumberAttribute,
  wholeNumbersAttribute,
} from './onnx-graph.js';

/**
 * The same network with fewer operations: numbers that a convolution's input or output is multiplied with, or that are added to it, go into
 * the convolution; x · min(max(x + 3, 0), 6) / 6 (hard swish, Howard et al. 2019) takes two operations instead of four. What it gives
 * differs in the last bits of its numbers only.
 */
export function lighterNetwork(network: Network): Network {
  const draft = new Draft(network);
  for (const rule of [hardSwish, intoConvolutionBefore, intoConvolutionBehind])
    for (const operation of draft.operations)
      for (let next = rule(draft, operation); next !== null; next = rule(draft, next));
  return draft.network();
}

/** Changes the draft where an operation gives occasion to: what stands in its place then; null where it did not. */
type Rule = (draft: Draft, operation: Operation) => Operation | null;

/** x · min(max(x + 3, 0), 6) / 6 = x · min(max(x / 6 + 1 / 2, 0), 1), which is one operation and a product. */
const hardSwish: Rule = (draft, sum) => {
  const three = byNumber(draft, sum, 'Add');
  if (three?.number !== 3) return null;
  const clip = draft.onlyTaker(sum.outputs[0]);
  if (clip?.type !== 'Clip' || attribute(clip, 'min') !== 0 || attribute(clip, 'max') !== 6) return null;
  const product = draft.onlyTaker(clip.outputs[0]);
  if (product?.type !== 'Mul' || !product.inputs.includes(three.input)) return null;
  const quotient = draft.onlyTaker(product.outputs[0]);
  if (!quotient || byNumber(draft, quotient, 'Div')?.number !== 6) return null;
  const gate: Operation = {
    type: 'HardSigmoid',
    inputs: [three.input],
    outputs: clip.outputs,
    attributes: [numberAttribute('alpha', 1 / 6), numberAttribute('beta', 0.5)],
  };
  const gated: Operation = {
    type: 'Mul',
    inputs: [three.input, ...clip.outputs],
    outputs: quotient.outputs,
    attributes: [],
  };
  draft.replace([sum, clip, product, quotient], gate, gated);
  return null;
};

/** A number that what a convolution gives is multiplied with, or that is added to it. */
const intoConvolutionBefore: Rule = (draft, operation) => {
  const convolution = convolutionOf(draft, operation);
  const next = convolution && draft.onlyTaker(operation.outputs[0]);
  const step = next && (byNumber(draft, next, 'Mul') ?? byNumber(draft, next, 'Add'));
  if (!next || !step) return null;
  const { weights, bias } = convolution;
  const changed =
    next.type === 'Mul'
      ? { weights: times(weights, step.number), bias: times(bias, step.number) }
      : { weights, bias: plus(bias, () => step.number) };
  return draft.replace([operation, next], convolved(draft, operation, changed, operation.inputs, next.outputs));
};

/** A number that what a convolution takes is multiplied with, or that is added to it. */
const intoConvolutionBehind: Rule = (draft, operation) => {
  const convolution = convolutionOf(draft, operation);
  const before = convolution && draft.giver(operation.inputs[0]);
  if (!before || draft.onlyTaker(before.outputs[0]) !== operation) return null;
  const { weights, bias } = convolution;
  const into = (changed: Convolution, input: string) =>
    draft.replace([before, operation], convolved(draft, operation, changed, [input], operation.outputs));
  const factor = byNumber(draft, before, 'Mul');
  if (factor) return into({ weights: times(weights, factor.number), bias }, factor.input);
  const summand = byNumber(draft, before, 'Add');
  if (!summand) return null;
  if (isPadded(operation)) return asConvolution(draft, before, summand, channelsOf(operation, weights));
  const sums = sumsOf(weights);
  return into({ weights, bias: plus(bias, (at) => summand.number * (sums[at] as number)) }, summand.input);
};

/**
 * x · a + b as a convolution of its own, where it can't go into the one behind, which puts zeros around its input: ONNX Runtime keeps its
 * numbers in the order that convolutions want.
 */
function asConvolution(draft: Draft, sum: Operation, { number, input }: ByNumber, channels: number): Operation | null {
  const product = draft.giver(input);
  const factor = product && byNumber(draft, product, 'Mul');
  if (!factor || draft.onlyTaker(input) !== sum) return null;
  const each = (value: number, shape: readonly number[]): Constant => ({
    shape,
    values: new Float32Array(channels).fill(value),
  });
  const convolution = { weights: each(factor.number, [channels, 1, 1, 1]), bias: each(number, [channels]) };
  const attributes = [wholeNumbersAttribute('kernel_shape', [1, 1]), wholeNumberAttribute('group', channels)];
  const operation = { type: 'Conv', inputs: [], outputs: [], attributes };
  draft.replace([product, sum], convolved(draft, operation, convolution, [factor.input], sum.outputs));
  return null; // nothing is left to be taken into the one behind
}

/** What an operation does to its input with one number. */
interface ByNumber {
  readonly input: string;
  readonly number: number;
}

/** Null where it is another operation, or its other input is no single number. */
function byNumber(draft: Draft, { type, inputs: [left = '', right = ''] }: Operation, wanted: string): ByNumber | null {
  if (type !== wanted) return null;
  const [one, other] = [draft.constant(left), draft.constant(right)];
  if (other?.values.length === 1) return { input: left, number: other.values[0] as number };
  if (one?.values.length === 1 && type !== 'Div') return { input: right, number: one.values[0] as number };
  return null;
}

/** What a convolution was trained to: for each channel that it gives weights, and what is added. */
interface Convolution {
  readonly weights: Constant;
  readonly bias: Constant;
}

function convolutionOf(draft: Draft, { type, inputs }: Operation): Convolution | null {
  const weights = draft.constant(inputs[1]);
  if (type !== 'Conv' || !weights) return null;
  const channels = weights.shape[0] as number;
  const bias =
    inputs[2] === undefined ? { shape: [channels], values: new Float32Array(channels) } : draft.constant(inputs[2]);
  return bias && { weights, bias };
}

function convolved(
  draft: Draft,
  operation: Operation,
  { weights, bias }: Convolution,
  [input = '']: readonly string[],
  outputs: readonly string[],
): Operation {
  return { ...operation, inputs: [input, draft.add(weights), draft.add(bias)], outputs };
}

const attribute = ({ attributes }: Operation, name: string) =>
  attributes.find((one) => one.name === name)?.value ?? null;

function isPadded(convolution: Operation): boolean {
  const pads = attribute(convolution, 'pads');
  return attribute(convolution, 'auto_pad') !== null || (Array.isArray(pads) && pads.some((pad) => pad !== 0));
}

/** How many channels a convolution takes. */
function channelsOf(convolution: Operation, { shape: [, each = 0] }: Constant): number {
  const group = attribute(convolution, 'group');
  return each * (typeof group === 'number' ? group : 1);
}

const times = ({ shape, values }: Constant, factor: number): Constant => ({
  shape,
  values: values.map((value) => value * factor),
});
const plus = ({ shape, values }: Constant, summand: (at: number) => number): Constant => ({
  shape,
  values: values.map((value, at) => value + summand(at)),
});

/** The sums of the weights for each channel that is given. */
function sumsOf({ shape: [channels = 0], values }: Constant): number[] {
  const size = values.length / channels;
  return Array.from({ length: channels }, (_, at) =>
    values.subarray(at * size, (at + 1) * size).reduce((sum, value) => sum + value, 0),
  );
}
