import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytes,
  readFields,
  text,
  textsOf,
  whole,
  wholesOf,
  writeFields,
  type Field,
} from '../../checkpoint-app/plate-model/wire.ts'

const number = fc.integer({ min: 1, max: 500 })
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({ number, kind: fc.constant('whole' as const), value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
  fc.record({ number, kind: fc.constant('bytes' as const), value: fc.uint8Array({ maxLength: 300 }) }),
  fc.record({
    number,
    kind: fc.constant('fixed' as const),
    value: fc.oneof(fc.uint8Array({ minLength: 4, maxLength: 4 }), fc.uint8Array({ minLength: 8, maxLength: 8 })),
  }),
)

describe('the wire form', () => {
  it('reads what it wrote', () => {
    const holds = fc.property(fc.array(field), (fields) => {
      expect(readFields(writeFields(fields))).toEqual(fields)
    })
    fc.assert(holds)
  })

  it('is that of protocol buffers: 150 in field 1, "testing" in field 2', () => {
    const written = writeFields([whole(1, 150), text(2, 'testing')])
    expect(Buffer.from(written).toString('hex')).toBe('089601120774657374696e67')
    expect([wholesOf(readFields(written), 1), textsOf(readFields(written), 2)]).toEqual([[150], ['testing']])
  })

  it.each([
    ['a number without its end', [0x08, 0x96]],
    ['a field without its end', [0x12, 0x07, 0x74]],
    ['a type that is none', [0x0b]],
  ])('refuses %s', (_, given) => expect(() => readFields(Uint8Array.from(given))).toThrow())

  it('keeps the order', () => {
    const fields = [bytes(5, Uint8Array.of(1)), whole(1, 2), bytes(5, Uint8Array.of(3))]
    expect(readFields(writeFields(fields))).toEqual(fields)
  })
})
