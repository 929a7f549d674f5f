import { describe, expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { entriesInForce } from '../../../server/usecases/lists-in-force.ts'
import { personTag } from '../../../server/usecases/person-tag.ts'
import { hour, minute, plus } from '../../../shared/instant.ts'
import { crewTag, importTagKey, plateTag } from '../../../shared/sync/crew-tag.ts'
import { bundleBy } from '../../kit/bundle.ts'
import { driving, escorting, fine, li, wang } from '../../kit/people.ts'
import { fromOutside, world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'
import { crewItem, driverItem, lists } from './kit.ts'

const plate = '沪DX0001'

async function atBooth(road?: World) {
  const office = await lists(road)
  const trip = await office.road.driver(plate).registers({ crew: [driving(li), escorting(wang)] })
  const inspector = await office.road.inspector('JZ-G01')
  const seen = async () => (await inspector.lookUp(plate)).crew
  const bundled = async () => (await bundleBy(inspector.call)).part('whitelist')
  return { ...office, trip, inspector, seen, bundled }
}

const term = { from: '2022-05-16T00:00:00+08:00', to: '2022-05-23T00:00:00+08:00', closedLoop: true }

describe('a white-listed driver at the booth', () => {
  it('G30: a yellow of the itinerary is no restriction: V10 with M2', async () => {
    const { road, inspector, seen, driversInForce } = await atBooth()
    await driversInForce(driverItem(li))
    expect((await seen()).map(({ driverWhitelist }) => driverWhitelist)).toEqual([term, null])
    const facts = fromOutside(plate, {
      driverWhitelist: term,
      healthCode: 'yellow',
      healthCodeGround: 'itinerary',
      travelCard: 'green-starred',
      nucleicAcid: { result: 'negative', reportedAt: '2022-05-15T14:00:00+08:00' },
    })
    expect((await inspector.uploads({ facts }))[0]).toMatchObject({ status: 'recorded', row: 'V10', agrees: true })
    const [row] = await road.db.all(sql.selectFrom('inspection').select('modifiers').compile())
    expect(row?.modifiers).toContain('M2')
  })

  it('suspended, the very next look-up and bundle no longer have it, and nobody waits for a minute', async () => {
    const { road, seen, bundled, driversInForce, suspends, officer, change } = await atBooth()
    const [id = ''] = await driversInForce(driverItem(li))
    expect([(await seen())[0]?.driverWhitelist, (await bundled()).length]).toEqual([term, 1])
    const before = road.clock.now()
    await suspends(id)
    expect([(await seen())[0]?.driverWhitelist, (await bundled()).length]).toEqual([null, 0])
    expect(road.clock.now() - before).toBeLessThan(minute)
    await change(officer, id, 'resume', 'reviewed')
    expect((await seen())[0]?.driverWhitelist).toEqual(term)
    await change(officer, id, 'remove', 'withdrawn')
    expect([(await seen())[0]?.driverWhitelist, (await bundled()).length]).toEqual([null, 0])
  })

  it('counts from its first to its last moment', async () => {
    const { road, seen, driversInForce } = await atBooth()
    await driversInForce(driverItem(li, { from: '2022-05-16T10:01:00+08:00', to: '2022-05-23T10:01:00+08:00' }))
    const listed = async () => (await seen())[0]?.driverWhitelist !== null
    expect(await listed()).toBe(false)
    road.forward(1)
    expect(await listed()).toBe(true)
  })

  it('an entry that names a plate counts for that truck only', async () => {
    const { seen, inspector, driversInForce } = await atBooth()
    await driversInForce(driverItem(li, { plate: '豫HX0002' }), driverItem(wang, { plate: '沪D·X0001' }))
    expect((await seen()).map(({ driverWhitelist }) => driverWhitelist)).toEqual([null, term])
    const { part } = await bundleBy(inspector.call)
    const key = await importTagKey(part('tag-key').key)
    const tags = await Promise.all(['沪DX0001', '豫HX0002'].map((each) => plateTag(key, each)))
    expect(
      part('whitelist')
        .map(([, , , , tag]) => String(tag))
        .toSorted(),
    ).toEqual(tags.toSorted())
  })

  it('what the row says of itself changes nothing: only the steps make it effective', async () => {
    const { road, seen, bundled, brings } = await atBooth()
    await brings('W1', driverItem(li))
    await road.db.commit([sql.updateTable('list_entry').set({ state: 'complete' }).compile()])
    expect([(await seen())[0]?.driverWhitelist, await bundled()]).toEqual([null, []])
  })

  it('the bundle has tags, times and no names', async () => {
    const { inspector, driversInForce } = await atBooth()
    await driversInForce(driverItem(li))
    const { answer, part } = await bundleBy(inspector.call)
    const tag = await crewTag(await importTagKey(part('tag-key').key), '李', '0031')
    expect(part('whitelist')).toEqual([[tag, Date.parse(term.from) / 1000, Date.parse(term.to) / 1000, true, null]])
    expect(JSON.stringify(answer)).not.toMatch(/李|沪D|0031/)
  })

  it('G31: red wins; the entry waits for a review, and both offices are told', async () => {
    const { road, inspector, trip, seen, entry, driversInForce } = await atBooth()
    const [id = ''] = await driversInForce(driverItem(li))
    const crew = [
      { surname: '李', idTail: '0031' },
      { surname: '王', idTail: '0066' },
    ]
    const facts = fromOutside(plate, { driverWhitelist: term, healthCode: 'red' })
    const [first] = await inspector.uploads({ facts, crew, trip: trip.trip.id })
    expect(first).toMatchObject({ status: 'recorded', row: 'V3' })
    const { entry: after, steps } = await entry(id)
    expect([after.standing, steps.at(-1)]).toMatchObject([
      'suspended',
      { step: 'suspend', by: null, reason: 'red-seen' },
    ])
    expect((await seen())[0]?.driverWhitelist).toBeNull()
    const logged = await road.db.all(
      sql
        .selectFrom('audit')
        .select(['action', 'actor', 'subject', 'reason', 'device'])
        .orderBy('seq', 'desc')
        .limit(1)
        .compile(),
    )
    expect(logged).toEqual([
      { action: 'list-suspended', actor: 'system', subject: id, reason: 'red-seen', device: inspector.bound.terminal },
    ])
    const told = await road.db.all(
      sql.selectFrom('message').select(['audience', 'zh']).where('kind', '=', 'list-suspended').compile(),
    )
    expect(told.map(({ audience }) => audience).toSorted()).toEqual(['appeal-officer', 'list-officer'])
    const appeals = await road.db.all(
      sql.selectFrom('appeal').select(['kind', 'reason', 'said', 'by_kind', 'state', 'trip_id', 'opening']).compile(),
    )
    expect(appeals).toEqual([
      {
        kind: 'code',
        reason: 'R2',
        said: 'white-listed-red',
        by_kind: 'system',
        state: 'waiting',
        trip_id: trip.trip.id,
        opening: `R2@${first?.id}/0`,
      },
    ])
    expect(told[0]?.zh).not.toMatch(/李|0031/)
    expect((await inspector.uploads({ facts, crew, trip: trip.trip.id }))[0]?.status).toBe('recorded')
    expect((await entry(id)).steps.filter(({ step }) => step === 'suspend').length).toBe(1)
  })
})

describe('a red that was a slip of the finger', () => {
  const crew = [
    { surname: '李', idTail: '0031' },
    { surname: '王', idTail: '0066' },
  ]
  const shows = (healthCode: 'red' | 'green') =>
    fromOutside(plate, {
      driverWhitelist: term,
      healthCode,
      nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T04:00:00+08:00' },
    })

  it('taken back within the two minutes, the entry holds again; red once more, it stays suspended', async () => {
    const { inspector, trip, entry, seen, driversInForce } = await atBooth()
    const [id = ''] = await driversInForce(driverItem(li))
    const [red] = await inspector.uploads({ facts: shows('red'), crew, trip: trip.trip.id })
    const [again] = await inspector.uploads({ facts: shows('red'), crew, trip: trip.trip.id, corrects: red!.id! })
    expect((await entry(id)).entry.standing).toBe('suspended')
    const [other] = await inspector.uploads({ facts: shows('green'), crew, trip: trip.trip.id, corrects: again!.id! })
    expect([again?.status, other?.status]).toEqual(['recorded', 'recorded'])
    expect((await entry(id)).entry.standing).toBe('suspended')
    expect((await seen())[0]?.driverWhitelist).toBeNull()
  })

  it('corrected to green, it is in force again; not when an officer had a hand in it', async () => {
    const { officer, inspector, trip, entry, change, driversInForce } = await atBooth()
    const [id = ''] = await driversInForce(driverItem(li))
    const [red] = await inspector.uploads({ facts: shows('red'), crew, trip: trip.trip.id })
    await inspector.uploads({ facts: shows('green'), crew, trip: trip.trip.id, corrects: red!.id! })
    const { entry: after, steps } = await entry(id)
    expect([after.standing, steps.at(-1)?.step, steps.at(-1)?.by]).toEqual(['in-force', 'resume', null])
    const [second] = await inspector.uploads({ facts: shows('red'), crew, trip: trip.trip.id })
    await change(officer, id, 'resume', 'reviewed')
    await change(officer, id, 'suspend', 'borrowed')
    await inspector.uploads({ facts: shows('green'), crew, trip: trip.trip.id, corrects: second!.id! })
    expect((await entry(id)).entry.standing).toBe('suspended')
  })
})

describe('a crew of a transfer point', () => {
  it('G33: at the checkpoint 48 h as ever; at the transfer point a test of 24 h', async () => {
    const { road, inspector, seen, enterpriseInForce, crewInForce } = await atBooth()
    await enterpriseInForce()
    await crewInForce(crewItem(li))
    road.feed.says(li.number, fine(road.clock.now(), 30))
    expect((await seen())[0]).toMatchObject({
      driverWhitelist: null,
      transferCrew: { company: '示例食品有限公司', to: term.to, entry: 'test-first' },
    })
    const facts = fromOutside(plate, { nucleicAcid: { result: 'negative', reportedAt: '2022-05-15T04:00:00+08:00' } })
    expect((await inspector.uploads({ facts }))[0]?.row).toBe('V10')
    road.feed.says(li.number, fine(road.clock.now(), 24))
    expect((await seen())[0]?.transferCrew?.entry).toBe('enter')
  })

  it('a certificate with the time of the sample alone counts from that, at the transfer point as at the booth (A1)', async () => {
    const { road, seen, enterpriseInForce, crewInForce } = await atBooth()
    await enterpriseInForce()
    await crewInForce(crewItem(li))
    const sampled = (hours: number) => {
      const sampledAt = plus(road.clock.now(), -hours * hour)
      road.feed.says(li.number, { ...fine(road.clock.now(), 1), nucleicAcid: { result: 'negative', sampledAt } })
    }
    sampled(24)
    expect((await seen())[0]?.transferCrew?.entry).toBe('enter')
    sampled(25)
    expect((await seen())[0]?.transferCrew?.entry).toBe('test-first')
  })

  it('falls with its enterprise', async () => {
    const { seen, enterpriseInForce, crewInForce, suspends } = await atBooth()
    const [enterprise = ''] = await enterpriseInForce()
    await crewInForce(crewItem(li))
    expect((await seen())[0]?.transferCrew).toBeDefined()
    await suspends(enterprise, 'withdrawn')
    expect((await seen())[0]?.transferCrew).toBeUndefined()
  })
})

it('nobody asked for is nobody found', async () => {
  const road = await world()
  const tag = await personTag(road.deps.vault, 'id-card', li.number)
  expect(await entriesInForce(road.deps, [], road.clock.now())).toEqual(new Map())
  expect(await entriesInForce(road.deps, [tag], road.clock.now())).toEqual(new Map())
})
