/** The law that is read again and put away: by two processes, after a rollback, and when the program has grown. */
import type { CompiledQuery } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { replay } from '../../../server/cli/replay.ts'
import { editionThen, openLaw, readLaw } from '../../../server/law.ts'
import { keepEdition, keptEditions } from '../../../server/store/editions.ts'
import { setAmendment } from '../../../server/store/amendments.ts'
import { inspectionById } from '../../../server/store/inspections.ts'
import { beijingIso, day, hour, plus, type Instant } from '../../../shared/instant.ts'
import { decide } from '../../../shared/policy/decide.ts'
import { contentOf, editions, fingerprint } from '../../../shared/policy/edition.ts'
import { parseOverlay } from '../../../shared/policy/overlay.ts'
import { parameters } from '../../../shared/policy/parameters.ts'
import { answerOf } from '../../../shared/policy/verdict.ts'
import { parseInspection } from '../../../shared/facts-json.ts'
import { fromOutside, inProvince, world, type World } from '../../kit/world.ts'
import { amendment } from '../../policy/amendment-kit.ts'
import { overlayFile } from '../../policy/overlay-kit.ts'
import { setColumn } from '../../bench/replay-database.ts'
import { bind, publish } from './kit.ts'

const [program] = editions
const longer = amendment({ testValidity: 72 }, { from: '2022-05-16T00:00:00+08:00' })
const oldTest = (at: Instant) => ({ nucleicAcid: { result: 'negative', reportedAt: beijingIso(plus(at, -50 * hour)) } })
const everything = (road: World) => ({ from: plus(road.clock.now(), -10 * day), until: plus(road.clock.now(), day) })

describe('reading again', () => {
  test('asks one small question while nothing was published', async () => {
    const road = await world()
    const asked: string[] = []
    const db = {
      ...road.db,
      all: (query: Parameters<typeof road.db.all>[0]) => (asked.push(query.sql), road.db.all(query)),
    }
    const law = await openLaw({ db: db as World['db'], now: road.clock.now })
    asked.length = 0
    await law.refresh()
    expect(asked).toHaveLength(1)
    await publish(road.db, longer, { at: road.clock.now() })
    await law.refresh()
    expect(law.numbersAt(road.clock.now()).testValidity).toBe(72)
    asked.length = 0
    await law.refresh()
    expect(asked).toHaveLength(1)
  })
  test('two at once end with the newer law', async () => {
    const road = await world()
    const now = road.clock.now()
    const held: { go?: () => void } = {}
    const letGo = () => held.go?.()
    const db = {
      ...road.db,
      async all<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
        const rows = await road.db.all(query)
        if (query.sql.includes('"edition_kept"') && held.go === undefined)
          await new Promise<void>((go) => (held.go = go))
        return rows
      },
    }
    const opened = openLaw({ db, now: road.clock.now })
    await vi.waitFor(() => expect(held.go).toBeDefined())
    letGo()
    const law = await opened
    await publish(road.db, amendment({ passLife: 20 }, { from: '2022-05-16T00:00:00+08:00' }), { at: now })
    delete held.go
    const older = law.refresh()
    await vi.waitFor(() => expect(held.go).toBeDefined())
    await publish(road.db, longer, { at: now })
    await law.refresh()
    letGo()
    await older
    expect(law.numbersAt(now)).toMatchObject({ passLife: 20, testValidity: 72 })
  })
  test('hears of a rollback', async () => {
    const road = await world()
    const now = road.clock.now()
    const id = await publish(road.db, longer, { at: now })
    await road.deps.law.refresh()
    await road.db.commit([setAmendment(id, { state: 'rolled-back', ended_at: plus(now, hour) })])
    await road.deps.law.refresh()
    const hours = (at: Instant) => road.deps.law.numbersAt(at).testValidity
    expect([hours(now), hours(plus(now, hour))]).toEqual([72, 48])
  })
})

