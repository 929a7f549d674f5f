import { tryBundle } from '../usecases/fetch-bundle.ts'
import type { Timer } from './index.ts'

/** Phones can do without a new bundle for hours; somebody must hear of it long before. */
export const bundle: Timer = {
  name: 'bundle',
  everySeconds: 300,
  async run(deps) {
    const code = await tryBundle(deps)
    if (code !== undefined) deps.log('bundle-cannot-be-made', { code })
  },
}
