/** Whoever owns the database file may change any byte of it. None of them goes unseen. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import type { AuditRow } from '../../shared/audit/entry.ts'
import { follow, start } from '../../shared/audit/verify.ts'
import type { Place } from '../../shared/audit/verify.ts'
import { auditMac } from '../../server/audit/chain.ts'
import { createAudit } from '../../server/audit/create-audit.ts'
import type { Deps } from '../../server/deps.ts'
import { sql } from '../../server/store/db.ts'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { cellsOf } from './cells.ts'
import { check, emptyLog, fill, flawIn, rowsOf, unlock } from './kit.ts'

const entries = 10_000
const stretch = 10

let made: Awaited<ReturnType<typeof emptyLog>>
let rows: AuditRow[]
/** Where the chain stands before each stretch. */
let places: Place[]

beforeAll(async () => {
  made = await emptyLog()
  for (let part = 0; part < 5; part += 1) await fill(made.deps, entries / 5)
  await unlock(made.deps)
  rows = await rowsOf(made.deps)
  places = rows.flatMap((row, index) => (index % stretch === stretch - 1 ? [row] : []))
  places.unshift(start)
}, 30_000)

/** The same sequence each time, so that a failure can be looked at again. */
function dice(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const columns = [
  'seq',
  'at',
  'actor',
  'role',
  'device',
  'action',
  'kind',
  'subject',
  'reason',
  'detail',
  'prev',
  'mac',
] as const
type Column = (typeof columns)[number]
type Flip = { seq: number; column: Column; byte: number; by: number }

/** The value with one of its bytes flipped; NULL has none and becomes an empty text. */
function flipped(value: string | number | null, { byte, by }: Flip): Buffer | number {
  if (value === null) return Buffer.of()
  if (typeof value === 'number') return Number(BigInt(value) ^ (BigInt(by) << BigInt(8 * (byte % 6))))
  const bytes = Buffer.from(value)
  bytes[byte % bytes.length]! ^= by
  return bytes
}

const put = (seq: number, column: Column, value: Buffer | string | number | null) => {
  const kept = Buffer.isBuffer(value) ? raw`cast(${value} as text)` : raw`${value}`
  return made.db.commit([raw`update audit set ${raw.ref(column)} = ${kept} where seq = ${seq}`.compile(sql)])
}

/** An entry with another number lies where that number belongs; whoever had it takes the old one. Undoes itself. */
async function exchange(one: number, other: number): Promise<void> {
  await put(other, 'seq', -1)
  await put(one, 'seq', other)
  await put(-1, 'seq', one)
}

/** Follows the stretch that holds the entry, from a place before it that is as it was. */
async function foundFrom(seq: number): Promise<string> {
  const first = Math.floor((seq - 1) / stretch)
  const page = sql
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', first * stretch)
    .orderBy('seq')
    .limit(stretch)
  return flawIn(await follow(await made.db.all(page.compile()), places[first]!, auditMac(made.deps.vault)))
}

async function foundAfter(flip: Flip): Promise<string> {
  const { seq, column } = flip
  const before = rows[seq - 1]![column]
  const after = flipped(before, flip)
  if (typeof after === 'number' && column === 'seq') {
    await exchange(seq, after)
    const found = await foundFrom(after >= 1 && after < seq ? after : seq)
    await exchange(seq, after)
    return found
  }
  await put(seq, column, after)
  const found = await foundFrom(seq)
  await put(seq, column, before)
  return found
}

describe(`one byte flipped in ${entries.toLocaleString('en')} entries`, () => {
  const pick = dice(20220516)
  const flips: Flip[] = [
    ...[1, entries].flatMap((seq) =>
      columns.flatMap((column) => [0, 1, 2, 3, 4, 5].map((byte) => ({ seq, column, byte, by: 1 + pick(255) }))),
    ),
    ...Array.from({ length: 2400 }, (_, n) => ({
      seq: 1 + pick(entries),
      column: columns[n % columns.length]!,
      byte: pick(200),
      by: 1 + pick(255),
    })),
  ]

  it(`is found, each of ${flips.length} times`, { timeout: 60_000 }, async () => {
    const unseen: Flip[] = []
    for (const flip of flips) if ((await foundAfter(flip)) === 'whole') unseen.push(flip)
    expect(unseen).toEqual([])
    expect(new Set(flips.map(({ column }) => column)).size).toBe(columns.length)
    expect(await rowsOf(made.deps)).toEqual(rows)
  })

  it('is named by the whole check with its own number', { timeout: 60_000 }, async () => {
    for (const flip of flips.slice(500, 506).filter(({ column }) => column !== 'seq')) {
      const before = rows[flip.seq - 1]![flip.column]
      await put(flip.seq, flip.column, flipped(before, flip))
      expect(flawIn(await check(made.deps))).toMatch(new RegExp(`^(altered|foreign) ${flip.seq}$`))
      await put(flip.seq, flip.column, before)
    }
    expect(flawIn(await check(made.deps))).toBe('whole')
  })
})

describe('one byte flipped in the file where an entry is stored', () => {
  const folder = mkdtempSync(join(tmpdir(), 'changxing-audit-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is found, wherever it is: lengths, types, numbers, text', { timeout: 60_000 }, async () => {
    const path = join(folder, 'changxing.db')
    const db = await openMigrated(path)
    const { deps } = await emptyLog({ db })
    await fill({ audit: createAudit({ ...deps, outside: undefined, together: true }) }, 100)
    const root = await db.all(
      raw<{ rootpage: number }>`select rootpage from sqlite_master where name = 'audit'`.compile(sql),
    )
    expect((await check(deps)).entries).toBe(100)
    db.close()
    const file = readFileSync(path)
    const cells = cellsOf(file, root[0]!.rootpage)
    expect(cells.length).toBe(100)
    const pick = dice(7)
    const unseen: object[] = []
    for (let n = 0; n < 200; n += 1) {
      const cell = cells[pick(cells.length)]!
      // Every other time in the first bytes: size, number, types.
      const at = cell.start + pick(n % 2 === 0 ? 16 : cell.size)
      const by = 1 + pick(255)
      const bytes = Buffer.from(file)
      bytes[at]! ^= by
      writeFileSync(path, bytes)
      if ((await foundInFile(path, deps)) === 'whole') unseen.push({ cell, at, by })
    }
    expect(unseen).toEqual([])
  })
})

async function foundInFile(path: string, deps: Deps): Promise<string> {
  const db = openSqlite(path)
  try {
    return flawIn(await check({ ...deps, db }))
  } catch (cause) {
    return String(cause)
  } finally {
    db.close()
  }
}
