import { expect, it } from 'vitest'
import { passOffice } from './kit.ts'

type Held = { number: string; state: string }
const commits = { commitment: true }

/** A driver whose pass is suspended, and who can change where he goes. */
async function suspended() {
  const office = await passOffice()
  const plate = '沪DX0001'
  const driver = await office.driver(plate).registers({ cargo: '02' })
  const applies = async () => (await driver.own('/pass', 'POST', commits)).body as Held
  const held = await applies()
  await office.stands(held.number, { deed: 'suspend', was: 'valid', reason: 'being-checked' })
  let version = 0
  const goesTo = async (to: string) => {
    const { id: _, ...form } = office.driver(plate).form({ to, cargo: '02' })
    version += 1
    expect((await driver.own('', 'PUT', { ...form, version, crew: [{ seat: 0 }] })).status).toBe(200)
  }
  return { office, held, applies, goesTo }
}

it('a suspension is not shaken off by changing the trip there and back', async () => {
  const { held, applies, goesTo } = await suspended()
  await goesTo('410823')
  await goesTo('410811')
  expect(await applies()).toMatchObject({ number: held.number, state: 'revoked' })
})

it('on another route a person looks first, whatever the driver changes besides', async () => {
  const { office, held, applies, goesTo } = await suspended()
  await goesTo('410823')
  expect(await applies()).toMatchObject({ state: 'waiting' })
  const [item] = (await office.waiting()).items
  expect(item?.flags).toEqual(['pass-suspended'])
  await office.decides(item!.id, { decision: 'issue' })
  expect(await applies()).toMatchObject({ state: 'valid', to: '410823' })
  expect((await office.sheet(held.number)).pass).toMatchObject({ state: 'revoked' })
})

it('lifted after the trip was changed, it makes room for one that fits the trip', async () => {
  const { office, held, applies, goesTo } = await suspended()
  await goesTo('410823')
  await office.stands(held.number, { deed: 'restore', was: 'suspended', reason: 'checked' })
  expect(await applies()).toMatchObject({ state: 'valid', to: '410823' })
  expect((await office.sheet(held.number)).pass).toMatchObject({ state: 'revoked' })
})

it.each([
  ['lost', 'valid', []],
  ['entered-in-error', 'valid', []],
  ['false-data', 'waiting', ['revoked-for-cause']],
  ['court-or-police', 'waiting', ['revoked-for-cause']],
  ['false-commitment', 'waiting', ['commitment-broken']],
])('revoked as %s, the driver applies again: %s', async (reason, state, flags) => {
  const office = await passOffice()
  const driver = await office.driver('沪DX0001').registers({ cargo: '02' })
  const applies = async () => (await driver.own('/pass', 'POST', commits)).body as Held
  const old = await applies()
  await office.stands(old.number, { deed: 'revoke', was: 'valid', reason })
  const next = await applies()
  expect(next).toMatchObject({ state })
  expect((await office.waiting()).items.flatMap((item) => item.flags)).toEqual(flags)
  expect((await office.sheet(old.number)).pass).toMatchObject({ state: 'revoked', replacedBy: next.number ?? null })
})

it('the same truck on a new trip is no way round it', async () => {
  const office = await passOffice()
  const first = await office.driver('沪DX0001').registers({ cargo: '02' })
  const { number } = (await first.own('/pass', 'POST', commits)).body as Held
  await office.stands(number, { deed: 'revoke', was: 'valid', reason: 'false-data' })
  const next = await office.driver('沪DX0001').registers({ cargo: '02' })
  expect((await next.own('/pass', 'POST', commits)).body).toMatchObject({ state: 'waiting' })
})
