import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { appHeader } from '../../schema/api/app-version.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { issuerOf } from './kit/codes.ts'
import { driveFast, hearNotes, inOrder } from './kit/fast-driver.ts'
import type { Note, Truck } from './kit/fast-driver.ts'
import { startFront } from './kit/front.ts'
import type { Front } from './kit/front.ts'
import { enrolByLink, press, sendNow } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { manyCodes } from './kit/many-codes.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { inspectionRows } from './kit/records.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'
import { twoBuilds } from './kit/two-builds.ts'

/** A new version comes while records wait: nothing is switched unasked, nothing is lost, old and new live side by side. */
describe.skipIf(noChromium)('the app is updated in the middle of a shift', () => {
  let builds: Awaited<ReturnType<typeof twoBuilds>>
  let server: Server
  let front: Front
  let phone: Phone
  let other: Page
  let trucks: Truck[]
  const said: string[] = []
  let done = 0
  const hear = (note: Note) => {
    if ('recorded' in note) said.push(note.recorded)
    if ('stuck' in note) throw new Error(note.text)
  }
  async function work(page: Page, count: number) {
    await driveFast(page, { trucks: trucks.slice(0, done + count), from: done, answers: inOrder })
    done += count
  }
  const buildOf = (page: Page) =>
    page.evaluate(() => (globalThis as { changxingBuild?: string }).changxingBuild ?? 'now')

  beforeAll(async () => {
    builds = await twoBuilds()
    const env: Record<string, string> = { CHANGXING_LOG: 'problems' }
    server = await startServer(env)
    front = await startFront(Number(new URL(server.origin).port), builds.now)
    env['CHANGXING_ORIGIN'] = front.origin
    const signer = await issuerOf(server)
    trucks = await manyCodes(signer, 20)
    const office = await officeByApi(server)
    phone = await startPhone({ camera: 'absent' })
    await hearNotes(phone.page, hear)
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
    front.cut()
  }, 180_000)
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await front?.stop()
    await server?.remove()
    builds?.remove()
  })

  test('a second page of the same phone sees the same queue', async () => {
    await work(phone.page, 3)
    other = await phone.page.context().newPage()
    await hearNotes(other, hear)
    await other.goto(`${front.origin}/checkpoint/`)
    await other.getByText('3待传').waitFor()
    await work(phone.page, 1)
    await other.getByText('4待传').waitFor()
    await work(other, 1)
    await phone.page.getByText('5待传').waitFor()
  })

  test('a new version is told and waits until it is asked for', async () => {
    const { page } = phone
    front.serve(builds.next)
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await page.getByText('有新版本').waitFor()
    await work(page, 1)
    expect(await buildOf(page)).toBe('now')
    await snap(page, 'update-waits')
  })

  test('asked for, it is there, and so is every record; the old page beside it goes on keeping', async () => {
    const { page } = phone
    await press(page, '立即更新')
    await page.waitForFunction(() => (globalThis as { changxingBuild?: string }).changxingBuild === 'next')
    await page.getByText('6待传').waitFor()
    expect(await buildOf(other)).toBe('now')
    await work(other, 2)
    await page.getByText('8待传').waitFor()
    await work(page, 1)
    await other.getByText('9待传').waitFor()
  })

  test('the version before, opened once more, still finds the queue', async () => {
    front.serve(builds.now)
    const third = await phone.page.context().newPage()
    await third.goto(`${front.origin}/checkpoint/`)
    await third.getByText('9待传').waitFor()
    expect(await buildOf(third)).toBe('now')
    await third.close()
  })

  test('the network is back with three pages open: each record is on the server once', async () => {
    front.mend()
    await phone.page.getByText('0待传').waitFor({ timeout: 60_000 })
    await other.getByText('0待传').waitFor()
    const plates = (await inspectionRows(server)).map(({ plate }) => plate)
    expect(plates.toSorted()).toEqual(said.toSorted())
    expect(new Set(plates).size).toBe(9)
  })

  test('a server that does not serve this version: one button, and the check goes on', async () => {
    const { page } = phone
    await other.close()
    await page.route('**/api/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), [appHeader]: '0' } }),
    )
    await sendNow(page)
    const note = page.getByRole('status', { name: '请更新应用' })
    await work(page, 1)
    await note.waitFor({ timeout: 70_000 })
    await snap(page, 'update-needed')
    await work(page, 1)
    expect(await note.getByRole('button', { name: '更新应用' }).isEnabled()).toBe(true)
    await page.getByText('0待传').waitFor({ timeout: 60_000 })
    // The pages of the server have been put back meanwhile: what is newest there is what comes.
    await note.getByRole('button', { name: '更新应用' }).click()
    await page.waitForFunction(() => (globalThis as { changxingBuild?: string }).changxingBuild === undefined)
    await page.unroute('**/api/**')
    await page.reload()
    await page.getByText('0待传').waitFor()
    await note.waitFor({ state: 'hidden' })
    expect((await inspectionRows(server)).length).toBe(11)
  })
})
