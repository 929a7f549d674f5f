import type { Deps } from '../deps.ts'

/** How far the demonstration is with filling its day: checkpoints done, of how many. */
export type Progress = { readonly done: number; readonly of: number }
const all = new WeakMap<Deps, Progress>()

export const noteProgress = (deps: Deps, progress: Progress): void => void all.set(deps, progress)
/** undefined = everything is there. */
export function stillFilling(deps: Deps): Progress | undefined {
  const progress = all.get(deps)
  return progress === undefined || progress.done >= progress.of ? undefined : progress
}
