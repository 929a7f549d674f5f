import { describe, expect, it } from 'vitest'
import { notice, stateOf } from '../../../server/keys/line.ts'
import { auditAfter } from '../../../server/store/audit.ts'
import { listSigningKeys } from '../../../server/store/signing-keys.ts'
import { revokeKey, rotateKey } from '../../../server/usecases/keys.ts'
import { keysWithdrawn } from '../../../shared/credential/keys.ts'
import { day, hour, minute } from '../../../shared/instant.ts'
import { fetched, issue, keyRoom, opens, operator } from './kit.ts'
import type { KeyRoom } from './kit.ts'

const signing = async (room: KeyRoom) => (await room.deps.keyring.signer('freight')).kid
const states = async (room: KeyRoom) =>
  (await listSigningKeys(room.deps.db)).map((key) => [key.kid, stateOf(key, room.now())])

describe('a key revoked in an emergency', () => {
  it('is published no more, nothing it ever signed counts, and another one signs at once', async () => {
    const room = await keyRoom()
    const [stolen, old] = [await signing(room), await issue(room, 2 * hour)]
    const before = await fetched(room)
    room.forward(hour)
    const { instead } = await revokeKey(room.deps, stolen, '备份盘遗失', operator)
    expect(await signing(room)).toBe(instead)
    const phone = await fetched(room)
    expect([...phone.keys()]).toEqual([instead])
    expect([await opens(room, old, phone), await opens(room, await issue(room), phone)]).toEqual([
      'unknown-key',
      'open',
    ])
    expect(keysWithdrawn(before, phone, room.now()).map(({ kid }) => kid)).toEqual([stolen])
    expect(keysWithdrawn(phone, phone, room.now())).toEqual([])
  })

  it('stands in the log with its reason', async () => {
    const room = await keyRoom()
    const stolen = await signing(room)
    const { instead } = await revokeKey(room.deps, stolen, '备份盘遗失', operator)
    const entries = await room.deps.db.all(auditAfter(0, 9))
    expect(entries).toMatchObject([{ action: 'key-revoked', subject: stolen }])
    expect(JSON.parse(String(entries[0]?.detail))).toEqual({ use: 'freight', reason: '备份盘遗失', instead })
  })

  it('hands over to the key that waits, which phones may have already', async () => {
    const room = await keyRoom()
    const stolen = await signing(room)
    const waiting = await rotateKey(room.deps, 'freight', operator)
    expect(await revokeKey(room.deps, stolen, 'x', operator)).toMatchObject({ instead: waiting })
    expect([await signing(room), await states(room)]).toEqual([
      waiting,
      expect.arrayContaining([
        [stolen, 'revoked'],
        [waiting, 'signs'],
      ]),
    ])
    expect(await opens(room, await issue(room), await fetched(room))).toBe('open')
  })

  it('while it waits leaves the present one signing, for as long as it takes', async () => {
    const room = await keyRoom()
    const present = await signing(room)
    const waiting = await rotateKey(room.deps, 'freight', operator)
    expect(await revokeKey(room.deps, waiting, 'x', operator)).toEqual({ use: 'freight', instead: present })
    room.forward(notice + day)
    expect(await signing(room)).toBe(present)
    const next = await rotateKey(room.deps, 'freight', operator)
    room.forward(notice)
    expect(await signing(room)).toBe(next)
  })

  it('after it retired is only taken out', async () => {
    const room = await keyRoom()
    const old = await signing(room)
    const next = await rotateKey(room.deps, 'freight', operator)
    room.forward(notice)
    expect(await revokeKey(room.deps, old, 'x', operator)).toEqual({ use: 'freight', instead: null })
    expect([await signing(room), [...(await fetched(room)).keys()]]).toEqual([next, [next]])
  })

  it('in another process is gone within seconds', async () => {
    const room = await keyRoom()
    const stolen = await signing(room)
    await revokeKey(room.beside(), stolen, 'x', operator)
    room.forward(minute / 10)
    expect(await signing(room)).not.toBe(stolen)
    expect((await fetched(room)).has(stolen)).toBe(false)
  })

  it('is not revoked twice, and an unknown name is told', async () => {
    const room = await keyRoom()
    const stolen = await signing(room)
    await revokeKey(room.deps, stolen, 'x', operator)
    await expect(revokeKey(room.deps, stolen, 'x', operator)).rejects.toMatchObject({ code: 'KE-09' })
    await expect(revokeKey(room.deps, 'nobodys1', 'x', operator)).rejects.toMatchObject({ code: 'KE-08' })
  })
})
