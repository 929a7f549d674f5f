/**
 * The wire form of protocol buffers, as far as a model is read and written: fields in their order, each with its number and
 * either a whole number or bytes. What is not touched is written back byte for byte.
 */
export type Field =
  | { readonly number: number; readonly kind: 'whole'; readonly value: bigint }
  | { readonly number: number; readonly kind: 'bytes'; readonly value: Uint8Array }
  /** Four or eight bytes; kept as they are. */
  | { readonly number: number; readonly kind: 'fixed'; readonly value: Uint8Array }

const fixedLength: Readonly<Record<number, number>> = { 1: 8, 5: 4 }

export function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('the message ends in the middle of a number')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  const take = (length: number) => {
    if (at + length > bytes.length) throw new Error('the message ends in the middle of a field')
    return bytes.subarray(at, (at += length))
  }
  while (at < bytes.length) {
    const tag = Number(varint())
    const number = tag >>> 3
    const type = tag & 7
    if (type === 0) fields.push({ number, kind: 'whole', value: varint() })
    else if (type === 2) fields.push({ number, kind: 'bytes', value: take(Number(varint())) })
    else if (fixedLength[type]) fields.push({ number, kind: 'fixed', value: take(fixedLength[type]) })
    else throw new Error(`a field of wire type ${type} is not known`)
  }
  return fields
}

export function writeFields(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = []
  for (const field of fields) {
    if (field.kind === 'whole') parts.push(varintOf(BigInt(field.number << 3)), varintOf(field.value))
    else if (field.kind === 'bytes')
      parts.push(varintOf(BigInt((field.number << 3) | 2)), varintOf(BigInt(field.value.length)), field.value)
    else parts.push(varintOf(BigInt((field.number << 3) | (field.value.length === 8 ? 1 : 5))), field.value)
  }
  return joined(parts)
}

function varintOf(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest === 0n ? low : low | 0x80)
  } while (rest !== 0n)
  return Uint8Array.from(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const whole = (number: number, value: number | bigint): Field => ({
  number,
  kind: 'whole',
  value: BigInt(value),
})
export const bytes = (number: number, value: Uint8Array): Field => ({ number, kind: 'bytes', value })
export const text = (number: number, value: string): Field => bytes(number, new TextEncoder().encode(value))

/** All byte fields of this number. */
export const bytesOf = (fields: readonly Field[], number: number): readonly Uint8Array[] =>
  fields.flatMap((field) => (field.number === number && field.kind === 'bytes' ? [field.value] : []))

export const textsOf = (fields: readonly Field[], number: number): readonly string[] =>
  bytesOf(fields, number).map((value) => new TextDecoder().decode(value))

export const wholesOf = (fields: readonly Field[], number: number): readonly number[] =>
  fields.flatMap((field) => (field.number === number && field.kind === 'whole' ? [Number(field.value)] : []))
