import { closeSync, openSync, readSync } from 'node:fs'

/** A scan of a page in colour at 1,200 dpi has fewer bytes; a device or a stream without an end has more. */
export const mostBytes = 64 << 20
const step = 1 << 20

/** `undefined` = more than that; then no more of it is read. */
export function fileCapped(path: string): Buffer | undefined {
  const file = openSync(path, 'r')
  try {
    const parts = capped()
    for (;;) {
      const part = Buffer.allocUnsafe(step)
      const length = readSync(file, part)
      if (length === 0) return parts.whole()
      if (!parts.take(part.subarray(0, length))) return undefined
    }
  } finally {
    closeSync(file)
  }
}

export async function streamCapped(stream: AsyncIterable<Uint8Array | string>): Promise<Buffer | undefined> {
  const parts = capped()
  for await (const part of stream) if (!parts.take(Buffer.from(part))) return undefined
  return parts.whole()
}

function capped() {
  const parts: Buffer[] = []
  let length = 0
  return {
    take(part: Buffer): boolean {
      parts.push(part)
      length += part.length
      return length <= mostBytes
    },
    whole: () => Buffer.concat(parts),
  }
}
