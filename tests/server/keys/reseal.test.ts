import { describe, expect, it } from 'vitest'
import { putToken } from '../../../server/store/sealed-passes.ts'
import { setStatus } from '../../../server/store/passes.ts'
import { revokeKey } from '../../../server/usecases/keys.ts'
import { resealPasses } from '../../../server/usecases/reseal-passes.ts'
import { passView } from '../../../schema/api/trips.ts'
import { signCompact } from '../../../shared/credential/seal.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { Fault } from '../../../shared/fault.ts'
import { refusal } from '../../kit/refusal.ts'
import { world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'
import { operator } from './kit.ts'

async function held(road: World, plate: string) {
  const { own } = await road.driver(plate).registers({ cargo: '09' })
  const pass = (await own('/pass', 'POST', { commitment: true })).as(passView)
  return { pass, again: async () => (await own('/pass')).as(passView) }
}
const steal = async (road: World) =>
  revokeKey(road.deps, (await road.deps.keyring.signer('pass')).kid, '备份盘遗失', operator)
const opened = async (road: World, token: string) =>
  openCredential(token, { keys: await importKeys(await road.deps.keyring.publicKeys()), now: road.clock.now() })
async function resealed(road: World): Promise<number> {
  let sealed = 0
  for await (const { done } of resealPasses(road.deps)) sealed = done
  return sealed
}

describe('when the key of the passes is stolen', () => {
  it('those that live are sealed anew: the same pass in every word, another seal, and it opens', async () => {
    const road = await world()
    const [one, two] = [await held(road, '沪DX0001'), await held(road, '沪DX0002')]
    const before = await opened(road, one.pass.token)
    road.forward(60)
    await steal(road)
    expect((await opened(road, one.pass.token)).ok).toBe(false)
    expect([await resealed(road), await resealed(road)]).toEqual([2, 0])
    const after = await one.again()
    expect({ ...after, token: '', qr: '' }).toEqual({ ...one.pass, token: '', qr: '' })
    const now = await opened(road, after.token)
    expect(now.ok && before.ok && { ...now.claims, issuedAt: before.claims.issuedAt }).toEqual(
      before.ok && before.claims,
    )
    expect((await opened(road, (await two.again()).token)).ok).toBe(true)
  })

  it('broken off, it goes on where it was', async () => {
    const road = await world()
    for (let index = 1; index <= 5; index += 1) await held(road, `沪DX000${index}`)
    await steal(road)
    const first = resealPasses(road.deps, 2)
    expect(await first.next()).toEqual({ done: false, value: { done: 2, of: 5 } })
    await first.return()
    expect(await resealed(road)).toBe(3)
  })

  it('whoever asks for his pass first need not wait for that', async () => {
    const road = await world()
    const { again } = await held(road, '沪DX0001')
    await steal(road)
    expect((await opened(road, (await again()).token)).ok).toBe(true)
    expect(await resealed(road)).toBe(0)
  })

  it('one that was revoked or has run out gets no new seal', async () => {
    const road = await world()
    const gone = await held(road, '沪DX0001')
    await held(road, '沪DX0002')
    const how = { number: gone.pass.number, status: 'revoked', reason: 'other', note: null, by: null } as const
    await road.db.commit(setStatus({ ...how, at: road.clock.now() }))
    await steal(road)
    expect(await resealed(road)).toBe(1)
    road.forward(11 * 24 * 60)
    await steal(road)
    expect(await resealed(road)).toBe(0)
  })
})

it('a pass from before passes named their place on a list is sealed with it as its holder looks', async () => {
  const road = await world()
  const { pass, again } = await held(road, '沪DX0001')
  const [header = '', payload = ''] = pass.token.split('.')
  const { status: _, ...before } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  const signer = await road.deps.keyring.signer('pass')
  const text = Buffer.from(header, 'base64url').toString()
  const old = await signCompact(text, new TextEncoder().encode(JSON.stringify(before)), signer)
  await road.db.commit([putToken({ number: pass.number, token: pass.token }, old)])
  expect(await opened(road, old)).toMatchObject({ ok: false, reason: 'malformed' })
  const now = await again()
  expect(await opened(road, now.token)).toMatchObject({
    ok: true,
    claims: { number: pass.number, status: { index: expect.any(Number) } },
  })
  expect((await again()).token).toBe(now.token)
})

describe('while the key service is down', () => {
  const noKey = () => Promise.reject(new Fault('unavailable', 'KE-05', 'down'))
  const withoutKey = async () => {
    const { deps } = await world()
    return world({ keyring: { ...deps.keyring, signer: noKey } })
  }

  it('a trip is registered all the same, without a code; whoever renews keeps what he has and is told', async () => {
    const road = await withoutKey()
    const trip = await road.driver('沪DX0001').registers({ cargo: '09' })
    expect(trip.code).toMatchObject({ token: null, qr: null })
    expect(refusal(await trip.own('/code'))).toBe('503 KE-05')
    expect(refusal(await trip.own('/pass', 'POST', { commitment: true }))).toBe('503 KE-05')
    expect(road.logged.join()).toContain('code-not-signed')
  })
})
