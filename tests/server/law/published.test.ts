/** The law that is published, kept, and followed: on the server, on a phone, and when yesterday is judged again. */
import { describe, expect, test } from 'vitest'
import { lawHere } from '../../../checkpoint-app/device/bundle.ts'
import { bundleKeeper } from '../../../checkpoint-app/device/bundle-keeper.ts'
import { replay } from '../../../server/cli/replay.ts'
import { changeCheckpointRow } from '../../../server/store/checkpoints.ts'
import { inspectionById } from '../../../server/store/inspections.ts'
import { bundleServer } from '../../device/bundle-kit.ts'
import { memoryStore } from '../../device/memory-store.ts'
import { bundleBy } from '../../kit/bundle.ts'
import { beijingIso, day, hour, instant, minute, plus, type Instant } from '../../../shared/instant.ts'
import { editions } from '../../../shared/policy/edition.ts'
import { parseOverlay } from '../../../shared/policy/overlay.ts'
import { fine, li } from '../../kit/people.ts'
import { fromOutside, inProvince, world, type World } from '../../kit/world.ts'
import { amendment } from '../../policy/amendment-kit.ts'
import { overlayFile } from '../../policy/overlay-kit.ts'
import { bind, publish } from './kit.ts'

const [program] = editions
const longer = amendment({ testValidity: 72 }, { from: '2022-05-16T00:00:00+08:00' })

/** A test of fifty hours ago: too old by the program's law. */
const oldTest = (at: Instant) => ({ nucleicAcid: { result: 'negative', reportedAt: beijingIso(plus(at, -50 * hour)) } })
const trucks = { made: 0 }
const truckAt = (at: Instant) => ({
  facts: fromOutside(`沪DX${String(trucks.made++).padStart(4, '0')}`, oldTest(at)),
  madeAt: beijingIso(at),
})
const rowsOf = async (road: World, ...at: Instant[]) => {
  const inspector = await road.inspector('JZ-G01')
  return (await inspector.uploads(...at.map(truckAt))).map(({ row }) => row)
}
const everything = (road: World) => ({ from: plus(road.clock.now(), -10 * day), until: plus(road.clock.now(), day) })

describe('a record is judged by what was published and not taken back at its own moment', () => {
  test('before a publication, after it, and after it was taken back: though all three arrive together, at the end', async () => {
    const road = await world()
    const ten = road.clock.now()
    road.forward(5 * 60)
    await publish(road.db, longer, { at: plus(ten, hour), ended: plus(ten, 3 * hour) })
    expect(await rowsOf(road, plus(ten, 30 * minute), plus(ten, 2 * hour), plus(ten, 4 * hour))).toEqual([
      'V11',
      'V10',
      'V11',
    ])
    expect((await replay(road.db, everything(road), undefined)).shown).toEqual([])
  })

  test('another process has published: the next upload knows it, without waiting for the timer', async () => {
    const road = await world()
    const now = road.clock.now()
    expect(await rowsOf(road, now)).toEqual(['V11'])
    await publish(road.db, longer, { at: now })
    expect(await rowsOf(road, now)).toEqual(['V10'])
    expect(road.deps.law.editionAt(now).id).toMatch(/-20220516\./)
  })

  test('a phone that has not heard of it says what it had: the record keeps both editions, and that they differ', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const now = road.clock.now()
    await publish(road.db, longer, { at: now })
    const { facts } = truckAt(now)
    const verdict = { row: 'V11', outcome: 'test-first', edition: program.id }
    const [result] = await inspector.uploads({ facts, verdict })
    expect(result).toMatchObject({ row: 'V10', agrees: false })
    const [stored] = await road.db.all(inspectionById(result!.id!))
    expect(JSON.parse(stored!.device_verdict).edition).toBe(program.id)
    expect(stored!.edition).toMatch(/-20220516\./)
  })

  test('at its own place: the settings of a county bind there and nowhere else', async () => {
    const road = await world()
    const now = road.clock.now()
    const { fictional: _, ...second } = {
      id: 'JZ-G02',
      name: 'JZ-G02 站',
      road: 'S1',
      county: '410881',
      lanes: 4,
      active: 1 as const,
      fictional: 1,
    }
    await road.db.commit([changeCheckpointRow(second)])
    await bind(road.db, parseOverlay(overlayFile({ testValidityHours: 72 })), {
      at: now,
      place: '410822',
      above: program,
    })
    const rows = await Promise.all(
      ['JZ-G01', 'JZ-G02'].map(async (at) => (await (await road.inspector(at)).uploads(truckAt(now)))[0]?.row),
    )
    expect(rows).toEqual(['V10', 'V11'])
    expect((await replay(road.db, everything(road), undefined)).shown).toEqual([])
  })
})

