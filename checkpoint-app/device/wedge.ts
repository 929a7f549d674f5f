/** A scanner gun types like a very fast keyboard and ends with Enter. */
const slowestKeyMs = 60
const shortestCode = 12

export type WedgeKey = { readonly key: string; readonly at: number }

/** Collects keys; answers a whole code when Enter comes, or `undefined`. Typing by hand is too slow to count. */
export function wedgeCollector() {
  let text = ''
  let lastAt = 0
  return ({ key, at }: WedgeKey): string | undefined => {
    if (at - lastAt > slowestKeyMs) text = ''
    lastAt = at
    if (key === 'Enter') {
      const whole = text
      text = ''
      return whole.length >= shortestCode ? whole : undefined
    }
    if (key.length === 1) text += key
    return undefined
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/** Listens while a screen waits for a code; what is typed into a field is left alone. */
export function listenForGun(found: (text: string) => void): () => void {
  const collect = wedgeCollector()
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const text = collect({ key: event.key, at: event.timeStamp })
    if (text === undefined) return
    event.preventDefault()
    found(text)
  }
  document.addEventListener('keydown', onKey, true)
  return () => document.removeEventListener('keydown', onKey, true)
}
