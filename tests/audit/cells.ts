/** The cells of a WITHOUT ROWID table in a SQLite file (file format §1.6), small rows only: no overflow pages. */
export type Cell = { start: number; size: number }

const [interior, leaf] = [2, 10]

export function cellsOf(file: Buffer, page: number): Cell[] {
  const at = (page - 1) * file.readUInt16BE(16)
  const kind = file[at]
  if (kind !== interior && kind !== leaf) throw new Error(`page ${page} is no page of an index`)
  const [header, before] = kind === interior ? [12, 4] : [8, 0]
  const starts = Array.from(
    { length: file.readUInt16BE(at + 3) },
    (_, n) => at + file.readUInt16BE(at + header + 2 * n),
  )
  const own = starts.map((start) => ({ start: start + before, size: sizeOf(file, start + before) }))
  if (kind === leaf) return own
  const children = [...starts.map((start) => file.readUInt32BE(start)), file.readUInt32BE(at + 8)]
  return [...own, ...children.flatMap((child) => cellsOf(file, child))]
}

function sizeOf(file: Buffer, start: number): number {
  let payload = 0
  for (let end = start; ; end += 1) {
    const byte = file[end]!
    payload = payload * 128 + (byte & 127)
    if (byte < 128) return end + 1 - start + payload
  }
}
