/** Whether something stands on the screen that says more than「有新版本」: then that line stays away, and comes back after it. */
export function graverNotes() {
  const listeners = new Set<() => void>()
  let standing = 0
  const change = (by: number) => {
    standing += by
    for (const listener of listeners) listener()
  }
  return {
    isThere: (): boolean => standing > 0,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Ended by what it answers. */
    stand: () => {
      change(1)
      return () => change(-1)
    },
  }
}

export const ofThisPage = graverNotes()
