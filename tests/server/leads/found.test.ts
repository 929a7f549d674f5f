import { describe, expect, it } from 'vitest'
import { listMessages } from '../../../schema/api/messages.ts'
import { leads as timer } from '../../../server/timers/leads.ts'
import { day, hour, minute } from '../../../shared/instant.ts'
import { paper, pass, shows, twoBooths } from './kit.ts'
import type { Booths } from './kit.ts'

const kindsAndPlaces = async (road: Booths) =>
  (await road.leads()).items.map(({ kind, plate, place, other, apart }) => [
    kind,
    plate,
    place.checkpoint,
    other?.checkpoint ?? null,
    apart,
  ])

describe('one credential at two places', () => {
  const far = ['two-places', '豫HX0001', 'JZ-G02', 'JZ-G01', { km: 89, minutes: 5 }]

  it('in five minutes over 89 km is a lead, and both trucks drove on', async () => {
    const road = await twoBooths()
    const [first] = await road.west.uploads(shows(road, { at: -9 }))
    const [second] = await road.far.uploads(shows(road, { at: -4 }))
    expect([first?.row, second?.row]).toEqual(['V5', 'V5'])
    expect(await kindsAndPlaces(road)).toEqual([far])
  })

  it('is the same single lead in reverse order, in one batch, and however often it is sent', async () => {
    const road = await twoBooths()
    const [early, late] = [shows(road, { at: -9 }), shows(road, { at: -4 })]
    await road.far.uploads(late, late)
    await road.west.uploads(early)
    await road.far.uploads(late, shows(road, { at: -3 }))
    await road.west.uploads(early)
    expect(await kindsAndPlaces(road)).toEqual([far])
  })

  it('minutes between are whole ones', async () => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -9 }))
    await road.far.uploads(shows(road, { at: -4.7 }))
    expect(await kindsAndPlaces(road)).toMatchObject([{ 4: { minutes: 4 } }])
  })

  it('is found though both come in at the same moment', async () => {
    const road = await twoBooths()
    await Promise.all([
      road.west.uploads(shows(road, { at: -9 })),
      road.far.uploads(shows(road, { at: -4 })),
      road.west.uploads(shows(road, { at: -10 })),
    ])
    expect((await road.leads()).items.length).toBe(1)
  })

  it.each([
    ['after the time it takes to drive', 'far', -60, {}],
    ['where the clock of one phone was never compared', 'far', -15, { clockOffsetMs: null }],
    ['next door', 'near', -8, {}],
    ['at a place nobody has measured', 'unmeasured', -8, {}],
    ['on another lane of the same place: the escort has a copy', 'west', -9, { plate: '豫HX0001' }],
  ] as const)('%s is none', async (_, where, at, more) => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at, ...more }))
    await road[where].uploads(shows(road, { at: -4 }))
    expect(await kindsAndPlaces(road)).toEqual([])
  })

  it('two codes of two trips are none', async () => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -9 }))
    await road.far.uploads(shows(road, { at: -4, credentials: [paper({ number: '482109371166' })] }))
    expect(await kindsAndPlaces(road)).toEqual([])
  })

  it('a new code of the same trip is the same thing, a record without a number is known by its jti', async () => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -9 }))
    await road.far.uploads(shows(road, { at: -4, credentials: [paper({ jti: 'another0ne12' })] }))
    const old = { kind: 'freight' as const, jti: 'anOldPhone12', refused: null }
    await road.west.uploads(shows(road, { at: -9, credentials: [old] }))
    await road.far.uploads(shows(road, { at: -4, credentials: [old] }))
    expect((await road.leads()).items.map(({ credential }) => credential)).toEqual(
      expect.arrayContaining(['…1165', '…ne12']),
    )
  })

  it('sightings are forgotten after seven days, leads are not', async () => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -9 }))
    await road.far.uploads(shows(road, { at: -4 }))
    expect((await road.rows())['credential_seen']).toBe(2)
    road.forward((7 * day - hour) / minute)
    await timer.run(road.deps)
    expect((await road.rows())['credential_seen']).toBe(2)
    road.forward(60)
    await timer.run(road.deps)
    expect(await road.rows()).toMatchObject({ credential_seen: 0, lead: 1 })
  })
})

