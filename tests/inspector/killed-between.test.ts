import { describe, expect, test } from 'vitest'
import { parseEnvelope } from '../../shared/sync/envelope.ts'
import { readSealed } from '../../shared/sync/sealed-envelope.ts'
import { memoryStore } from '../device/memory-store.ts'
import { now } from '../policy/truck.ts'
import { plate } from './booth.ts'
import { booth, late, settle, shows } from './desk-kit.ts'

describe('a page killed between the truck and its record', () => {
  test('the truck is taken up again and its record is made then: never said to be kept while it is nowhere', async () => {
    const store = memoryStore()
    const before = await booth(() => ({ ok: true, value: late }), store)
    before.desk.typePlate(plate)
    await settle()
    before.desk.send(shows({ refuses: true }))
    await settle()
    const [lost] = await store.queued()
    before.desk.send({ type: 'taken-back', at: now })
    before.desk.next()
    await settle()
    // The truck reached the disk, its record did not.
    await store.drop([lost?.id ?? ''])
    const after = await booth(() => ({ ok: true, value: late }), store, 100)
    after.desk.resume(after.desk.state().parked[0]?.id ?? '')
    await settle()
    const [made, ...others] = await store.queued()
    expect(others).toEqual([])
    expect(made?.id).not.toBe(lost?.id)
    expect(after.desk.state().shown).toMatchObject({ id: made?.id, kept: true })
    expect(parseEnvelope(readSealed(made?.payload ?? '').json).corrects).toBeUndefined()
  })

  test('the other way round, the record on the disk and the truck not yet: it is not made again', async () => {
    const store = memoryStore()
    let dying = false
    const never = new Promise<void>(() => {})
    // The page dies before it writes the truck of its own accord.
    const killed: typeof store = { ...store, alter: (slot, next) => (dying ? never : store.alter(slot, next)) }
    const before = await booth(() => ({ ok: true, value: late }), killed)
    before.desk.typePlate(plate)
    await settle()
    dying = true
    before.desk.send(shows({ refuses: true }))
    await settle()
    const [made] = await store.queued()
    const after = await booth(() => ({ ok: true, value: late }), store, 100)
    after.desk.resume(after.desk.state().parked[0]?.id ?? '')
    await settle()
    expect(await after.rows()).toEqual(['V15'])
    expect(after.desk.state().shown).toMatchObject({ id: made?.id, kept: true })
  })

  test('a record that is there is not made again', async () => {
    const store = memoryStore()
    const before = await booth(() => ({ ok: true, value: late }), store)
    before.desk.typePlate(plate)
    await settle()
    before.desk.send(shows({ refuses: true }))
    await settle()
    before.desk.next()
    await settle()
    const after = await booth(() => ({ ok: true, value: late }), store, 100)
    after.desk.resume(after.desk.state().parked[0]?.id ?? '')
    await settle()
    expect(await after.rows()).toEqual(['V15'])
  })
})
