import type { Timer } from './index.ts'

/** Another process of this server may have published or taken back: a checkpoint hears of it within half a minute. */
export const law: Timer = {
  name: 'law',
  everySeconds: 30,
  run: (deps) => deps.law.refresh(),
}
