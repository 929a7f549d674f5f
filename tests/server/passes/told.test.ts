import { describe, expect, it } from 'vitest'
import { passView } from '../../../schema/api/trips.ts'
import { numberOf, passOffice } from './kit.ts'

/** What the pass itself says to whoever holds it, beside `revoked`, which is all that counts at a booth. */
describe('a holder reads why his pass gives no lane', () => {
  it('a company’s says that a company applied; suspended and restored, it says so and no more', async () => {
    const office = await passOffice()
    const applied = await office.applies()
    expect(applied.pass).toMatchObject({ state: 'valid', byCompany: true })
    expect(applied.pass).not.toHaveProperty('standing')
    const number = numberOf(applied)
    await office.stands(number, { deed: 'suspend', was: 'valid', reason: 'being-checked' })
    expect((await office.follows(applied)).pass).toMatchObject({
      state: 'revoked',
      standing: { state: 'suspended', zh: expect.any(String), en: expect.any(String) },
    })
    await office.stands(number, { deed: 'restore', was: 'suspended', reason: 'checked' })
    expect((await office.follows(applied)).pass).not.toHaveProperty('standing')
  })

  it('a driver’s: revoked for cause has its reason; one whose trip has changed has none, so he may simply ask again', async () => {
    const office = await passOffice()
    const truck = office.driver('沪DX0001')
    const held = await truck.registers({ cargo: '02' })
    const pass = (await held.own('/pass', 'POST', { commitment: true })).as(passView)
    expect(pass).not.toHaveProperty('byCompany')
    await office.stands(pass.number, { deed: 'revoke', was: 'valid', reason: 'false-data' })
    expect((await held.own('/pass')).as(passView)).toMatchObject({
      state: 'revoked',
      standing: { state: 'revoked', zh: '申请信息与实际不符' },
    })
    const another = office.driver('沪DX0002')
    const changing = await another.registers({ cargo: '02' })
    await changing.own('/pass', 'POST', { commitment: true })
    const { id: _, ...form } = another.form({ to: '410823', cargo: '02' })
    expect((await changing.own('', 'PUT', { ...form, version: 1, crew: [{ seat: 0 }] })).status).toBe(200)
    const changed = (await changing.own('/pass')).as(passView)
    expect(changed).toMatchObject({ state: 'revoked' })
    expect(changed).not.toHaveProperty('standing')
  })
})
