/**
 * RFC 1951 with a dictionary, for the few hundred bytes of a QR. Stricter than an inflater for files: the stream must end in
 * the last byte, its spare bits are zero, a copy is taken from the nearest place that has it (as deflaters do, and so no bit
 * can change without the text changing), and not a byte more than `most` is written, so that no bomb gets going.
 */
type Reader = { data: Uint8Array; at: number; bits: number; held: number }
type Writer = { bytes: Uint8Array; length: number }
/** Canonical Huffman: how many codes there are of each length, and their symbols in order. */
type Codes = { counts: Uint16Array; symbols: Uint16Array }

class Broken extends Error {}
/** Thrown for speed without its stack being of use to anyone. */
const broken = new Broken()

export function inflate(data: Uint8Array, dictionary: Uint8Array, most: number): Uint8Array | undefined {
  const from: Reader = { data, at: 0, bits: 0, held: 0 }
  const to: Writer = { bytes: new Uint8Array(dictionary.length + most), length: dictionary.length }
  to.bytes.set(dictionary)
  try {
    while (!readBlock(from, to));
  } catch (error) {
    if (error === broken) return undefined
    throw error
  }
  const whole = from.at === data.length && from.held === 0
  return whole ? to.bytes.subarray(dictionary.length, to.length) : undefined
}

function take(from: Reader, count: number): number {
  while (from.bits < count) {
    if (from.at === from.data.length) throw broken
    from.held |= from.data[from.at]! << from.bits
    from.at += 1
    from.bits += 8
  }
  const value = from.held & ((1 << count) - 1)
  from.held >>>= count
  from.bits -= count
  return value
}

/** Answers whether it was the last one. */
function readBlock(from: Reader, to: Writer): boolean {
  const last = take(from, 1) === 1
  const type = take(from, 2)
  if (type === 0) copyStored(from, to)
  else if (type === 1) readCodes(from, to, fixedCodes)
  else if (type === 2) readCodes(from, to, dynamicCodes(from))
  else throw broken
  return last
}

function copyStored(from: Reader, to: Writer): void {
  if (from.held !== 0) throw broken
  from.bits = 0
  const length = take(from, 16)
  if ((take(from, 16) ^ length) !== 0xffff) throw broken
  for (let i = 0; i < length; i += 1) put(to, take(from, 8))
}

function put(to: Writer, byte: number): void {
  if (to.length === to.bytes.length) throw broken
  to.bytes[to.length] = byte
  to.length += 1
}

/** Codes to spare are for a single symbol of one bit, or for none (as zlib has it); `whole` allows none to spare. */
function codesOf(lengths: ArrayLike<number>, whole = false): Codes {
  const counts = new Uint16Array(16)
  for (let i = 0; i < lengths.length; i += 1) counts[lengths[i]!]! += 1
  counts[0] = 0
  const next = new Uint16Array(17)
  let room = 1
  for (let length = 1; length < 16; length += 1) {
    room = room * 2 - counts[length]!
    if (room < 0) throw broken
    next[length + 1] = next[length]! + counts[length]!
  }
  if (room > 0 && (whole || next[16]! > counts[1]!)) throw broken
  const symbols = new Uint16Array(lengths.length)
  for (let i = 0; i < lengths.length; i += 1) {
    const length = lengths[i]!
    if (length === 0) continue
    symbols[next[length]!] = i
    next[length]! += 1
  }
  return { counts, symbols }
}

function symbolOf(from: Reader, { counts, symbols }: Codes): number {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length < 16; length += 1) {
    code |= take(from, 1)
    const count = counts[length]!
    if (code - first < count) return symbols[index + code - first]!
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  throw broken
}

type Tables = { literals: Codes; distances: Codes }

const fixedCodes: Tables = {
  literals: codesOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: codesOf(Array.from({ length: 32 }, () => 5)),
}

const endOfBlock = 256
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function dynamicCodes(from: Reader): Tables {
  const literals = take(from, 5) + 257
  const distances = take(from, 5) + 1
  const given = take(from, 4) + 4
  if (literals > 286 || distances > 30) throw broken
  const ofLengths = new Uint8Array(19)
  for (let i = 0; i < given; i += 1) ofLengths[lengthOrder[i]!] = take(from, 3)
  const lengths = readLengths(from, codesOf(ofLengths, true), literals + distances)
  if (lengths[endOfBlock] === 0) throw broken
  return { literals: codesOf(lengths.subarray(0, literals)), distances: codesOf(lengths.subarray(literals)) }
}

function readLengths(from: Reader, codes: Codes, count: number): Uint8Array {
  const lengths = new Uint8Array(count)
  let at = 0
  while (at < count) {
    const symbol = symbolOf(from, codes)
    const value = symbol < 16 ? symbol : symbol === 16 ? (lengths[at - 1] ?? 16) : 0
    const repeat =
      symbol < 16 ? 1 : symbol === 16 ? 3 + take(from, 2) : symbol === 17 ? 3 + take(from, 3) : 11 + take(from, 7)
    if (value > 15 || at + repeat > count) throw broken
    lengths.fill(value, at, at + repeat)
    at += repeat
  }
  return lengths
}

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]

function readCodes(from: Reader, to: Writer, { literals, distances }: Tables): void {
  for (;;) {
    const symbol = symbolOf(from, literals)
    if (symbol === endOfBlock) return
    if (symbol < endOfBlock) {
      put(to, symbol)
      continue
    }
    const place = symbol - endOfBlock - 1
    if (place >= lengthBase.length) throw broken
    const length = lengthBase[place]! + take(from, lengthExtra[place]!)
    copyBack(to, length, distanceOf(from, symbolOf(from, distances)))
  }
}

/** Two codes to each number of further bits, from the fourth on. */
function distanceOf(from: Reader, code: number): number {
  if (code > 29) throw broken
  if (code < 4) return code + 1
  const extra = (code >> 1) - 1
  return 1 + ((2 + (code & 1)) << extra) + take(from, extra)
}

function copyBack(to: Writer, length: number, distance: number): void {
  if (distance > to.length || to.length + length > to.bytes.length) throw broken
  for (let i = 0; i < length; i += 1) to.bytes[to.length + i] = to.bytes[to.length + i - distance]!
  if (hasNearer(to, length, distance)) throw broken
  to.length += length
}

function hasNearer({ bytes, length: at }: Writer, length: number, distance: number): boolean {
  for (let nearer = 1; nearer < distance; nearer += 1) {
    let same = 0
    while (same < length && bytes[at + same] === bytes[at + same - nearer]) same += 1
    if (same === length) return true
  }
  return false
}
