import { bytes, bytesOf, readFields, text, textsOf, whole, wholesOf, writeFields, type Field } from './wire.ts'

/** The few places of an ONNX model that are read or written here, by their numbers in onnx.proto. */
const model = { graph: 7 } as const
const graph = { node: 1, output: 12 } as const
const value = { name: 1, type: 2, tensorType: 1, elementType: 1 } as const
const node = { input: 1, output: 2, type: 4, attribute: 5 } as const
const attribute = { name: 1, whole: 3, tensor: 5, type: 20 } as const
const tensor = { dimension: 1, type: 2, name: 8, raw: 9 } as const

export const elementType = { float: 1, int8: 3 } as const
const attributeType = { whole: 2, tensor: 4 } as const

/** A weight: the name under which later nodes take it, its shape, and its numbers. */
export type Weight = { readonly name: string; readonly shape: readonly number[]; readonly values: Float32Array }

/** The nodes of a model in order, each as the bytes of one node; `join` puts other nodes in their place. */
export function openModel(file: Uint8Array) {
  const outer = readFields(file)
  const [body] = bytesOf(outer, model.graph)
  if (body === undefined) throw new Error('this is no ONNX model: it has no graph')
  const inner = readFields(body)
  return {
    nodes: bytesOf(inner, graph.node),
    join(nodes: readonly Uint8Array[]): Uint8Array {
      const others = inner.filter(({ number }) => number !== graph.node).map(withoutShape)
      const graphNow = writeFields([...nodes.map((each) => bytes(graph.node, each)), ...others])
      return writeFields(outer.map((field) => (field.number === model.graph ? bytes(model.graph, graphNow) : field)))
    },
  }
}

/** What leaves the model is declared as floats of any shape: its last layer has other columns now. */
function withoutShape(field: Field): Field {
  if (field.number !== graph.output || field.kind !== 'bytes') return field
  const name = readFields(field.value).filter(({ number }) => number === value.name)
  const floats = writeFields([whole(value.elementType, elementType.float)])
  const type = writeFields([bytes(value.tensorType, floats)])
  return bytes(graph.output, writeFields([...name, bytes(value.type, type)]))
}

/** The weight that a `Constant` node of floats holds; `undefined` for any other node. */
export function weightOf(nodeBytes: Uint8Array): Weight | undefined {
  const fields = readFields(nodeBytes)
  const [name] = textsOf(fields, node.output)
  if (textsOf(fields, node.type)[0] !== 'Constant' || name === undefined) return undefined
  const [held] = bytesOf(fields, node.attribute).flatMap((each) => bytesOf(readFields(each), attribute.tensor))
  if (held === undefined) return undefined
  const parts = readFields(held)
  const [raw] = bytesOf(parts, tensor.raw)
  if (wholesOf(parts, tensor.type)[0] !== elementType.float || raw === undefined) return undefined
  return { name, shape: wholesOf(parts, tensor.dimension), values: new Float32Array(Uint8Array.from(raw).buffer) }
}

type Numbers = Float32Array | Int8Array

export function constantNode(name: string, shape: readonly number[], values: Numbers): Uint8Array {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const held = writeFields([
    ...shape.map((size) => whole(tensor.dimension, size)),
    whole(tensor.type, values instanceof Int8Array ? elementType.int8 : elementType.float),
    text(tensor.name, name),
    bytes(tensor.raw, raw),
  ])
  const given = [text(attribute.name, 'value'), bytes(attribute.tensor, held)]
  return operation('Constant', [], name, [...given, whole(attribute.type, attributeType.tensor)])
}

export const castNode = (input: string, output: string, to: number): Uint8Array =>
  operation('Cast', [input], output, [
    text(attribute.name, 'to'),
    whole(attribute.whole, to),
    whole(attribute.type, attributeType.whole),
  ])

export const multiplyNode = (a: string, b: string, output: string): Uint8Array => operation('Mul', [a, b], output)

const operation = (type: string, inputs: readonly string[], output: string, setting?: readonly Field[]): Uint8Array =>
  writeFields([
    ...inputs.map((each) => text(node.input, each)),
    text(node.output, output),
    text(node.type, type),
    ...(setting === undefined ? [] : [bytes(node.attribute, writeFields(setting))]),
  ])