describe('what follows from the numbers follows the amendment', () => {
  test('a freight code counts from the sample for the tests from then on, and stays green on the one before (R42)', async () => {
    const road = await world()
    const now = road.clock.now()
    const at = (hours: number) => plus(now, -hours * hour)
    road.feed.says(li.number, {
      ...fine(now, 10),
      nucleicAcid: { result: 'negative', sampledAt: at(60), reportedAt: at(40) },
    })
    const { own, code } = await road.driver('沪DX9001').registers()
    expect([code.state, code.numbers]).toEqual([
      'green',
      { testValidity: 48, freightCodeLife: 24, selfReportedLeavingWait: 2, testClockBasis: 'report' },
    ])
    await publish(road.db, amendment({ testClockBasis: 'sample', freightCodeLife: 12 }, { from: beijingIso(now) }), {
      at: now,
    })
    await road.deps.law.refresh()
    expect((await own('/code')).body).toMatchObject({
      state: 'green',
      testUntil: beijingIso(plus(now, 8 * hour + minute)),
    })
    road.forward(60)
    road.feed.says(li.number, {
      ...fine(now, 10),
      nucleicAcid: { result: 'negative', sampledAt: at(48), reportedAt: plus(now, minute) },
    })
    expect((await own('/code')).body).toMatchObject({
      state: 'grey',
      why: 'test-lapsed',
      expiresAt: beijingIso(plus(now, 13 * hour)),
      numbers: { testClockBasis: 'sample', freightCodeLife: 12 },
    })
  })
  test('a prior release spares as long as the law now says', async () => {
    const road = await world()
    const [first, second] = [await road.inspector('JZ-G01'), await road.inspector('JZ-G02')]
    await first.uploads({ facts: inProvince('豫HX0009') })
    road.forward(13 * 60)
    expect((await second.lookUp('豫HX0009')).priorRelease).not.toBeNull()
    await publish(road.db, amendment({ priorReleaseWindow: 12 }), { at: road.clock.now() })
    await road.deps.law.refresh()
    expect((await second.lookUp('豫HX0009')).priorRelease).toBeNull()
  })
})

describe('a phone', () => {
  async function bundleOf(road: World, at: string) {
    const inspector = await road.inspector(at)
    const { answer } = await bundleBy(inspector.call)
    const store = memoryStore()
    await store.write('jwks', await road.deps.keyring.publicKeys())
    const { server, says } = bundleServer()
    says(answer)
    const keeper = await bundleKeeper(store, server, inspector.bound.terminal)
    expect(await keeper.refresh()).toEqual({ ok: true, unsaved: false })
    return keeper.current()!
  }

  test('judges by the very edition that the server will judge by, now and at every moment to come that is known', async () => {
    const road = await world()
    const now = road.clock.now()
    await publish(road.db, longer, { at: now })
    await publish(road.db, amendment({ passLife: 20 }, { from: '2022-05-20T00:00:00+08:00' }), { at: now })
    await publish(road.db, amendment({ testValidity: 24 }), { at: plus(now, -40 * day), ended: plus(now, -39 * day) })
    await bind(road.db, parseOverlay(overlayFile({ priorReleaseHours: 36 })), {
      at: now,
      place: '410822',
      above: program,
    })
    await road.deps.law.refresh()
    const bundle = await bundleOf(road, 'JZ-G01')
    expect(bundle.parts.law?.published.amendments).toHaveLength(2)
    for (const at of [now, plus(now, hour), plus(now, 10 * day)])
      expect(lawHere(bundle)(at).id).toBe(road.deps.law.editionAt(at, 'JZ-G01').id)
    expect(lawHere(bundle)(now).numbersAt(now).testValidity).toBe(72)
    expect(bundle.manifest.edition).toBe(lawHere(bundle)(now).id)
  })
  test('before its first bundle goes by the program it runs', () => {
    expect(lawHere(undefined)(instant(0))).toBe(program)
  })
})
