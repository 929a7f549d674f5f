/**
 * Sets of whole numbers in few bytes: the gaps between them in Golomb–Rice code, each set with the parameter that suits it.
 * Random sets come within 2 % of their entropy, and nothing is ever said of a number that is not in the set (no filter).
 */

export type Writer = { byte(value: number): void; whole(value: number): void; set(sorted: ArrayLike<number>): void }

/** Grows as it is written to. */
export function writer(): Writer & { done(): Uint8Array<ArrayBuffer> } {
  const bytes: number[] = []
  const whole = (value: number) => {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  return {
    byte: (value) => void bytes.push(value),
    whole,
    set(sorted) {
      const gaps = gapsOf(sorted)
      const shift = bestShift(gaps)
      bytes.push(shift)
      whole(gaps.length)
      writeGaps(bytes, gaps, shift)
    },
    done: () => Uint8Array.from(bytes),
  }
}

function gapsOf(sorted: ArrayLike<number>): number[] {
  let before = -1
  return Array.from(sorted, (value) => {
    const gap = value - before - 1
    before = value
    return gap
  })
}

function bestShift(gaps: readonly number[]): number {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length)
  const near = Math.max(0, Math.floor(Math.log2(mean + 1)) - 1)
  const bits = (shift: number) => gaps.reduce((sum, gap) => sum + (gap >>> shift), gaps.length * (shift + 1))
  return [near, near + 1, near + 2].reduce((best, shift) => (bits(shift) < bits(best) ? shift : best))
}

/** Each gap: its high part in ones, a nought, its low part; the last byte is filled with noughts. */
function writeGaps(bytes: number[], gaps: readonly number[], shift: number): void {
  let current = 0
  let filled = 0
  const bit = (value: number) => {
    current = (current << 1) | value
    filled += 1
    if (filled < 8) return
    bytes.push(current)
    current = 0
    filled = 0
  }
  for (const gap of gaps) {
    for (let ones = gap >>> shift; ones > 0; ones--) bit(1)
    bit(0)
    for (let place = shift - 1; place >= 0; place--) bit((gap >>> place) & 1)
  }
  if (filled > 0) bytes.push(current << (8 - filled))
}

/** Reads what `writer` wrote. Whatever the bytes are, nothing is thrown: `sound` falls, and from then on all is nought. */
export type Reader = {
  sound: boolean
  readonly left: number
  byte(): number
  whole(): number
  text(length: number): string
  /** In rising order, at most `largest`. */
  set(largest: number): Uint32Array<ArrayBuffer>
}

const utf8 = new TextDecoder()

export function reader(bytes: Uint8Array): Reader {
  let at = 0
  const broken = (): 0 => {
    self.sound = false
    at = bytes.length
    return 0
  }
  const self: Reader = {
    sound: true,
    get left() {
      return bytes.length - at
    },
    byte: () => bytes[at++] ?? broken(),
    whole() {
      let value = 0
      for (let unit = 1; unit < 2 ** 53; unit *= 128) {
        const next = self.byte()
        value += (next & 127) * unit
        if (value > Number.MAX_SAFE_INTEGER) return broken()
        if (next < 128) return value
      }
      return broken()
    },
    text(length) {
      const part = bytes.subarray(at, at + length)
      if (part.length < length) broken()
      at += length
      return utf8.decode(part)
    },
    set(largest) {
      const shift = self.byte()
      const count = self.whole()
      // Every member takes that many bits at least, so that nobody can make us reserve room for more than he sent.
      if (shift > 24 || count * (shift + 1) > self.left * 8) broken()
      const found = self.sound ? readGaps(bytes.subarray(at), { count, shift, largest }) : undefined
      if (found === undefined) broken()
      at += found?.bytes ?? 0
      return found?.values ?? new Uint32Array()
    },
  }
  return self
}

type Gaps = { count: number; shift: number; largest: number }

function readGaps(bytes: Uint8Array, { count, shift, largest }: Gaps) {
  const values = new Uint32Array(count)
  const end = bytes.length * 8
  let at = 0
  let before = -1
  // Behind the end all is nought, and `at` tells.
  const bit = () => ((bytes[at >>> 3] ?? 0) >>> (7 - (at++ & 7))) & 1
  for (let nth = 0; nth < count; nth++) {
    let high = 0
    while (bit() === 1) high += 1
    let low = 0
    for (let place = 0; place < shift; place++) low = (low << 1) | bit()
    before += high * 2 ** shift + low + 1
    if (at > end || before > largest) return undefined
    values[nth] = before
  }
  const used = Math.ceil(at / 8)
  const filling = used * 8 - at
  return filling > 0 && (bytes[used - 1]! & ((1 << filling) - 1)) > 0 ? undefined : { values, bytes: used }
}
