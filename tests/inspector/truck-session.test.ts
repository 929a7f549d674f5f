import { describe, expect, test } from 'vitest'
import { codeAtFault, passAlone } from '../../checkpoint-app/device/facts-here.ts'
import { shortCode } from '../../checkpoint-app/inspector/short-code.ts'
import { knownOf } from '../../checkpoint-app/inspector/truck-session.ts'
import { minute, plus } from '../../shared/instant.ts'
import { moment, now } from '../policy/truck.ts'
import {
  freightToken,
  onlinePerson,
  opened,
  papers,
  plate,
  scannedFreight,
  scannedPass,
  trip,
  truckArrives,
  truckSeen,
  view,
} from './booth.ts'

const prior = {
  at: '2022-05-16T04:00:00+08:00',
  checkpoint: 'JZ-G02',
  checkpointName: '武陟站',
  crew: ['t1'],
  day: '2022-05-16',
}
const twoCrew = [onlinePerson(), onlinePerson({ role: 'escort', surname: '李', idTail: '0021' })]

describe('the plate', () => {
  test('nothing is asked of a truck before its plate', () => expect(truckArrives().says()).toBe('plate'))

  test('a code names a plate, and one look settles it', async () => {
    const scanned = truckArrives().happens({ type: 'code-read', opened: await scannedFreight() })
    expect(scanned.asks()).toEqual({ ask: 'plate-match', plate })
    const settled = scanned.lookedUp(undefined).happens({ type: 'plate-matches' }).lookedUp(undefined)
    expect(settled.session.plate).toEqual({ text: plate, by: 'code' })
  })

  test('typed first, the code is held against it without a question', async () => {
    const typed = truckSeen()
      .happens({ type: 'code-read', opened: await scannedFreight() })
      .lookedUp(undefined)
    expect(typed.says()).toBe('temperature 0')
  })

  test('another plate: the code counts as none, and M7 says so', async () => {
    const scanned = truckArrives().happens({ type: 'code-read', opened: await scannedFreight() })
    // The server has answered for the plate of the code before anybody looked at the truck.
    const fine = onlinePerson({ healthCode: 'green', travelCard: 'green' })
    const differs = scanned.lookedUp(view({ trip: trip(), crew: [fine] })).happens({ type: 'plate-differs' })
    expect(differs.says()).toBe('plate')
    const seen = differs
      .happens({ type: 'plate-seen', plate: '豫HX0002', by: 'typed' })
      .lookedUp(view({ plate: '豫HX0002' }))
    expect(seen.says()).toBe('scope')
    expect(seen.happens({ type: 'scope-said', scope: 'in-province' }).says()).toBe('V6 +M7')
    // The facts call it the pass; the screen names what was shown, and says of the pass only what is so.
    const known = knownOf(seen.session)!
    expect([codeAtFault(known, now), passAlone(known, now)]).toEqual([true, undefined])
    // The people named in a code of another truck are not the people in this one.
    expect(seen.session.known.crew).toMatchObject([{ mark: { surname: '' }, answers: {} }])
    expect(seen.session.known.crew[0]?.online).toBeUndefined()
  })

  test('a plate typed anew forgets what was looked up for the first', async () => {
    const first = truckSeen().lookedUp(view({ trip: trip({ scope: 'in-province' }), priorRelease: prior }))
    const second = first.happens({ type: 'plate-seen', plate: '豫HX0009', by: 'typed' })
    expect(second.says()).toBe('wait')
    expect(second.session.known.online).toBeUndefined()
    expect(second.session.known.prior).toBeUndefined()
  })

  test('a plate typed wrong: what people answered stays theirs, what its registration said does not', () => {
    const wrong = truckSeen('豫HX0009').lookedUp(view({ plate: '豫HX0009', trip: trip(), crew: [onlinePerson()] }))
    const right = wrong.answers(0, { temperatures: [36.5] }).happens({ type: 'plate-seen', plate, by: 'typed' })
    expect(right.session.known.crew).toEqual([
      { key: expect.any(Number), role: 'driver', mark: { surname: '', idTail: '' }, answers: { temperatures: [36.5] } },
    ])
  })

  test('a late answer for another plate is not taken', () => {
    const asking = truckSeen().happens({ type: 'lookup-asked' })
    const late = asking.happens({ type: 'lookup-answered', plate: '豫HX0009', view: view({ trip: trip() }) })
    expect(late.session).toBe(asking.session)
  })
})

