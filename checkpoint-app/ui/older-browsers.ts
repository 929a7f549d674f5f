/**
 * What engines before Chromium 110 lack of what we and our libraries call. Imported first by each face; where the engine
 * has it, nothing happens.
 */
function fill(target: object, name: string, value: unknown) {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number) {
  return this[index < 0 ? this.length + index : index]
}

function toSorted<Item>(this: readonly Item[], order?: (a: Item, b: Item) => number) {
  return [...this].sort(order)
}

type Holds = (item: unknown, index: number, all: readonly unknown[]) => unknown

function findLastIndex(this: readonly unknown[], holds: Holds) {
  for (let index = this.length - 1; index >= 0; index--) if (holds(this[index], index, this)) return index
  return -1
}

function findLast(this: readonly unknown[], holds: Holds) {
  return this[findLastIndex.call(this, holds)]
}

function replaceAll(this: string, from: string | RegExp, to: string) {
  return typeof from === 'string' ? this.split(from).join(to) : this.replace(from, to)
}

function randomUUID(this: Crypto): string {
  const bytes = this.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype)

/** Where it belongs, its name, and what stands in. */
export const standIns: readonly (readonly [object, string, unknown])[] = [
  [Array.prototype, 'at', at],
  [Array.prototype, 'toSorted', toSorted],
  [Array.prototype, 'findLast', findLast],
  [Array.prototype, 'findLastIndex', findLastIndex],
  [String.prototype, 'at', at],
  [typedArray, 'at', at],
  [String.prototype, 'replaceAll', replaceAll],
  [Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key)],
  // Also missing on pages served without TLS on a local network.
  [crypto, 'randomUUID', randomUUID],
]

for (const [target, name, value] of standIns) fill(target, name, value)
