import { beforeAll, describe, expect, it } from 'vitest'
import { classMeaning, plateAlphabet } from '../../checkpoint-app/device/plate/alphabet.ts'
import { openModel, weightOf, type Weight } from '../../checkpoint-app/plate-model/onnx.ts'
import { isOfPlatePack, recogniser } from '../../checkpoint-app/plate-model/plugin.ts'
import { columnsFor, keepColumns } from '../../checkpoint-app/plate-model/prune.ts'
import { quantise, weightNodes } from '../../checkpoint-app/plate-model/quantise.ts'
import { smallModel } from '../../checkpoint-app/plate-model/small-model.ts'
import { plateForms } from '../../shared/identity/plate.ts'

let general: { model: Uint8Array; keys: string }
let small: Uint8Array
let weights: { general: ReadonlyMap<string, Weight>; small: ReadonlyMap<string, Weight> }
beforeAll(async () => {
  general = await recogniser()
  small = smallModel(general.model, general.keys, plateAlphabet)
  weights = { general: weightsOf(general.model), small: weightsOf(small) }
})

const weightsOf = (model: Uint8Array): ReadonlyMap<string, Weight> =>
  new Map(
    openModel(model).nodes.flatMap((node) => {
      const weight = weightOf(node)
      return weight === undefined ? [] : [[weight.name, weight]]
    }),
  )

describe('the classes', () => {
  it('are the blank, then the alphabet, each taken from its own line of the keys file', () => {
    const lines = general.keys.split('\n')
    const [blank, ...columns] = columnsFor(plateAlphabet, general.keys)
    expect(blank).toBe(0)
    expect(columns.map((column) => lines[column - 1])).toEqual(plateAlphabet)
  })

  it('have every character that a form of plate may carry', () => {
    const needed = new Set(plateForms.flatMap(([, places]) => places.flatMap((place) => Array.from(place))))
    expect([...needed].filter((character) => !classMeaning.includes(character))).toEqual([])
  })

  it('are each once, and a keys file without one of them is refused', () => {
    expect(new Set(plateAlphabet).size).toBe(plateAlphabet.length)
    expect(() => columnsFor(['豫', '龘龘'], general.keys)).toThrow('龘龘')
  })
})

describe('the small model', () => {
  it('is two megabytes and no more', () => {
    expect(small.length).toBeGreaterThan(1_500_000)
    expect(small.length).toBeLessThan(2_200_000)
  })

  it('has a last layer of the blank and the alphabet, with the very numbers of the general one', () => {
    const columns = columnsFor(plateAlphabet, general.keys)
    const before = weights.general.get('linear_85.b_0')!
    const after = weights.small.get('linear_85.b_0')!
    expect(before.shape).toEqual([6625])
    expect(after.shape).toEqual([plateAlphabet.length + 1])
    expect(Array.from(after.values)).toEqual(columns.map((column) => before.values[column]))
  })

  it('keeps all other nodes, in order', () => {
    const shrunk = [...weights.general.keys()].filter((name) => !weights.small.has(name))
    expect(shrunk.length).toBeGreaterThan(30)
    // A weight of bytes is four nodes: the bytes, a Cast, its scales and a Mul.
    expect(openModel(small).nodes.length).toBe(openModel(general.model).nodes.length + 3 * shrunk.length)
  })

  it('is refused where the model has another last layer', () => {
    const other = openModel(general.model)
    const without = other.join(other.nodes.filter((node) => weightOf(node)?.name !== 'linear_85.w_0'))
    expect(() => smallModel(without, general.keys, plateAlphabet)).toThrow('last layer')
  })
})

it('keeps columns of a layer, row by row', () => {
  const layer = { name: 'w', shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) }
  expect(keepColumns(layer, [2, 0])).toEqual({ name: 'w', shape: [2, 2], values: Float32Array.of(3, 1, 6, 4) })
  expect(() => keepColumns(layer, [3])).toThrow('number 3')
})

describe('one byte a weight', () => {
  it.each([
    ['a convolution: by its first axis', [2, 3, 1, 1], [1, -2, 0.5, 100, 50, -25], 0],
    ['a layer: by its last', [3, 2], [1, 100, -2, 50, 0.5, -25], 1],
  ])('%s, and off by half a step at most', (_, shape, numbers, axis) => {
    const values = Float32Array.from(numbers)
    const { whole, scales, axis: found } = quantise({ name: 'w', shape, values })
    expect(found).toBe(axis)
    expect(Array.from(scales, (scale) => Math.round(scale * 127))).toEqual([2, 100])
    values.forEach((value, at) => {
      const scale = scales[axis === 0 ? Math.floor(at / 3) : at % 2]!
      expect(Math.abs(whole[at]! * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-6)
    })
  })

  it('a channel of zeros stays zero, and short weights stay floats', () => {
    expect(quantise({ name: 'w', shape: [2, 1, 1, 1], values: Float32Array.of(0, 5) }).whole).toEqual(
      Int8Array.of(0, 127),
    )
    expect(weightNodes({ name: 'w', shape: [4], values: new Float32Array(4) })).toHaveLength(1)
  })
})

it.each([
  ['assets/plate-AbCd0123.onnx', true],
  ['assets/ort-wasm-simd-threaded-DcHr.wasm', true],
  ['assets/zxing_reader-Bb9.wasm', false],
  ['assets/plate-worker-B70.js', false],
])('%s is left to the page: %s', (file, left) => expect(isOfPlatePack(file)).toBe(left))