describe('who is on board', () => {
  test('a good code names the crew; the registration names it better; answers stay with their person', async () => {
    const coded = truckSeen().happens({ type: 'code-read', opened: await scannedFreight() })
    expect(coded.session.known.crew.map(({ mark }) => mark.surname)).toEqual(['张', '李', '欧阳'])
    const answered = coded.answers(1, { temperatures: [36.5] })
    const looked = answered.lookedUp(view({ trip: trip(), crew: twoCrew }))
    expect(looked.session.known.crew.map(({ mark, answers }) => [mark.surname, answers.temperatures])).toEqual([
      ['张', undefined],
      ['李', [36.5]],
    ])
  })

  test('whoever was entered without a name takes the first name that comes', () => {
    const answered = truckSeen().answers(0, { temperatures: [36.4] })
    const looked = answered.lookedUp(view({ trip: trip(), crew: [onlinePerson()] }))
    expect(looked.session.known.crew).toMatchObject([{ mark: { surname: '张' }, answers: { temperatures: [36.4] } }])
  })

  test('the last person stays on board', () => {
    const two = truckSeen().happens({ type: 'person-added' })
    const one = two.happens({ type: 'person-removed', person: 0 })
    expect(one.session.known.crew).toMatchObject([{ role: 'escort' }])
    expect(one.happens({ type: 'person-removed', person: 0 }).session.known.crew).toHaveLength(1)
  })

  test('whom the inspector added stays on board when the registration comes in and names another', () => {
    const seen = truckSeen()
      .happens({ type: 'person-added' })
      .lookedUp(view({ trip: trip(), crew: [onlinePerson()] }))
    expect(seen.session.known.crew.map(({ mark, role }) => `${role} ${mark.surname}`)).toEqual(['driver 张', 'escort '])
  })

  test('keys stay unique when people come and go', () => {
    const { session } = truckSeen().happens(
      { type: 'person-added' },
      { type: 'person-removed', person: 0 },
      { type: 'person-added' },
    )
    expect(new Set(session.known.crew.map(({ key }) => key)).size).toBe(2)
  })
})

describe('only what changes the answer is asked', () => {
  test('in-province: nothing but the trip itself', () => {
    const unknown = truckSeen().lookedUp(view())
    expect(unknown.says()).toBe('scope')
    expect(unknown.happens({ type: 'scope-said', scope: 'in-province' }).says()).toBe('V6')
    expect(
      truckSeen()
        .lookedUp(view({ trip: trip({ scope: 'in-province', code: { state: 'green', why: null } }) }))
        .says(),
    ).toBe('V5')
  })

  test('a trip nobody can name goes the cross-province way, and is not asked twice', () => {
    const unknown = truckSeen().lookedUp(view()).happens({ type: 'scope-said', scope: 'unknown' })
    expect(unknown.says()).toBe('V7')
  })

  test('somebody on the positive list: no question about the trip', () => {
    const listed = truckSeen().lookedUp(view({ crew: [onlinePerson({ listed: 'positive' })] }))
    expect(listed.says()).toBe('V1')
  })

  test('no network: where it goes, is it registered, then the code, then the papers', () => {
    const arrived = truckSeen().lookedUp(undefined)
    expect(arrived.says()).toBe('scope')
    const offline = arrived.happens({ type: 'scope-said', scope: 'cross-province' })
    expect(offline.says()).toBe('registered')
    const registered = offline.happens({ type: 'registered-said', registered: true })
    expect(registered.says()).toBe('freight-code')
    const none = registered.happens({ type: 'no-freight-code' })
    expect(none.says()).toBe('documents 0: nucleicAcid healthCode travelCard riskStay')
    expect(none.answers(0, papers()).says()).toBe('V10 +M6')
    expect(offline.happens({ type: 'registered-said', registered: false }).says()).toBe('V7 +M6')
  })

  test('what the feed knows is not asked; what the driver declared is', () => {
    const known = onlinePerson({
      nucleicAcid: { result: 'negative', reportedAt: '2022-05-15T14:00:00+08:00' },
      healthCode: 'green',
      travelCard: 'green',
    })
    const looked = truckSeen().lookedUp(view({ trip: trip({ riskStayDeclared: false }), crew: [known] }))
    expect(looked.happens({ type: 'temperature', person: 0, reading: 36.5 }).says()).toBe('documents 0: riskStay')
  })

  test('the inspector’s own eyes win over the feed', () => {
    const known = onlinePerson({ healthCode: 'green' })
    const looked = truckSeen().lookedUp(view({ trip: trip(), crew: [known] }))
    expect(looked.answers(0, papers({ healthCode: 'red' })).says()).toBe('V3')
  })

  test('a first high reading asks for a second', () => {
    const looked = truckSeen().lookedUp(
      view({ trip: trip({ code: { state: 'green', why: null } }), crew: [onlinePerson()] }),
    )
    const high = looked.happens({ type: 'temperature', person: 0, reading: 37.5 })
    expect(high.says()).toBe('temperature 0 again')
    expect(high.happens({ type: 'temperature', person: 0, reading: 36.9 }).says()).toBe('V8')
    expect(high.happens({ type: 'temperature', person: 0, reading: 37.6 }).says()).toBe('V2')
  })

  test('person by person, in their order', () => {
    const looked = truckSeen().lookedUp(view({ trip: trip(), crew: twoCrew }))
    const first = looked.answers(0, papers())
    expect(first.says()).toBe('documents 1: nucleicAcid healthCode travelCard riskStay')
    expect(first.answers(1, papers()).says()).toBe('V10')
  })
})

