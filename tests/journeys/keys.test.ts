import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { headlines } from '../../shared/wording/headlines.ts'
import { minute } from '../../shared/instant.ts'
import { notice } from '../../server/keys/line.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import type { Registered } from './kit/driver-by-api.ts'
import { freightCode, registerTrip } from './kit/driver.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li, zhang } from './kit/people.ts'
import { phoneAhead, serverInTime, shownToBooth } from './kit/time.ts'

const keyOf = (token: string): string => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid

/** A key changes in the middle of a shift and nobody notices; one that was stolen is out within a minute, and nobody is held. */
describe.skipIf(noChromium)('the signing keys', () => {
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let time: Awaited<ReturnType<typeof serverInTime>>
  let inspector: Phone
  let driver: Phone
  let old: Registered
  let fresh: Registered

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder(), [zhang.number]: inOrder() })
    time = await serverInTime(authority.env)
    await time.command('keys', 'rotate', 'freight')
    // The shift begins a little before the new key does.
    await time.ahead(notice - 20 * minute)
    const office = await officeByApi(time.server)
    inspector = await startPhone()
    await phoneAhead(inspector.page, notice - 20 * minute)
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [inspector, driver]))
  afterAll(async () => {
    await Promise.all([inspector?.forget(), driver?.forget()])
    await time?.server.remove()
    await authority?.stop()
  })
  const ask = async (path: string, key: string) => {
    const headers = { authorization: `Bearer ${key}` }
    return (await (await fetch(`${time.server.origin}${path}`, { headers })).json()) as { token: string; qr: string }
  }
  const passesWith = async (qr: string) => {
    const { page } = inspector
    await shownToBooth(page, qr)
    await booth.press(page, /与车牌一致/)
    const said = await booth.answerUntilVerdict(page, { 测温: '36.5' })
    expect(said.headline).toBe(headlines.V8.zh)
    await booth.nextTruck(page)
  }

  test('a phone that was online before the change opens codes of the old and of the new key, without a network', async () => {
    const { page } = inspector
    const trip = { from: '310115', to: '410811' }
    old = await registerByApi(time.server, { ...trip, plate: '沪DX0001', person: li }, notice)
    await page.context().setOffline(true)
    await time.ahead(notice + 10 * minute)
    fresh = await registerByApi(time.server, { ...trip, plate: '沪DX0002', person: zhang }, notice)
    expect(keyOf(old.code.token)).not.toBe(keyOf(fresh.code.token))
    await page.clock.fastForward(30 * minute)
    await passesWith(old.code.qr)
    await passesWith(fresh.code.qr)
  })

  test('a stolen key is withdrawn: the booth says so and refuses its codes with the way on', async () => {
    const { page } = inspector
    driver = await startPhone()
    await phoneAhead(driver.page, notice + 10 * minute)
    await registerTrip(driver.page, time.server, { plate: '沪DX0003', from: '浦东', to: '山阳', person: zhang })
    const said = await time.command('keys', 'revoke', keyOf(fresh.code.token), '--reason', '备份盘遗失')
    expect(said).toContain('已紧急停用')
    await page.context().setOffline(false)
    await page.clock.fastForward(minute)
    await page.getByText('密钥已紧急更换').waitFor({ timeout: 90_000 })
    await shownToBooth(page, fresh.code.qr)
    await page.getByRole('heading', { name: '此码的签名密钥已停用或不认识' }).waitFor()
    await page.getByText(/请司机联网点「刷新」后重扫/).waitFor()
    await snap(page, 'inspector-key-withdrawn')
    await booth.press(page, '重新扫码')
  })

  test('the driver refreshes, and his code opens; a phone left alone does so by itself', async () => {
    const renewed = await ask(`/api/trips/${fresh.trip.id}/code`, fresh.key)
    expect(keyOf(renewed.token)).not.toBe(keyOf(fresh.code.token))
    await passesWith(renewed.qr)
    const { page } = driver
    const kept = () =>
      page.evaluate(
        () => JSON.stringify(Object.values(localStorage)).match(/eyJhbGciOiJFUzI1NiIsImtpZCI6[\w-]+/g) ?? [],
      )
    const stolen = keyOf(fresh.code.token)
    const keys = async () => (await kept()).map((header) => keyOf(header))
    await expect.poll(keys, { timeout: 90_000, interval: 2000 }).not.toContain(stolen)
    await freightCode(page).waitFor()
  })
})
