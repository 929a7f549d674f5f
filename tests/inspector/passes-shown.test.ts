import { describe, expect, test } from 'vitest'
import { makeEnvelope } from '../../checkpoint-app/inspector/make-envelope.ts'
import { passesRead } from '../../checkpoint-app/inspector/pass-read.ts'
import { knownOf } from '../../checkpoint-app/inspector/truck-session.ts'
import { tokensOf } from '../../checkpoint-app/inspector/typed-number.ts'
import type { NumberView, Reply } from '../../checkpoint-app/device/server.ts'
import { beijingIso, day, hour, plus } from '../../shared/instant.ts'
import { endOfDay, type ForeignPass } from '../../shared/passes/foreign.ts'
import { parseEnvelope } from '../../shared/sync/envelope.ts'
import { now } from '../policy/truck.ts'
import { papers, plate, scannedFreight, scannedPass, trip, truckArrives, truckSeen, view, type Booth } from './booth.ts'
import { terminalKept as terminal } from '../device/terminal-row.ts'

const zhejiang: ForeignPass = { issuer: '33', shown: 'photo', number: '浙330400123' }
const shows = (pass: ForeignPass) => ({ type: 'foreign-pass', pass }) as const
const inProvince = view({ trip: trip({ scope: 'in-province' }) })
const cards = ({ session }: Booth) => passesRead(knownOf(session)!, now).map(({ state }) => state)

describe('a pass of another province at the booth', () => {
  test('gives the green lane, before the plate is known or after it', () => {
    const truck = truckSeen().happens(shows(zhejiang)).lookedUp(inProvince)
    expect(truck.says()).toBe('V6 +M1')
    expect(
      truckArrives().happens(shows(zhejiang), { type: 'plate-seen', plate, by: 'typed' }).lookedUp(inProvince).says(),
    ).toBe('V6 +M1')
  })

  test('run out, it opens no lane and holds nobody', () => {
    const old = { ...zhejiang, validTo: endOfDay(beijingIso(plus(now, -day)).slice(0, 10))! }
    const truck = truckSeen().happens(shows(old)).lookedUp(inProvince)
    expect(truck.says()).toBe('V6')
    expect(cards(truck)).toEqual(['noted'])
  })

  test('works without a network', () => {
    const truck = truckSeen()
      .happens(shows(zhejiang), { type: 'no-freight-code' })
      .lookedUp(undefined)
      .answers(0, papers())
    expect(truck.happens({ type: 'scope-said', scope: 'in-province' }).says()).toMatch(/^V6 \+M1/)
  })

  test('beside one of ours that was revoked it counts; beside one of another plate the lead stays', async () => {
    const revoked = truckSeen()
      .happens({ type: 'code-read', opened: await scannedPass({}, plus(now, 400 * day)) }, shows(zhejiang))
      .lookedUp(inProvince)
    expect(revoked.says()).toBe('V6 +M1')
    expect(cards(revoked)).toEqual(['expired', 'counted'])
    const foreign = truckSeen()
      .happens({ type: 'code-read', opened: await scannedPass({ plate: '豫HX0009' }) }, shows(zhejiang))
      .lookedUp(inProvince)
    expect(foreign.says()).toBe('V6 +M7')
  })

  test('goes into the record as it was shown', () => {
    const dated = { ...zhejiang, validTo: endOfDay('2022-05-20')! }
    const truck = truckSeen().happens(shows(dated)).lookedUp(inProvince)
    const step = truck.asks()
    if (!('judgement' in step)) throw new Error('no verdict')
    const clock = { now: () => now, offset: () => 0, held: () => false, notBefore: () => undefined }
    const id = '0190a6b0-0000-4000-8000-0000000000e1'
    const envelope = makeEnvelope({ id, session: truck.session, judgement: step.judgement, terminal, clock })
    expect(parseEnvelope(JSON.parse(JSON.stringify(envelope)))).toMatchObject({
      foreignPass: { issuer: '33', number: '浙330400123', validTo: '2022-05-20T23:59:59+08:00', shown: 'photo' },
      facts: { pass: { state: 'valid' } },
    })
  })

  test('taken back with the codes', () => {
    const truck = truckSeen().happens(shows(zhejiang), { type: 'forgotten', what: 'code' })
    expect(truck.session.known.foreignPass).toBeUndefined()
  })
})

