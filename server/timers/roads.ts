import type { Deps } from '../deps.ts'
import { tellPlacesDue } from '../usecases/places.ts'
import { raiseBlocks } from '../usecases/roads-due.ts'
import type { Timer } from './index.ts'

/** Blocked roads that nobody has cleared in time, and service areas that are due to open. */
export const roads: Timer = {
  name: 'roads',
  everySeconds: 30,
  run: async (deps: Deps) => {
    await raiseBlocks(deps)
    await tellPlacesDue(deps)
  },
}
