/** `changxing replay` over a database of made-up inspections. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { replay, replayCommand } from '../../server/cli/replay.ts'
import { openSqlite, type SqliteDb } from '../../server/store/sqlite.ts'
import { storedVerdicts } from '../../server/store/stored-verdicts.ts'
import { Usage } from '../../server/usage.ts'
import { instant, parseInstant } from '../../shared/instant.ts'
import { editions } from '../../shared/policy/edition.ts'
import { setColumn, storedRows, writeInspections } from '../bench/replay-database.ts'
import { overlayFile } from '../policy/overlay-kit.ts'

const many = 2500
const folder = mkdtempSync(join(tmpdir(), 'changxing-replay-'))
const rows = [...storedRows(many)]
const may = ['--from', '2022-05-01T00:00:00+08:00', '--to', '2022-07-01T00:00:00+08:00'] as const
let db: SqliteDb

beforeAll(async () => {
  await writeInspections(join(folder, 'changxing.db'), many)
  db = openSqlite(join(folder, 'changxing.db'))
})
afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

async function run(...args: string[]) {
  const output = new PassThrough()
  const exit = await replayCommand([...args, '--data', folder], output)
  return { exit, said: String(output.read() ?? '') }
}

describe('by the edition of their moment', () => {
  test('all come out bit for bit as they are stored', async () => {
    const { exit, said } = await run(...may)
    expect(exit).toBe(0)
    expect(said).toContain('replayed 2,500')
    expect(said).toContain('equal 2,500 · 不一致 different 0')
    expect(said).toMatch(/用时 \d+\.\d s · [\d,]+ \/s/)
  })

  test('the span is half-open, and a page more or less changes nothing', async () => {
    const times = rows.map(({ made_at }) => made_at).toSorted((a, b) => a - b)
    const [first, last] = [times[0]!, times.at(-1)!]
    const counted = async (from: number, until: number) =>
      (await replay(db, { from: instant(from), until: instant(until) }, undefined)).tally.inspections
    expect(await counted(first, last)).toBe(times.filter((at) => at < last).length)
    expect(await counted(first, last + 1)).toBe(many)
    expect(await counted(last, last + 1)).toBe(times.filter((at) => at === last).length)
    expect(await counted(last + 1, last + 2)).toBe(0)
  })

  test('every row is read once, though many were made at the same moment', async () => {
    const span = { from: instant(0), until: instant(8e15) }
    const seen: string[] = []
    for (let after: { id: string; made_at: number } | undefined; ;) {
      const page = await db.all(storedVerdicts({ ...span, after, limit: 7 }))
      seen.push(...page.map(({ id }) => id))
      if (page.length < 7) break
      after = page.at(-1)
    }
    expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  })
})

describe('a stored verdict that was changed is found', () => {
  const one = rows.find(({ row }) => row === 'V10')!
  const changes: readonly (readonly [string, { facts?: string; verdict?: string }, RegExp])[] = [
    [
      'another row',
      { verdict: one.verdict.replace('"row":"V10"', '"row":"V11"') },
      /结论行不同 another row: 1[^]*V11 /,
    ],
    [
      'another article',
      { verdict: one.verdict.replace('jiaozuo-20#3', 'jiaozuo-20#6') },
      /细节不同.*: 1[^]*articles: /,
    ],
    ['one character more', { verdict: `${one.verdict} ` }, /细节不同/],
    [
      'an edition of another day',
      { verdict: one.verdict.replace(editions[0].id, '2022-05-JZ20-1.00000000') },
      /仅版本号不同.*: 1[^]*edition: /,
    ],
    [
      'other facts',
      { facts: one.facts.replace('"healthCode":"green"', '"healthCode":"red"') },
      /结论行不同[^]*"V10" → "V3"/,
    ],
    ['facts that are refused today', { facts: '{"crew":[{"height":180}]}' }, /无法读取 facts refused today: 1/],
    ['facts that are no JSON', { facts: '{' }, /无法读取/],
  ]
  beforeEach(async () => setColumn(db, one.id, { facts: one.facts, verdict: one.verdict }))

  test.each(changes)('%s', async (_title, changed, says) => {
    await setColumn(db, one.id, changed)
    const { exit, said } = await run(...may)
    expect(exit).toBe(1)
    expect(said).toMatch(says)
    expect(said).toContain(one.id)
    await setColumn(db, one.id, { facts: one.facts, verdict: one.verdict })
    expect((await run(...may)).exit).toBe(0)
  })
})

describe('by another edition', () => {
  test('its own edition by id: nothing moves', async () => {
    const { exit, said } = await run(...may, '--edition', editions[0].id)
    expect([exit, said.includes(editions[0].id), said.includes('rows moved')]).toEqual([0, true, false])
  })

  test('an overlay as a draft: what would have been otherwise, as a table', async () => {
    const file = join(folder, 'overlay.json')
    writeFileSync(file, JSON.stringify(overlayFile({ testValidityHours: 24 })))
    const { exit, said } = await run(...may, '--overlay', file)
    expect(exit).toBe(1)
    expect(said).not.toMatch(/^ +edition:/m)
    expect(said).toContain('改判 rows moved')
    expect(said).toMatch(/\n {2}V10 +.*\d/)
    const [, stricter, milder, more] = /stricter ([\d,]+) · 更宽 milder ([\d,]+) · 多检测 more tests ([\d,]+)/.exec(
      said,
    )!
    expect([Number(stricter) > 40, milder, Number(more) > 20]).toEqual([true, '0', true])
    writeFileSync(file, JSON.stringify(overlayFile({ testValidityHours: 72 })))
    expect((await run(...may, '--overlay', file)).said).toMatch(/stricter 0 · 更宽 milder \d{2,}/)
  })

  test('only ten differences are told one by one', async () => {
    const file = join(folder, 'overlay.json')
    writeFileSync(file, JSON.stringify(overlayFile({ requirePass: true })))
    const { said } = await run(...may, '--overlay', file)
    expect(said.match(/^ {2}2022-.*another row$/gm)).toHaveLength(10)
  })
})

describe('bad usage', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no span', [], /--from/],
    ['a local time', ['--from', '2022-05-01', '--to', may[3]], /offset/],
    ['no end', ['--from', may[1]], /--to/],
    ['an unknown edition', [...may, '--edition', 'none'], /no edition none; known: 2022-05/],
    ['both', [...may, '--edition', editions[0].id, '--overlay', 'x'], /changxing replay/],
    ['a file that is not there', [...may, '--overlay', join(folder, 'none.json')], /none\.json/],
    ['an unknown option', [...may, '--fast'], /--fast/],
  ])('%s', async (_title, args, says) => {
    const error = await run(...args).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(Usage)
    expect((error as Usage).message).toMatch(says)
  })
  test('no database', async () => {
    const elsewhere = replayCommand([...may, '--data', join(folder, 'nowhere')], new PassThrough())
    await expect(elsewhere).rejects.toThrow(/no database/)
  })
  test('--help', async () => {
    const { exit, said } = await run('--help')
    expect([exit, said.startsWith('changxing replay --from ISO --to ISO')]).toEqual([0, true])
  })
  test('the span of the tests is one', () => expect(parseInstant(may[1])).toBeLessThan(parseInstant(may[3])!))
})