describe('what does not fit', () => {
  it.each([
    ['forged', { credentials: [{ kind: 'unknown' as const, jti: null, refused: 'bad-signature' }] }, null],
    ['forged', { credentials: [paper({ refused: 'bad-stamp' })] }, '…1165'],
    ['mismatch', { credentials: [pass({ refused: 'mismatch' })] }, '…0123'],
    ['not-live', { credentials: [paper({ live: 'stale' })] }, '…1165'],
  ] as const)('%s is one lead a truck, however often it is shown', async (kind, shown, credential) => {
    const road = await twoBooths()
    const credentials = [...shown.credentials]
    await road.west.uploads(shows(road, { at: -9, credentials }), shows(road, { at: -2, credentials }))
    expect((await road.leads()).items).toMatchObject([{ kind, credential, state: 'open', photos: 0 }])
    await road.west.uploads(shows(road, { at: -1, plate: '豫HX0002', credentials }))
    expect((await road.leads()).items.filter((one) => one.kind === kind).length).toBe(2)
  })

  it.each([
    ['a good one', paper()],
    ['one that is over', paper({ refused: 'expired' })],
    ['one that was withdrawn', pass({ refused: 'revoked' })],
    ['another province’s', { kind: 'unknown' as const, jti: null, refused: 'not-ours' }],
    ['one that cannot be read', { kind: 'unknown' as const, jti: null, refused: 'unreadable' }],
    ['a key that is not here yet', paper({ refused: 'unknown-key', jti: null })],
  ])('%s is no lead', async (_, shown) => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -4, credentials: [shown] }))
    expect(await kindsAndPlaces(road)).toEqual([])
  })

  it('M7 that no credential explains is a lead all the same', async () => {
    const road = await twoBooths()
    const facts = { ...shows(road, { at: 0 }).facts, pass: { state: 'mismatch' } }
    await road.west.uploads({ ...shows(road, { at: -4, credentials: [] }), facts })
    expect(await kindsAndPlaces(road)).toMatchObject([['mismatch', '豫HX0001', 'JZ-G01', null, null]])
  })

  it('one pass on two tractors is told of the pass; its trailer is none', async () => {
    const road = await twoBooths()
    const credentials = [pass()]
    await road.west.uploads(shows(road, { at: -200, credentials }))
    await road.west.uploads(shows(road, { at: -150, credentials, plate: '豫HX001挂' }))
    expect(await kindsAndPlaces(road)).toEqual([])
    await road.near.uploads(shows(road, { at: -90, credentials, plate: '豫HX0002' }))
    expect(await kindsAndPlaces(road)).toEqual([['reused-number', '豫HX0002', 'JZ-G03', 'JZ-G01', null]])
  })

  it.each(['unfounded', 'confirmed'])(
    'judged %s: what was seen before is settled, what is seen later is news',
    async (state) => {
      const road = await twoBooths()
      const credentials = [pass()]
      const seen = (booth: 'west' | 'near', plate: string) =>
        road[booth].uploads(shows(road, { at: -1, credentials, plate }))
      await seen('west', '豫HX0001')
      await seen('near', '豫HX0002')
      const [first] = (await road.leads()).items
      await road.supervisor('POST', `/api/leads/${first!.id}/handle`, { state, note: '两车为同一单位，已核实' })
      road.forward(60)
      await seen('west', '豫HX0001')
      expect((await road.leads()).items.length).toBe(1)
      await seen('near', '豫HX0003')
      expect((await road.leads('?state=open')).items).toMatchObject([{ kind: 'reused-number', plate: '豫HX0003' }])
    },
  )

  it('a registration moved to another tractor is none', async () => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -200 }), shows(road, { at: -9, plate: '豫HX0002' }))
    expect(await kindsAndPlaces(road)).toEqual([])
  })

  it('what was undone at the booth is no lead any more, and the correction may be one', async () => {
    const road = await twoBooths()
    const wrong = shows(road, { at: -9, plate: '豫HX0008', credentials: [pass({ refused: 'mismatch' })] })
    await road.west.uploads(wrong)
    expect((await road.leads()).items.length).toBe(1)
    await road.west.uploads(shows(road, { at: -8, credentials: [pass()], corrects: wrong.id }))
    expect(await kindsAndPlaces(road)).toEqual([])
    await road.west.uploads(shows(road, { at: -5, credentials: [pass()] }))
    expect(await kindsAndPlaces(road)).toEqual([])
    const again = shows(road, { at: -4, plate: '豫HX0009', credentials: [pass({ refused: 'mismatch' })] })
    await road.west.uploads(again)
    await road.west.uploads({ ...again, id: crypto.randomUUID(), corrects: again.id })
    expect((await kindsAndPlaces(road)).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['mismatch', 'reused-number']),
    )
  })
})

it('the supervisor is told once an hour, of new ones only', async () => {
  const road = await twoBooths()
  const forged = { credentials: [{ kind: 'unknown' as const, jti: null, refused: 'bad-signature' }] }
  const told = async () => (await road.supervisor('GET', '/api/messages')).as(listMessages.answer).items
  await road.west.uploads(shows(road, { at: -9 }))
  expect(await told()).toEqual([])
  await road.west.uploads(
    shows(road, { at: -9, ...forged }),
    shows(road, { at: -8, ...forged, plate: '豫HX0002' }),
    shows(road, { at: -7, ...forged, plate: '豫HX0003' }),
  )
  expect(await told()).toMatchObject([{ kind: 'lead-new', audience: 'supervisor', urgent: false }])
  road.forward(60)
  await road.west.uploads(shows(road, { at: -69, ...forged }))
  expect((await told()).length).toBe(1)
  await road.west.uploads(shows(road, { at: -9, ...forged, plate: '豫HX0004' }))
  expect((await told()).length).toBe(2)
})