describe('every edition is put away whole', () => {
  const ids = async (road: World) => (await road.db.all(keptEditions())).map(({ id }) => id)

  test('at the start, and with each publication; once', async () => {
    const road = await world()
    expect(await ids(road)).toEqual([program.id])
    await publish(road.db, longer, { at: road.clock.now() })
    await bind(road.db, parseOverlay(overlayFile({ priorReleaseHours: 36 })), {
      at: road.clock.now(),
      place: '410822',
      above: program,
    })
    await road.deps.law.refresh()
    const kept = await ids(road)
    expect(kept.toSorted()).toEqual(
      road.deps.law
        .overTime()
        .every()
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(kept).toHaveLength(3)
    await openLaw({ db: road.db, now: road.clock.now })
    expect(await ids(road)).toEqual(kept)
  })
  test('one that was altered is not taken for what it was', async () => {
    const road = await world()
    const [kept] = await road.db.all(keptEditions())
    const altered = { ...kept!, id: '2022-05-JZ20-1.00000000' }
    await road.db.commit([keepEdition(altered)])
    await expect(readLaw(road.db)).rejects.toThrow(/was altered/)
  })
})

describe('when the program has grown', () => {
  /** The program of last month: two numbers fewer, so another fingerprint. */
  function before() {
    const { amendmentNotice: _, appealAlert: __, ...fewer } = parameters
    const content = { ...contentOf(parameters), parameters: fewer }
    const id = `${program.name}.${fingerprint(content)}`
    return { id, name: program.name, content: JSON.stringify({ from: program.from, ...content }), kept_at: 1 }
  }

  /** Records as that program stored them. */
  async function aShiftOf(road: World, edition: string) {
    const inspector = await road.inspector('JZ-G01')
    const now = road.clock.now()
    const shown = [
      inProvince('豫HX0001'),
      fromOutside('沪DX7001', oldTest(now)),
      fromOutside('沪DX7002', { nucleicAcid: null }),
    ]
    const results = await inspector.uploads(...shown.map((facts) => ({ facts })))
    for (const { id } of results) {
      const [row] = await road.db.all(inspectionById(id!))
      const verdict = row!.verdict.replace(program.id, edition)
      expect(verdict).not.toBe(row!.verdict)
      await setColumn(road.db, id!, { edition, verdict })
    }
  }

  test('old inspections come out bit for bit under their own edition', async () => {
    const road = await world()
    const old = before()
    await road.db.commit([keepEdition(old)])
    await aShiftOf(road, old.id)
    const { tally, shown } = await replay(road.db, everything(road), undefined)
    expect([tally.inspections, shown]).toEqual([3, []])
  })
  test('one stamped with an edition that nobody put away is told', async () => {
    const road = await world()
    await aShiftOf(road, '2022-05-JZ20-1.deadbeef')
    const { tally } = await replay(road.db, everything(road), undefined)
    expect(tally.differences).toEqual({ row: 0, detail: 0, edition: 3, unreadable: 0 })
  })
  test('a record cannot choose its law: an edition of another day or place does not count', async () => {
    const road = await world()
    const now = road.clock.now()
    await publish(road.db, longer, { at: plus(now, hour) })
    await road.deps.law.refresh()
    const later = road.deps.law.editionAt(plus(now, 2 * hour)).id
    const asked = { at: now, checkpoint: 'JZ-G01', stamped: later }
    expect(editionThen(road.deps.law, asked).id).toBe(program.id)
    expect(editionThen(road.deps.law, { ...asked, at: plus(now, 2 * hour) }).id).toBe(later)
  })
  test('an edition put away can be asked for by its id', async () => {
    const road = await world()
    const old = before()
    await road.db.commit([keepEdition(old)])
    const law = await readLaw(road.db)
    const json = { id: 'x', now: beijingIso(road.clock.now()), ...inProvince('豫HX0001') }
    const { facts, now } = parseInspection(json)
    expect(answerOf(decide(facts, now, law.edition(old.id)))).toMatchObject({ row: 'V5', edition: old.id })
  })
})
