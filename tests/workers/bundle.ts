import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/** server/worker.ts as one module of text, as `wrangler deploy` would make it; .sql files are text. */
export async function bundleWorker(): Promise<{ code: string; modules: string[] }> {
  const input = fileURLToPath(new URL('../../server/worker.ts', import.meta.url))
  const bundle = await rolldown({
    input,
    platform: 'browser',
    resolve: { conditionNames: ['workerd', 'worker', 'browser', 'import', 'default'] },
    moduleTypes: { '.sql': 'text' },
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  const [chunk] = output
  return { code: chunk.code, modules: chunk.moduleIds }
}
