import * as ort from 'onnxruntime-web/wasm'
import type { Loaded } from './pack.ts'
import type { Recognise } from './read-plate.ts'
import { rowHeight, rowWidth } from './stretch.ts'

/** The smallest program with the instructions that the engine is made of (SIMD, fixed width). */
const simd = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]

/** Asked before anything is loaded: five megabytes for nothing would be a pity. */
export const canRun = (): boolean =>
  typeof WebAssembly === 'object' &&
  WebAssembly.validate(Uint8Array.from(simd)) &&
  typeof OffscreenCanvas === 'function'

/** Starts the engine on the model; a second on a good phone, so it is done once. */
export async function startEngine({ model, engine }: Pick<Loaded, 'model' | 'engine'>): Promise<Recognise> {
  // One thread: more would need headers that other parts of the page could not live with.
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmBinary = engine
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] })
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]]
  return async (rows, count) => {
    const given = new ort.Tensor('float32', rows, [count, 3, rowHeight, rowWidth])
    const answer = (await session.run({ [input]: given }))[output]
    if (answer?.data instanceof Float32Array) return answer.data
    throw new Error('the model answered in another type')
  }
}
