import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { deflateSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { inflate } from '../../shared/credential/inflate.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const dictionary = bytes('{"iss":"410800","jti":"","p":"豫"}')
const packed = (data: Uint8Array) => deflateSync(data, { level: 9, mem: 8, dictionary })
const most = 300

/** Text with runs and repeats, so that stored, fixed and dynamic blocks all come. */
const data = fc
  .array(
    fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.constantFrom(bytes('"jti":"'), bytes('aaaaaaaaaaaa'), dictionary)),
    {
      maxLength: 12,
    },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])))

const zlibReads = (text: Uint8Array): Uint8Array | undefined => {
  try {
    return new Uint8Array(inflateRawSync(text, { dictionary }))
  } catch {
    return undefined
  }
}

describe('inflate', () => {
  it('gives back what the deflater took, and refuses it cut, longer, or with a bit changed into the same', () => {
    fc.assert(
      fc.property(data, fc.nat(), (plain, n) => {
        const text = packed(plain)
        if (plain.length > most) return expect(inflate(text, dictionary, most)).toBeUndefined()
        expect(inflate(text, dictionary, most)).toEqual(plain)
        expect(inflate(text.slice(0, -1), dictionary, most)).toBeUndefined()
        expect(inflate(Uint8Array.of(...text, 0), dictionary, most)).toBeUndefined()
        const flipped = text.slice()
        flipped[(n >> 3) % text.length]! ^= 1 << (n & 7)
        expect(inflate(flipped, dictionary, most)).not.toEqual(plain)
      }),
      { numRuns: 300 },
    )
  })

  it('reads nothing that zlib does not read, and then the same', () => {
    let read = 0
    fc.assert(
      fc.property(data, fc.nat(), fc.nat(255), (plain, at, by) => {
        const text = packed(plain).slice()
        text[at % text.length]! ^= by
        const ours = inflate(text, dictionary, 70_000)
        if (ours === undefined) return
        read += 1
        expect(zlibReads(text)).toEqual(ours)
      }),
      { numRuns: 500 },
    )
    expect(read).toBeGreaterThan(20)
  })

  test.each([
    ['stored', 0, constants.Z_DEFAULT_STRATEGY],
    ['fixed', 9, constants.Z_FIXED],
    ['dynamic', 9, constants.Z_HUFFMAN_ONLY],
  ])('reads a %s block of zlib', (_, level, strategy) => {
    const plain = Uint8Array.from({ length: 250 }, (__, i) => 97 + ((i * i) % 5))
    expect(inflate(deflateRawSync(plain, { level, strategy }), dictionary, most)).toEqual(plain)
  })

  test.each<[string, number[]]>([
    ['nothing', []],
    ['a block of the fourth kind', [0x07]],
    ['a stored block whose length disagrees', [0x01, 2, 0, 0, 0, 1, 2]],
    ['a copy from before the dictionary', [0x4b, 0x04, 0xff]],
    ['no end', [0x4b]],
  ])('refuses %s', (_, text) => expect(inflate(Uint8Array.from(text), new Uint8Array(0), most)).toBeUndefined())

  it('stops a bomb at the limit', () => {
    const bomb = deflateSync(new Uint8Array(600_000), { level: 9 })
    expect(bomb.length).toBeLessThan(700)
    const start = performance.now()
    expect(inflate(bomb, dictionary, most)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(20)
  })
})
