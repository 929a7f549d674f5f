import { describe, expect, it } from 'vitest'
import { lookUpNumber, voidFreightCodes } from '../../../schema/api/passes.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { standingFrom } from '../../../shared/credential/standing.ts'
import { withdrawnCodes } from '../../../server/store/withdrawn-codes.ts'
import { instant, plus } from '../../../shared/instant.ts'
import { refusal } from '../../kit/refusal.ts'
import { numberOf, passOffice } from './kit.ts'
import type { PassOffice } from './kit.ts'

const opens = async (office: PassOffice, text: string) => {
  const withdrawn = await office.db.all(withdrawnCodes(office.clock.now()))
  return openCredential(text, {
    keys: await importKeys(await office.deps.keyring.publicKeys()),
    now: plus(office.clock.now(), 1000),
    standing: standingFrom({
      withdrawn: new Map(withdrawn.map((one) => [one.trip_number, instant(one.before_at)])),
    }),
  })
}

async function booth() {
  const office = await passOffice()
  const inspector = await office.inspector('JZ-G01')
  const types = async (number: string) =>
    (await inspector.call('GET', `/api/numbers/${encodeURIComponent(number)}`)).as(lookUpNumber.answer)
  return { office, inspector, types }
}

describe('typing the number is scanning the code (R61)', () => {
  it('of a pass: the same token, and so the same answer', async () => {
    const { office, types } = await booth()
    const applied = await office.applies()
    const typed = await types(numberOf(applied))
    expect(typed.pass?.token).toBe(applied.pass?.token)
    expect(await opens(office, typed.pass?.token ?? '')).toEqual(await opens(office, applied.pass?.token ?? ''))
    expect(await opens(office, typed.pass?.token ?? '')).toMatchObject({
      ok: true,
      claims: { number: typed.number, plate: typed.pass?.plate, origin: typed.pass?.from, destination: typed.pass?.to },
    })
  })

  it.each([
    ['suspend', 'being-checked', 'suspended'],
    ['revoke', 'false-data', 'revoked'],
  ])('of one that does not count: %s', async (deed, reason, state) => {
    const { office, types } = await booth()
    const number = numberOf(await office.applies())
    await office.stands(number, { deed, was: 'valid', reason })
    expect((await types(number)).pass?.state).toBe(state)
  })

  it('of a trip: its freight code of this moment, as its paper says it', async () => {
    const { office, types } = await booth()
    const { trip, code } = await office.driver('沪DX0001').registers()
    const typed = await types(trip.number)
    expect([typed.number, typed.pass, typed.freight?.plate]).toEqual([
      trip.number.replaceAll(' ', ''),
      null,
      '沪DX0001',
    ])
    const [shown, read] = [await opens(office, code.token ?? ''), await opens(office, typed.freight?.token ?? '')]
    const said = (opened: typeof shown) => ('claims' in opened ? { ...opened.claims, id: '' } : opened.ok)
    expect(said(read)).toEqual(said(shown))
  })

  it('of a trip that has ended: there is one, and it has no code any more', async () => {
    const { office, inspector } = await booth()
    const { trip } = await office.driver('沪DX0001').registers()
    office.forward(74 * 60)
    const answer = await inspector.call('GET', `/api/numbers/${encodeURIComponent(trip.number)}`)
    expect(refusal(answer)).toBe('410 PA-18 path.number')
  })

  it('a number that nobody has is said so, and holds nobody', async () => {
    const { inspector } = await booth()
    for (const number of ['410800000000', '000000000000', '4108 0000 0001'])
      expect(refusal(await inspector.call('GET', `/api/numbers/${encodeURIComponent(number)}`))).toBe(
        '404 PA-11 path.number',
      )
  })
})

describe('freight codes made void 作废货畅码', () => {
  it('what was issued so far is void, what the driver’s phone fetches then is not', async () => {
    const { office } = await booth()
    const trip = await office.driver('沪DX0001').registers()
    const body = { trip: trip.trip.number, reason: 'shown-by-others' }
    const done = (await office.officer.send('POST', '/api/freight-codes/voidings', body)).as(voidFreightCodes.answer)
    expect(done).toMatchObject({ trip: trip.trip.number, plate: '沪DX0001' })
    expect(await opens(office, trip.code.token ?? '')).toMatchObject({ ok: false, reason: 'revoked' })
    office.forward(1)
    expect(await opens(office, (await trip.currentCode()).token ?? '')).toMatchObject({ ok: true })
    expect(await office.logged(trip.trip.id)).toEqual(['codes-voided'])
  })

  it.each([
    ['a number that is nobody’s', '4821 0937 1165', '404 PA-15 trip'],
    ['twelve digits that are no trip number', '410800000000', '404 PA-15 trip'],
  ])('%s', async (_, trip, expected) => {
    const { office } = await booth()
    const body = { trip, reason: 'phone-lost' }
    expect(refusal(await office.officer.send('POST', '/api/freight-codes/voidings', body))).toBe(expected)
  })

  it('of a trip that has ended they are void anyway', async () => {
    const { office } = await booth()
    const { trip } = await office.driver('沪DX0001').registers()
    office.forward(74 * 60)
    const body = { trip: trip.number, reason: 'phone-lost' }
    const tomorrow = await office.staff('command')
    expect(refusal(await tomorrow.send('POST', '/api/freight-codes/voidings', body))).toBe('409 PA-16')
  })
})