describe('released before', () => {
  const inProvince = trip({ scope: 'in-province', code: { state: 'grey', why: null } })

  test('the same people by their tags: not inspected again', () => {
    const looked = truckSeen().lookedUp(view({ trip: inProvince, crew: [onlinePerson()], priorRelease: prior }), {
      people: [{ tag: 't1', listed: undefined }],
    })
    expect(looked.says()).toBe('V4')
  })

  test('other people by their tags: inspected', () => {
    const looked = truckSeen().lookedUp(view({ trip: inProvince, crew: [onlinePerson()], priorRelease: prior }), {
      people: [{ tag: 't2', listed: undefined }],
    })
    expect(looked.says()).toBe('V6')
  })

  test('nobody can tell: one question', () => {
    const looked = truckSeen().lookedUp(view({ trip: inProvince, priorRelease: prior }))
    expect(looked.says()).toBe('same-crew')
    expect(looked.happens({ type: 'same-crew-said', same: true }).says()).toBe('V4')
    expect(looked.happens({ type: 'same-crew-said', same: false }).says()).toBe('V6')
  })

  test('too long ago to matter: no question', () => {
    const old = { ...prior, at: '2022-05-15T09:59:00+08:00' }
    expect(
      truckSeen()
        .lookedUp(view({ trip: inProvince, priorRelease: old }))
        .says(),
    ).toBe('V6')
  })
})

describe('the freight code and the server', () => {
  const green = { state: 'green', why: null } as const

  test.each([
    ['the server’s colour is newer', trip({ code: { state: 'grey', why: 'test-lapsed' } }), 'fresh', 'documents'],
    ['the server’s red wins', trip({ code: { state: 'red', why: null } }), 'fresh', 'V3'],
    [
      'its source is down: the sealed green stands',
      trip({ code: { state: 'grey', why: 'facts-unknown' } }),
      'down',
      'V8',
    ],
    ['both green', trip({ code: green }), 'fresh', 'V8'],
  ] as const)('%s', async (_, online, healthData, expected) => {
    const read = {
      type: 'code-read',
      opened: await scannedFreight({ crew: [{ surname: '张', idTail: '0015', role: 'driver' }] }),
    } as const
    const looked = truckSeen()
      .happens(read)
      .lookedUp(view({ trip: online, healthData, crew: [onlinePerson()] }))
    expect(looked.happens({ type: 'temperature', person: 0, reading: 36.5 }).says().split(' ')[0]).toBe(expected)
  })

  test('a green record elsewhere does not heal an altered code', async () => {
    const token = await freightToken()
    const altered = `${token.slice(0, -6)}AAAAAA`
    const read = { type: 'code-read', opened: await opened(altered) } as const
    const looked = truckSeen()
      .happens(read)
      .lookedUp(view({ trip: trip({ code: green }), crew: [onlinePerson()] }))
    const warm = looked.happens({ type: 'temperature', person: 0, reading: 36.5 })
    expect(warm.says()).toMatch(/^documents/)
    expect(warm.answers(0, papers()).says()).toBe('V10 +M7')
  })

  test('a code whose test lapsed since it was drawn is grey', async () => {
    const lapsed = await scannedFreight({ testLapsesAt: plus(now, -minute) })
    const looked = truckSeen().happens({ type: 'code-read', opened: lapsed }).lookedUp(undefined)
    const warm = [0, 1, 2].reduce(
      (each, index) => each.happens({ type: 'temperature', person: index, reading: 36.5 }),
      looked,
    )
    expect(warm.says()).toMatch(/^documents 0/)
  })

  test('a pass shown beside adds the green lane and asks nothing', async () => {
    const looked = truckSeen()
      .happens({ type: 'code-read', opened: await scannedPass() })
      .lookedUp(view({ trip: trip({ scope: 'in-province', code: green }) }))
    expect(looked.says()).toBe('V5 +M1')
  })

  test('a pass of another plate is told, and takes nothing away', async () => {
    const looked = truckSeen()
      .happens({ type: 'code-read', opened: await scannedPass({ plate: '沪DX0009' }) })
      .lookedUp(view({ trip: trip({ scope: 'in-province', code: green }) }))
    expect(looked.says()).toBe('V5 +M7')
  })
})

