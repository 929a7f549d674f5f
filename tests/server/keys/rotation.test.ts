import { describe, expect, it } from 'vitest'
import { notice, stateOf } from '../../../server/keys/line.ts'
import { listSigningKeys } from '../../../server/store/signing-keys.ts'
import { minded } from '../../../server/timers/keys.ts'
import { rotateKey } from '../../../server/usecases/keys.ts'
import { day, hour } from '../../../shared/instant.ts'
import { fetched, issue, keyRoom, opens, operator } from './kit.ts'

describe('a rotation', () => {
  it('publishes the new key at once, signs with it after a day’s notice, and keeps the old one for what it signed', async () => {
    const room = await keyRoom()
    await issue(room)
    const next = await rotateKey(room.deps, 'freight', operator)
    const phone = await fetched(room)
    expect([phone.size, phone.has(next)]).toEqual([2, true])
    room.forward(notice - 1)
    const before = await issue(room)
    expect((await room.deps.keyring.signer('freight')).kid).not.toBe(next)
    room.forward(1)
    expect((await room.deps.keyring.signer('freight')).kid).toBe(next)
    expect([await opens(room, before, phone), await opens(room, await issue(room), phone)]).toEqual(['open', 'open'])
    room.forward(399 * day)
    expect((await fetched(room)).size).toBe(2)
    room.forward(2 * day)
    expect((await fetched(room)).size).toBe(1)
  })

  it('is not begun twice, not even by two at once', async () => {
    const room = await keyRoom()
    await room.deps.keyring.signer('freight')
    const two = await Promise.allSettled([room.deps, room.beside()].map((deps) => rotateKey(deps, 'freight', operator)))
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(rotateKey(room.deps, 'freight', operator)).rejects.toMatchObject({ kind: 'conflict', code: 'KE-02' })
    const line = await listSigningKeys(room.deps.db)
    expect(line.map((key) => stateOf(key, room.now()))).toEqual(['signs', 'waits'])
  })

  it('of two processes that start at once one makes the key', async () => {
    const room = await keyRoom()
    const kids = await Promise.all(
      [room.deps, room.beside(), room.beside()].map(async ({ keyring }) => (await keyring.signer('pass')).kid),
    )
    expect(new Set(kids).size).toBe(1)
  })

  it('happens by itself only where it was asked for, and with its notice', async () => {
    const [quiet, busy] = [await keyRoom(), await keyRoom({ rotateDays: 30 })]
    for (const room of [quiet, busy]) {
      const first = (await room.deps.keyring.signer('freight')).kid
      room.forward(28 * day)
      await minded(room.deps)
      expect((await fetched(room)).size).toBe(1)
      room.forward(day)
      await minded(room.deps)
      await minded(room.deps)
      expect((await fetched(room)).size).toBe(room === busy ? 2 : 1)
      room.forward(notice)
      expect((await room.deps.keyring.signer('freight')).kid === first).toBe(room === quiet)
    }
  })
})

it('a code of an hour ago opens across the change, and the phone that was offline all day opens both', async () => {
  const room = await keyRoom()
  await issue(room)
  await rotateKey(room.deps, 'freight', operator)
  const offlineSince = await fetched(room)
  room.forward(notice - hour / 2)
  const old = await issue(room, 2 * hour)
  room.forward(hour)
  const fresh = await issue(room)
  expect([await opens(room, old, offlineSince), await opens(room, fresh, offlineSince)]).toEqual(['open', 'open'])
})
