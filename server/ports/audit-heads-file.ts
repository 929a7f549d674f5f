import { open, readFile } from 'node:fs/promises'
import { headLine, parseHeadLine } from '../../shared/audit/head.ts'
import type { SignedHead } from '../../shared/audit/head.ts'
import type { AuditHeads } from './audit-heads.ts'

/** A file that is only ever appended to, one head a line, for its owner alone. */
export function auditHeadsFile(path: string): AuditHeads {
  let newest: number | undefined
  const last = async () => (newest ??= ((await readHeads(path))?.heads ?? []).at(-1)?.seq ?? 0)
  return {
    last,
    async keep(heads) {
      if (heads.length === 0) return
      await append(path, heads.map(headLine).join(''))
      newest = heads.at(-1)?.seq
    },
  }
}

async function append(path: string, lines: string): Promise<void> {
  const file = await open(path, 'a+', 0o600)
  try {
    // A line that a power cut left half written stays alone.
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    await file.appendFile(size > 0 && buffer.toString() !== '\n' ? `\n${lines}` : lines)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** undefined when there is no such file. `unreadable`: lines that are no head. */
export async function readHeads(path: string): Promise<{ heads: SignedHead[]; unreadable: number } | undefined> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })
  if (text === undefined) return undefined
  const lines = text.split('\n').filter((line) => line !== '')
  const heads = lines.flatMap((line) => parseHeadLine(line) ?? [])
  return { heads, unreadable: lines.length - heads.length }
}
