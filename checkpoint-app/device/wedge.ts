import { gunText } from './gun-text.ts'

/** A scanner gun types like a very fast keyboard. Slow ones send a key in two radio reports of up to 60 ms. */
const slowestKeyMs = 120
const shortestCode = 12
/** What follows a code at once belongs to it: the second half of CR+LF, or a Tab. */
const tailMs = 150
/** A trigger held too long sends the code twice. */
const sameCodeMs = 1_500

export type WedgeKey = { readonly key: string; readonly at: number; readonly code?: string; readonly shift?: boolean }

/** `mine`: this key is the gun's and must do nothing else; a space in a code would press the button in focus. */
export type Collected = { readonly mine: boolean; readonly text?: string }

const ends = new Set(['Enter', 'Tab', 'NumpadEnter'])

/** Collects keys and answers a whole code when the gun ends it. Typing by hand is too slow to count. */
export function wedgeCollector() {
  let text = ''
  let lastAt = Number.NEGATIVE_INFINITY
  let tailUntil = Number.NEGATIVE_INFINITY
  let done: { text: string; at: number } | undefined

  function finish(at: number): Collected {
    const whole = text
    text = ''
    if (whole.length < shortestCode) return { mine: at < tailUntil }
    tailUntil = at + tailMs
    const again = done?.text === whole && at - done.at < sameCodeMs
    done = { text: whole, at }
    return again ? { mine: true } : { mine: true, text: gunText(whole) }
  }

  return (pressed: WedgeKey): Collected => {
    const { at } = pressed
    if (at - lastAt > slowestKeyMs) text = ''
    if (ends.has(pressed.key)) return finish(at)
    const letter = letterOf(pressed)
    // Shift and the like come between two letters and are none.
    if (letter === undefined) return { mine: false }
    lastAt = at
    text += letter
    return { mine: text.length > 1 }
  }
}

const shifted: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Semicolon: [';', ':'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDecimal: ['.', '.'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
}
const overDigits = ')!@#$%^&*('

/** With a Chinese input method on, the browser names no letter ("Process"): then the place of the key on a US keyboard tells. */
function letterOf({ key, code = '', shift = false }: WedgeKey): string | undefined {
  if (key.length === 1) return key
  if (key !== 'Process' && key !== 'Unidentified') return undefined
  const [, kind, name = ''] = /^(Key|Digit|Numpad)(\w)$/.exec(code) ?? []
  if (kind === 'Key') return shift ? name : name.toLowerCase()
  if (kind === 'Digit') return shift ? overDigits[Number(name)] : name
  if (kind === 'Numpad') return name
  return shifted[code]?.[shift ? 1 : 0]
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

type Listener = (text: string) => void
/** Several screens may wait for a code; one code goes to one of them, the newest. */
const listeners: Listener[] = []
const collect = wedgeCollector()

function onKey(event: KeyboardEvent) {
  if (isTyping(event.target) || event.metaKey || event.altKey) return
  // Some guns send the line feed as Control+J, which opens the browser's downloads.
  const lineFeed = event.ctrlKey && event.key.toLowerCase() === 'j'
  if (event.ctrlKey && !lineFeed) return
  const { mine, text } = collect({
    key: lineFeed ? 'Enter' : event.key,
    at: event.timeStamp,
    code: event.code,
    shift: event.shiftKey,
  })
  if (!mine) return
  event.preventDefault()
  event.stopPropagation()
  if (text !== undefined) listeners.at(-1)?.(text)
}

/** Listens while a screen waits for a code; what is typed into a field is left alone. */
export function listenForGun(found: Listener): () => void {
  if (listeners.length === 0) document.addEventListener('keydown', onKey, true)
  listeners.push(found)
  return () => {
    listeners.splice(listeners.indexOf(found), 1)
    if (listeners.length === 0) document.removeEventListener('keydown', onKey, true)
  }
}
