import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { filmFolder, qrPicture, steadyHand } from './kit/camera.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { enrolByLink, openBooth } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const rest = /\/assets\/rest-[\w-]+\.js$/

/** The camera waits for nothing but itself, and what it sees is not lost while the rest of the app is on its way. */
describe.skipIf(noChromium)('the first moments of the page', () => {
  const films = filmFolder()
  let server: Server
  let phone: Phone

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    const truck = await registerByApi(server, { plate: '豫AX0005', from: '410105', to: '410811', person: zhang })
    phone = await startPhone({ camera: films.film('code', await qrPicture(truck.code.qr), steadyHand) })
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    films.remove()
  })

  test('the camera is live and reads before the rest is there; the code waits and goes on by itself', async () => {
    const { page } = phone
    // What the code of the film has begun already is left, so that nothing is set aside.
    await leaveTruck(page)
    const place = await page.locator('.camera-frame').boundingBox()
    await asOnFirstVisit(page)
    let letIn = () => {}
    const held = new Promise<void>((done) => (letIn = done))
    await page.route(rest, async (route: Route) => {
      await held
      await route.continue()
    })
    await openBooth(page, server)
    await page.getByText('已读到，正在打开…').waitFor()
    // Nothing moves when the rest comes.
    expect(await page.locator('.camera-frame').boundingBox()).toEqual(place)
    await snap(page, 'inspector-first-moments')
    letIn()
    await page.getByRole('button', { name: /与车牌一致/ }).waitFor()
    await page.unroute(rest)
  })

  test('where the rest cannot be had it is said, with what to do for the truck', async () => {
    const { page } = phone
    await asOnFirstVisit(page)
    await page.route(rest, (route) => route.abort())
    await openBooth(page, server)
    await page.getByRole('heading', { name: '程序没有下载完整' }).waitFor()
    await snap(page, 'inspector-not-loaded')
    await page.unroute(rest)
    await page.getByRole('button', { name: '重新打开' }).click()
    // Whole again, it reads the film's code.
    await page.getByRole('button', { name: /与车牌一致/ }).waitFor()
  })
})

async function leaveTruck(page: Page): Promise<void> {
  await page.getByRole('button', { name: /与车牌一致/ }).waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.locator('.camera-frame').waitFor()
}

/** Nothing kept: neither by the service worker nor by the browser. */
async function asOnFirstVisit(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [registration] = await navigator.serviceWorker.getRegistrations()
    await registration?.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await page.goto('about:blank')
}
