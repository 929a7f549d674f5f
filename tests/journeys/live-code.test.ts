import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { headlines } from '../../shared/wording/headlines.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { filmFolder, qrPicture, steadyHand, tiredHand } from './kit/camera.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { freightCode, registerTrip } from './kit/driver.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A stamp counts for 90 s; some more for the second that is cut off. */
const untilStale = 93_000

/** The code on a driver's screen, and a picture of it: the one is told from the other, and both drive on. */
describe.skipIf(noChromium)('the live stamp', () => {
  const films = filmFolder()
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let driver: Phone
  let inspector: Phone
  let paper: string
  let taken: number

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder(), [zhang.number]: inOrder() })
    server = await startServer(authority.env)
    const office = await officeByApi(server)
    const printed = await registerByApi(server, { plate: '沪DX0002', from: '310115', to: '410811', person: zhang })
    paper = printed.code.qr
    inspector = await startPhone()
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
    await inspector.close()
  })
  afterEach((context) => snapFailure(context, [driver, inspector]))
  afterAll(async () => {
    await Promise.all([driver?.forget(), inspector?.forget()])
    await server?.remove()
    await authority?.stop()
    films.remove()
  })

  const atTheBooth = async (camera: { film: string }) => {
    inspector = await startPhone({ profile: inspector.profile, camera })
    await booth.openBooth(inspector.page, server)
  }
  const shown = (page: Phone['page']) => page.locator('.how-shown').innerText()
  const seen = async (word: string) => {
    await inspector.page.getByRole('heading', { name: '车牌与眼前的车一致吗？' }).waitFor()
    expect((await shown(inspector.page)).trim()).toBe(word)
  }
  const released = async () => {
    await booth.press(inspector.page, /与车牌一致/)
    return (await booth.answerUntilVerdict(inspector.page, { 测温: '36.5' })).headline
  }

  test("the driver's screen says that the code lives, and its picture changes with each stamp", async () => {
    driver = await startPhone()
    const { page } = driver
    await registerTrip(page, server, { plate: '沪DX0001', from: '浦东', to: '山阳', person: li })
    await page.getByText('实时码', { exact: true }).waitFor()
    const drawn = () => page.locator('.qr-code path').first().getAttribute('d')
    const [first, box] = [await drawn(), await freightCode(page).boundingBox()]
    await snap(page, 'driver-live-390')
    await expect.poll(drawn, { timeout: 25_000 }).not.toBe(first)
    expect(await freightCode(page).boundingBox()).toEqual(box)
  })

  test('scanned in an unsteady hand it is live, and the truck goes', async () => {
    taken = Date.now()
    await atTheBooth(films.film('screen', await freightCode(driver.page).screenshot(), tiredHand))
    await seen('实时')
    await snap(inspector.page, 'inspector-live-plate')
    expect(await released()).toBe(headlines.V8.zh)
    await snap(inspector.page, 'inspector-live-v8')
  })

  test('its picture a minute and a half later is taken for one, and the truck goes all the same', async () => {
    const { page } = inspector
    await page.waitForTimeout(Math.max(0, taken + untilStale - Date.now()))
    await booth.nextTruck(page)
    await page.getByRole('alert').getByRole('heading', { name: '疑似截图' }).waitFor()
    await page.getByText('截图约2分钟前').waitFor()
    await snap(page, 'inspector-picture')
    await booth.press(page, '继续核验')
    await seen('疑似截图')
    expect(await released()).toBe(headlines.V8.zh)
    await snap(page, 'inspector-picture-v8')
  }, 180_000)

  test('a phone that lost its network goes on stamping, also when its page is opened anew', async () => {
    await booth.keptForOffline(driver.page)
    await driver.page.context().setOffline(true)
    await driver.page.reload()
    await driver.page.getByText('实时码', { exact: true }).waitFor()
    await driver.page.getByText(/离线，.+签发/).waitFor()
    await inspector.close()
    await atTheBooth(films.film('offline', await freightCode(driver.page).screenshot(), steadyHand))
    await seen('实时')
    await driver.page.context().setOffline(false)
  })

  test('paper says that it is paper, and is as good', async () => {
    await inspector.close()
    await atTheBooth(films.film('paper', await qrPicture(paper), steadyHand))
    await seen('纸质码')
    await snap(inspector.page, 'inspector-paper')
    expect(await released()).toBe(headlines.V8.zh)
  })

  test('on paper the code says so too', async () => {
    await driver.page.emulateMedia({ media: 'print' })
    await driver.page.getByText('纸质码，与电子码同等效力').first().waitFor()
    await snap(driver.page, 'driver-paper-print')
    await driver.page.emulateMedia({ media: null })
  })

  test('no page broke its own rules', () => {
    expect([driver, inspector].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
