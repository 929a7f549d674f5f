import { castNode, constantNode, elementType, multiplyNode, type Weight } from './onnx.ts'

/** Shorter weights (biases, norms) stay as they are: they weigh nothing and carry much. */
const worthIt = 1024

/** Convolutions (out × in × h × w) have their channel first, layers of a multiplication (in × out) last. */
const channelAxis = (shape: readonly number[]) => (shape.length === 2 ? 1 : 0)

export type Quantised = { readonly whole: Int8Array; readonly scales: Float32Array; readonly axis: number }

/** Each channel as whole numbers from −127 to 127 and one scale: off by half a step at most. */
export function quantise({ shape, values }: Weight): Quantised {
  const axis = channelAxis(shape)
  const channels = shape[axis] ?? 0
  const stride = shape.slice(axis + 1).reduce((product, size) => product * size, 1)
  const channelOf = (place: number) => Math.floor(place / stride) % channels
  const scales = new Float32Array(channels)
  values.forEach((value, place) => {
    const channel = channelOf(place)
    scales[channel] = Math.max(scales[channel] ?? 0, Math.abs(value) / 127)
  })
  const whole = Int8Array.from(values, (value, place) => {
    const scale = scales[channelOf(place)] ?? 0
    return scale === 0 ? 0 : Math.round(value / scale)
  })
  return { whole, scales, axis }
}

/** The nodes that stand for a weight: whole numbers, made floats again and scaled; the engine folds them once, at its start. */
export function weightNodes(weight: Weight): readonly Uint8Array[] {
  const { name, shape, values } = weight
  if (values.length < worthIt || shape.length < 2) return [constantNode(name, shape, values)]
  const { whole, scales, axis } = quantise(weight)
  const scaleShape = shape.map((size, place) => (place === axis ? size : 1))
  return [
    constantNode(`${name}.q`, shape, whole),
    castNode(`${name}.q`, `${name}.f`, elementType.float),
    constantNode(`${name}.s`, scaleShape, scales),
    multiplyNode(`${name}.f`, `${name}.s`, name),
  ]
}
