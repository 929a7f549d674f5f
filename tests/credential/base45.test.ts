import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fromBase45, toBase45 } from '../../shared/credential/base45.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('base45', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('RFC 9285: %s is %s', (plain, coded) => {
    expect(toBase45(bytes(plain))).toBe(coded)
    expect(fromBase45(coded)).toEqual(bytes(plain))
  })

  test.each([
    ['a lone last character', 'BB8B'],
    ['lower case', 'bb8'],
    ['a stray character', 'BB!'],
    ['three characters over 65535', 'GGW'],
    ['two characters over 255', '::'],
    ['a character outside the plane', 'B\u{1F600}'],
  ])('refuses %s', (_, coded) => expect(fromBase45(coded)).toBeUndefined())

  it('the largest groups still read', () => {
    expect(fromBase45('FGW')).toEqual(new Uint8Array([0xff, 0xff]))
    expect(fromBase45('U5')).toEqual(new Uint8Array([0xff]))
  })

  it('gives back what went in, and has one text for every run of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (data) => {
        expect(fromBase45(toBase45(data))).toEqual(data)
      }),
    )
    const texts = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')),
      maxLength: 30,
    })
    fc.assert(
      fc.property(texts, (text) => {
        const read = fromBase45(text)
        return read === undefined || toBase45(read) === text
      }),
    )
  })
})
