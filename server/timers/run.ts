import type { Deps } from '../deps.ts'
import { timers } from './index.ts'
import type { Timer } from './index.ts'

/** Runs every timer now and then at its pace, never twice at once. Answers how to stop. */
export function startTimers(deps: Deps): () => void {
  const running = timers.map((timer) => {
    let busy = false
    const run = async () => {
      if (busy) return
      busy = true
      await runOne(timer, deps)
      busy = false
    }
    void run()
    return setInterval(() => void run(), timer.everySeconds * 1000).unref()
  })
  return () => running.forEach((timer) => clearInterval(timer))
}

async function runOne(timer: Timer, deps: Deps): Promise<void> {
  try {
    await timer.run(deps)
  } catch (cause) {
    deps.log('timer-failed', { timer: timer.name, error: cause instanceof Error ? cause.name : typeof cause })
  }
}
