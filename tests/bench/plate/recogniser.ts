import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { startEngine } from '../../../checkpoint-app/device/plate/engine.ts'
import type { Recognise } from '../../../checkpoint-app/device/plate/read-plate.ts'
import { smallModelFile } from '../../../checkpoint-app/plate-model/plugin.ts'

const bytes = (path: string) => Uint8Array.from(readFileSync(path))

/** The model that the build ships, on the engine that it ships, in Node instead of a worker. */
export async function shippedRecogniser(): Promise<Recognise> {
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/changxing', import.meta.url))
  const engine = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')
  return startEngine({ model: bytes(await smallModelFile(cache)), engine: bytes(engine) })
}
