/** Small things kept on this phone. A browser may refuse storage (private mode, full disk): then nothing is kept. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const prefix = 'changxing.'

export function shelf(): Shelf | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

/** What is kept under a name, or `undefined` when there is nothing or it cannot be read. */
export function kept(name: string, from: Shelf | undefined = shelf()): unknown {
  try {
    const text = from?.getItem(prefix + name)
    return text ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value, or drops the name with `undefined`. Says whether it worked. */
export function keep(name: string, value: unknown, to: Shelf | undefined = shelf()): boolean {
  try {
    if (value === undefined) to?.removeItem(prefix + name)
    else to?.setItem(prefix + name, JSON.stringify(value))
    return to !== undefined
  } catch {
    return false
  }
}