describe('registered on the spot', () => {
  const unregistered = truckSeen().lookedUp(view()).happens({ type: 'scope-said', scope: 'cross-province' })
  const onSite = { trip: '0190a6b0-0000-7000-8000-000000000009', scope: 'cross-province', riskStay: null } as const

  test('goes on with the check at once, without a network', () => {
    expect(unregistered.says()).toBe('V7')
    const registered = unregistered
      .happens({ type: 'registered-here', onSite, crew: [{ role: 'driver', mark: { surname: '王', idTail: '1234' } }] })
      .lookedUp(undefined)
    expect(registered.says()).toBe('documents 0: nucleicAcid healthCode travelCard riskStay')
    expect(registered.session.known.crew).toMatchObject([{ mark: { surname: '王' } }])
    expect(registered.answers(0, papers()).says()).toBe('V10')
  })

  test('refusing it calls the head', () => expect(unregistered.answers(0, { refuses: true }).says()).toBe('V15'))
})

describe('taking back', () => {
  const released = truckSeen().lookedUp(view()).happens({ type: 'scope-said', scope: 'in-province' })
  const recorded = released.happens({ type: 'recorded', record: { id: 'r1', row: 'V6', at: now, facts: '{}' } })

  test('within two minutes the next record corrects the last', () => {
    const back = recorded.happens({ type: 'taken-back', at: plus(now, 59_000) })
    expect(back.session.correcting).toEqual({ id: 'r1', until: plus(now, 2 * minute) })
    const next = back.happens({ type: 'recorded', record: { id: 'r2', row: 'V7', at: plus(now, minute), facts: '{}' } })
    expect(next.session.correcting).toBeUndefined()
    expect(next.session.records.map(({ id }) => id)).toEqual(['r1', 'r2'])
  })

  test('later it is a new record of its own', () =>
    expect(recorded.happens({ type: 'taken-back', at: plus(now, 2 * minute) }).session.correcting).toBeUndefined())

  test('what was entered by mistake is asked again', () => {
    expect(recorded.happens({ type: 'forgotten', what: 'trip' }).says()).toBe('scope')
    expect(recorded.happens({ type: 'forgotten', what: 'plate' }).says()).toBe('plate')
  })
})

test('the short code is the row and four characters nobody mistakes', () => {
  expect(shortCode('V8', '0190a6b0-0000-7000-8000-0000000fffff')).toBe('V8-ZZZZ')
  expect(shortCode('V8', '0190a6b0-0000-7000-8000-00000000002a')).toBe('V8-001A')
})

test('a session is plain data: set aside and taken up again it says the same', async () => {
  const scanned = truckSeen()
    .happens({ type: 'code-read', opened: await scannedFreight() })
    .lookedUp(undefined)
  const back = structuredClone(scanned.session)
  expect(back).toEqual(scanned.session)
  expect(moment('16T10:00')).toBe(now)
})