describe('what a pass says, beside the load', () => {
  test('number, route, goods and until when', async () => {
    const scanned = await scannedPass()
    const truck = truckSeen().happens({ type: 'code-read', opened: scanned }).lookedUp(inProvince)
    const [read] = passesRead(knownOf(truck.session)!, now)
    expect(read).toMatchObject({
      state: 'valid',
      number: expect.stringMatching(/^\d{12}$/),
      route: [expect.any(String), expect.any(String)],
    })
  })

  test('of a pass that was not shown, what the server knows; a suspended one says so and opens no lane', async () => {
    const pass = { number: '410800000123', state: 'expired' as const, validTo: beijingIso(plus(now, -hour)) }
    expect(cards(truckSeen().lookedUp(view({ pass })))).toEqual(['expired'])
    const scanned = await scannedPass()
    if (!scanned.ok || scanned.kind !== 'pass') throw new Error('no pass')
    const voidPasses = [{ number: scanned.claims.number, standing: 'suspended' as const }]
    const truck = truckSeen()
      .happens({ type: 'code-read', opened: scanned })
      .lookedUp(view({ ...inProvince, voidPasses }))
    expect([truck.says(), cards(truck)]).toEqual(['V6', ['suspended']])
  })

  test('the old paper of a pass that was issued anew 换发 takes no lane from the new one', async () => {
    const old = await scannedPass()
    if (!old.ok || old.kind !== 'pass') throw new Error('no pass')
    const pass = { number: '410800000999', state: 'valid' as const, validTo: beijingIso(plus(now, day)) }
    const voidPasses = [{ number: old.claims.number, standing: 'revoked' as const }]
    const truck = truckSeen()
      .happens({ type: 'code-read', opened: old })
      .lookedUp(view({ ...inProvince, pass, voidPasses }))
    expect([truck.says(), cards(truck)]).toEqual(['V6 +M1', ['revoked', 'valid']])
  })

  test('one that is suspended is told as suspended, scanned or not', () => {
    const pass = { number: '410800000123', state: 'revoked' as const, validTo: beijingIso(plus(now, day)) }
    const voidPasses = [{ number: pass.number, standing: 'suspended' as const }]
    expect(cards(truckSeen().lookedUp(view({ pass, voidPasses })))).toEqual(['suspended'])
  })

  test('where the plate read is the trailer’s, the tractor of the trip is what counts, and nobody is suspected', async () => {
    const seen = truckSeen('沪DX001挂').happens({ type: 'code-read', opened: await scannedPass({ plate: '沪DX0001' }) })
    expect(seen.lookedUp(view({ ...inProvince, plate: '沪DX001挂' })).says()).toBe('V6 +M7')
    const code = await scannedFreight({ plate: '沪DX0001', trailer: '沪DX001挂' })
    expect(
      seen
        .happens({ type: 'code-read', opened: code })
        .lookedUp(view({ ...inProvince, plate: '沪DX001挂' }))
        .says(),
    ).toBe('V6 +M1')
  })

  test('nothing shown and nothing known is no card', () => {
    expect(cards(truckSeen().lookedUp(inProvince))).toEqual([])
  })

  test('a seal that is not ours says so', () => {
    const forged = { ok: false, reason: 'bad-signature', code: 'C-06', kind: 'pass' } as const
    expect(cards(truckSeen().happens({ type: 'code-read', opened: forged }).lookedUp(inProvince))).toEqual(['forged'])
  })
})

describe('a number typed', () => {
  const answer = (reply: Reply<NumberView>) => {
    const phone = { number: async () => reply }
    return tokensOf({ phone, later: () => () => {} }, '410800000123')
  }
  const number = '410800000123'
  const face = {
    state: 'valid',
    plate,
    from: '330402',
    to: '410823',
    cargo: '09',
    issuer: '410800',
    validFrom: '2022-05-10T00:00:00+08:00',
    validTo: '2022-05-26T00:00:00+08:00',
  } as const

  test('gives what the codes hold, the freight code first', async () => {
    const value = { number, pass: { token: 'p', ...face }, freight: { token: 'f', plate } }
    expect(await answer({ ok: true, value })).toEqual(['f', 'p'])
    expect(await answer({ ok: true, value: { ...value, freight: null } })).toEqual(['p'])
  })

  test('nobody’s number and no network are two answers', async () => {
    const refused = { kind: 'refused', code: 'PA-11', message: '' } as const
    expect(await answer({ ok: false, trouble: refused })).toBe('unknown')
    expect(await answer({ ok: true, value: { number, pass: null, freight: null } })).toBe('unknown')
    expect(await answer({ ok: false, trouble: { ...refused, code: 'PA-18' } })).toBe('ended')
    expect(await answer({ ok: false, trouble: { kind: 'offline' } })).toBe('unreached')
  })

  test('a server that does not answer is no network', async () => {
    const silent = { number: () => new Promise<never>(() => {}) }
    const later = (run: () => void) => (run(), () => {})
    expect(await tokensOf({ phone: silent, later }, number)).toBe('unreached')
  })
})
