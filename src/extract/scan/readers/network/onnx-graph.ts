import { bytesField, type Field, fieldsOf, floatField, joined, numberField, textField } from './protobuf.js';

/** A network in ONNX's format (onnx.proto), as far as its operations may be changed. */
export interface Network {
  /** In an order in which they can run. */
  readonly operations: readonly Operation[];
  /** What the network was trained to, of 32-bit floats. */
  readonly constants: ReadonlyMap<string, Constant>;
  /** What it gives. */
  readonly outputs: ReadonlySet<string>;
  /** The rest of the file: fields of the model, and of its graph. */
  readonly rest: { readonly model: readonly Uint8Array[]; readonly graph: readonly Uint8Array[] };
}

export interface Operation {
  readonly type: string;
  /** The names of what it reads and gives. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly name: string;
  /** A number or whole numbers; null for what is only kept. */
  readonly value: number | readonly number[] | null;
  readonly bytes: Uint8Array;
}

export interface Constant {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5, output: 12 };
const VALUE = { name: 1 };
const NODE = { input: 1, output: 2, type: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, float: 2, int: 3, tensor: 5, ints: 8, type: 20 };
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 };
const TENSOR = { dimension: 1, type: 2, name: 8, raw: 9 };
const TENSOR_FLOAT = 1;

/** @throws Error where the bytes are no network */
export function parseNetwork(file: Uint8Array): Network {
  const model = fieldsOf(file);
  const graph = fieldsOf(messageIn(model, MODEL.graph));
  const constants = new Map<string, Constant>();
  const operations: Operation[] = [];
  const rest: Uint8Array[] = [];
  for (const field of graph) {
    if (field.number === GRAPH.node) {
      const fields = fieldsOf(field.value as Uint8Array);
      const operation = operationOf(fields);
      const constant = operation.type === 'Constant' ? constantOf(fields) : null;
      if (constant) constants.set(operation.outputs[0] ?? '', constant);
      else operations.push(operation);
    } else if (field.number === GRAPH.initializer) {
      const fields = fieldsOf(field.value as Uint8Array);
      const constant = tensorOf(fields);
      if (constant) constants.set(textIn(fields, TENSOR.name), constant);
      else rest.push(field.bytes);
    } else rest.push(field.bytes);
  }
  return {
    operations,
    constants,
    outputs: new Set(all(graph, GRAPH.output).map((value) => textIn(fieldsOf(value), VALUE.name))),
    rest: { model: model.filter(({ number }) => number !== MODEL.graph).map(({ bytes }) => bytes), graph: rest },
  };
}

/** The network as a file. */
export function networkFile({ operations, constants, rest }: Network): Uint8Array {
  const graph = [
    ...operations.map((operation) => bytesField(GRAPH.node, operationBytes(operation))),
    ...[...constants].map(([name, constant]) => bytesField(GRAPH.initializer, constantBytes(name, constant))),
    ...rest.graph,
  ];
  return joined([...rest.model, bytesField(MODEL.graph, joined(graph))]);
}

/** An attribute that holds a 32-bit float. */
export const numberAttribute = (name: string, value: number): Attribute =>
  attributeFrom(name, value, ATTRIBUTE_TYPES.float, [floatField(ATTRIBUTE.float, value)]);

export const wholeNumberAttribute = (name: string, value: number): Attribute =>
  attributeFrom(name, value, ATTRIBUTE_TYPES.int, [numberField(ATTRIBUTE.int, value)]);

export const wholeNumbersAttribute = (name: string, values: readonly number[]): Attribute =>
  attributeFrom(
    name,
    values,
    ATTRIBUTE_TYPES.ints,
    values.map((value) => numberField(ATTRIBUTE.ints, value)),
  );

function attributeFrom(
  name: string,
  value: number | readonly number[],
  type: number,
  held: readonly Uint8Array[],
): Attribute {
  return {
    name,
    value,
    bytes: joined([textField(ATTRIBUTE.name, name), ...held, numberField(ATTRIBUTE.type, type)]),
  };
}

const decoder = new TextDecoder();
const all = (fields: readonly Field[], number: number) =>
  fields.flatMap((field) => (field.number === number && field.value instanceof Uint8Array ? [field.value] : []));
const textIn = (fields: readonly Field[], number: number) => decoder.decode(all(fields, number)[0]);

function messageIn(fields: readonly Field[], number: number): Uint8Array {
  const [message] = all(fields, number);
  if (!message) throw new Error(`a message lacks its field ${number}`);
  return message;
}

const operationOf = (fields: readonly Field[]): Operation => ({
  type: textIn(fields, NODE.type),
  inputs: all(fields, NODE.input).map((name) => decoder.decode(name)),
  outputs: all(fields, NODE.output).map((name) => decoder.decode(name)),
  attributes: all(fields, NODE.attribute).map(attributeOf),
});

function attributeOf(bytes: Uint8Array): Attribute {
  const fields = fieldsOf(bytes);
  const float = fields.find(({ number }) => number === ATTRIBUTE.float);
  const [int] = numbersIn(fields, ATTRIBUTE.int);
  const ints = numbersIn(fields, ATTRIBUTE.ints);
  const value = float ? lastFloatOf(float.bytes) : (int ?? (ints.length > 0 ? ints : null));
  return { name: textIn(fields, ATTRIBUTE.name), value, bytes };
}

const numbersIn = (fields: readonly Field[], number: number) =>
  fields.flatMap((field) => (field.number === number && typeof field.value === 'number' ? [field.value] : []));
const lastFloatOf = (bytes: Uint8Array) => floatsOf(bytes.subarray(-4))[0] ?? null;

/** What an operation gives that only holds a constant; null where that is of another type. */
function constantOf(operation: readonly Field[]): Constant | null {
  const [attribute] = all(operation, NODE.attribute);
  const [tensor] = attribute ? all(fieldsOf(attribute), ATTRIBUTE.tensor) : [];
  return tensor ? tensorOf(fieldsOf(tensor)) : null;
}

function tensorOf(fields: readonly Field[]): Constant | null {
  const type = fields.find(({ number }) => number === TENSOR.type)?.value;
  const [raw] = all(fields, TENSOR.raw);
  if (type !== TENSOR_FLOAT || !raw) return null;
  const shape = numbersIn(fields, TENSOR.dimension);
  const values = floatsOf(raw);
  return values.length === shape.reduce((product, size) => product * size, 1) ? { shape, values } : null;
}

/** As the file has them, little-endian, at any place. */
const floatsOf = (bytes: Uint8Array) => new Float32Array(Uint8Array.from(bytes).buffer);

function operationBytes({ type, inputs, outputs, attributes }: Operation): Uint8Array {
  return joined([
    ...inputs.map((name) => textField(NODE.input, name)),
    ...outputs.map((name) => textField(NODE.output, name)),
    textField(NODE.type, type),
    ...attributes.map(({ bytes }) => bytesField(NODE.attribute, bytes)),
  ]);
}

function constantBytes(name: string, { shape, values }: Constant): Uint8Array {
  return joined([
    ...shape.map((size) => numberField(TENSOR.dimension, size)),
    numberField(TENSOR.type, TENSOR_FLOAT),
    textField(TENSOR.name, name),
    bytesField(TENSOR.raw, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}
