import { describe, expect, it } from 'vitest'
import { changeTrip } from '../../../schema/api/trips.ts'
import { withdrawnCodes } from '../../../server/store/withdrawn-codes.ts'
import { statusChanges } from '../../../server/timers/status-changes.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { standingFrom } from '../../../shared/credential/standing.ts'
import { instant, parseInstant } from '../../../shared/instant.ts'
import { issuedPass, setStanding, statusWorld } from './kit.ts'

type Road = Awaited<ReturnType<typeof statusWorld>>

/** A registered truck, changed later by its driver. */
async function changed(road: Road, to: object) {
  const driver = road.driver('豫HF0001')
  const registered = await driver.registers()
  const { id: _, ...form } = driver.form(to)
  road.forward(1)
  const change = { ...form, version: 1 }
  return { registered, now: (await registered.own('', 'PUT', change)).as(changeTrip.answer) }
}

async function opened(road: Road, token: string | null) {
  const withdrawn = new Map(
    (await road.db.all(withdrawnCodes(road.clock.now()))).map((row) => [row.trip_number, instant(row.before_at)]),
  )
  const keys = await importKeys(await road.deps.keyring.publicKeys())
  return openCredential(token ?? '', { keys, now: road.clock.now(), standing: standingFrom({ withdrawn }) })
}

describe('a freight code of before the trip was changed', () => {
  it('does not count any more, and the new one does', async () => {
    const road = await statusWorld()
    const { registered, now } = await changed(road, { to: '410882' })
    expect(await opened(road, registered.code.token)).toMatchObject({ ok: false, reason: 'revoked', code: 'C-08' })
    expect(await opened(road, now.code.token)).toMatchObject({ ok: true })
  })

  it('is named to the booth that looks the plate up, the old one too when the truck is another', async () => {
    const road = await statusWorld()
    const { registered } = await changed(road, { plate: '豫HF0002' })
    const inspector = await road.inspector('JZ-G01')
    const old = await inspector.lookUp('豫HF0001')
    expect(old.trip).toBeNull()
    expect(old.voidCodes).toEqual([
      { trip: registered.trip.number.replaceAll(' ', ''), before: '2022-05-16T10:01:00+08:00' },
    ])
    expect(await inspector.lookUp('豫HF0002')).not.toHaveProperty('voidCodes')
  })

  it('is forgotten when it has run out by itself', async () => {
    const road = await statusWorld()
    await changed(road, { to: '410882' })
    road.forward(24 * 60)
    await statusChanges.run(road.deps)
    expect((await road.rows())['code_withdrawn']).toBe(0)
    expect(parseInstant('2022-05-17T10:01:00+08:00')).toBe(road.clock.now())
  })
})

describe('a pass that does not count', () => {
  it('is named to the booth that looks its plate up, until it would have run out', async () => {
    const road = await statusWorld()
    const inspector = await road.inspector('JZ-G01')
    const pass = await issuedPass(road, '豫HF0003')
    expect(await inspector.lookUp('豫HF0003')).not.toHaveProperty('voidPasses')
    await setStanding(road, pass, 'suspended')
    const { number } = pass.claims
    expect((await inspector.lookUp('豫HF0003')).voidPasses).toEqual([{ number, standing: 'suspended' }])
    await setStanding(road, pass, 'revoked')
    expect((await inspector.lookUp('豫HF0003')).voidPasses).toEqual([{ number, standing: 'revoked' }])
    await setStanding(road, pass, 'valid')
    expect(await inspector.lookUp('豫HF0003')).not.toHaveProperty('voidPasses')
  })
})
