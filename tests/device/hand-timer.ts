/** Runs timers by hand, so that the test owns the time. */
export function handTimer() {
  const waits: number[] = []
  let due: (() => void) | undefined
  return {
    /** The milliseconds asked for, in order. */
    waits,
    later: (run: () => void, ms: number) => {
      waits.push(ms)
      due = run
      return () => {
        if (due === run) due = undefined
      }
    },
    /** What was asked for last, and a moment for what it begins. */
    fire: async (): Promise<void> => {
      due?.()
      for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done))
    },
  }
}
