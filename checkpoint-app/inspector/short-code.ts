// Without I, L, O, U: read over the phone, none is mistaken for another.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** V8-2K7Q: the row, and the end of the record's id. */
export function shortCode(row: string, id: string): string {
  const bits = Number.parseInt(id.replaceAll('-', '').slice(-5), 16)
  const signs = [15, 10, 5, 0].map((shift) => alphabet[(bits >> shift) & 31])
  return `${row}-${signs.join('')}`
}
