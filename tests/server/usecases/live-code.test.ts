import { describe, expect, it } from 'vitest'
import { currentCode } from '../../../schema/api/trips.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { stampCode } from '../../../shared/credential/live.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { encodeQr } from '../../../shared/credential/qr.ts'
import { newPhoneKey } from '../../credential/phone-key.ts'
import { fine, li } from '../../kit/people.ts'
import { world } from '../../kit/world.ts'

async function driverOnTheRoad() {
  const road = await world()
  road.feed.says(li.number, fine(road.clock.now(), 10))
  const trip = await road.driver('沪DX0001').registers()
  const phone = await newPhoneKey()
  const live = async (shownBy = phone.point) => (await trip.own('/code', 'POST', { shownBy })).as(currentCode.answer)
  const keys = await importKeys(await road.deps.keyring.publicKeys())
  const scan = (text: string) => openCredential(text, { keys, now: road.clock.now() })
  return { road, trip, phone, live, scan }
}

describe("the freight code on the driver's phone", () => {
  it('is the one for paper once more, held to his phone: same trip, same colour, same life', async () => {
    const { phone, live, scan } = await driverOnTheRoad()
    const code = await live()
    const [paper, screen] = [await scan(code.qr ?? ''), await scan(code.live?.token ?? '')]
    expect(paper).toMatchObject({ ok: true, carrier: 'paper', state: 'green', claims: { plate: '沪DX0001' } })
    expect(screen).toMatchObject({ ok: true, carrier: 'phone', live: 'none', claims: { shownBy: phone.point } })
    if (!paper.ok || !screen.ok || screen.kind !== 'freight') throw new Error('not opened')
    const { shownBy: _, id, ...said } = screen.claims
    expect({ ...said, id: paper.claims.id }).toEqual(paper.claims)
    expect(id).not.toBe(paper.claims.id)
  })

  it('is live under the stamp of this moment, and a picture of it three minutes later', async () => {
    const { road, phone, live, scan } = await driverOnTheRoad()
    const token = (await live()).live?.token ?? ''
    const opened = await scan(token)
    if (!opened.ok) throw new Error('not opened')
    const text = encodeQr(token, await stampCode(phone.sign, opened.claims.id, road.clock.now()))
    expect(await scan(text)).toMatchObject({ live: 'live', state: 'green' })
    road.forward(3)
    expect(await scan(text)).toMatchObject({ live: 'stale', state: 'green' })
  })

  it('is not given to whoever asks without a phone: registration, a plain look, an ended trip', async () => {
    const { road, trip, live } = await driverOnTheRoad()
    expect([trip.code.live, (await trip.currentCode()).live]).toEqual([null, null])
    road.forward(80 * 60)
    expect(await live()).toMatchObject({ why: 'ended', token: null, live: null })
  })

  it('a key that is no point of the curve is refused, so that no code bears one', async () => {
    const { trip } = await driverOnTheRoad()
    const none = Buffer.from([2, ...new Uint8Array(31), 1]).toString('base64url')
    const { status, body } = await trip.own('/code', 'POST', { shownBy: none })
    expect([status, body]).toMatchObject([400, { error: { code: 'LV-01', path: 'shownBy' } }])
  })
})
