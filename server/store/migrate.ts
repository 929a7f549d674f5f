import { Fault } from '../../shared/fault.ts'

export type MigrationFile = { name: string; text: string }

/** What a home must offer to be migrated. `apply` runs all statements and keeps the marker row, or does nothing. */
export interface Migratable {
  applied(): Promise<{ name: string; checksum: string }[]>
  apply(name: string, checksum: string, statements: readonly string[]): Promise<void>
}

/** Forward only, by name. A file that was applied and edited since is refused: write a new one. */
export async function migrate(home: Migratable, files: readonly MigrationFile[]): Promise<string[]> {
  const applied = new Map((await home.applied()).map((row) => [row.name, row.checksum]))
  refuseUnknown([...applied.keys()], files)
  const done: string[] = []
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const checksum = await checksumOf(file.text)
    const before = applied.get(file.name)
    if (before === checksum) continue
    if (before !== undefined) throw edited(file.name)
    await applyOnce(home, file, checksum)
    done.push(file.name)
  }
  return done
}

/** Two processes may start at once: where the other was first, its work is ours. */
async function applyOnce(home: Migratable, file: MigrationFile, checksum: string): Promise<void> {
  try {
    await home.apply(file.name, checksum, splitStatements(file.text))
  } catch (cause) {
    const rows = await home.applied()
    if (rows.every((row) => row.name !== file.name || row.checksum !== checksum)) throw cause
  }
}

function refuseUnknown(applied: readonly string[], files: readonly MigrationFile[]): void {
  const unknown = applied.find((name) => files.every((file) => file.name !== name))
  if (unknown === undefined) return
  throw new Fault(
    'broken',
    'DB-06',
    `the database is newer than this program (it holds ${unknown}): start a newer version`,
  )
}

const edited = (name: string) =>
  new Fault(
    'broken',
    'DB-05',
    `schema/migrations/${name} was changed after it was applied to this database. Put the file back as it was and write the change as a new migration file.`,
  )

async function checksumOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.replaceAll('\r\n', '\n')))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Quoted text, comments, words and the semicolons between: enough to cut plain SQL. A trigger's BEGIN … END stays whole. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\b\w+\b|;|[\s\S]/g

/** One text per statement, comments left out: D1 takes a list, not a script. */
export function splitStatements(script: string): string[] {
  const statements: string[] = []
  let current = ''
  let depth = 0
  for (const [part] of script.matchAll(token)) {
    if (part.startsWith('--') || part.startsWith('/*')) continue
    if (/^(begin|case)$/i.test(part)) depth += 1
    if (/^end$/i.test(part)) depth -= 1
    if (part !== ';' || depth > 0) current += part
    else if (current.trim() !== '') {
      statements.push(current.trim())
      current = ''
    }
  }
  if (current.trim() !== '') statements.push(current.trim())
  return statements
}
