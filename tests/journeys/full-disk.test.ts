import { readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { issuerOf } from './kit/codes.ts'
import { driveFast, hearNotes, inOrder } from './kit/fast-driver.ts'
import type { Note, Truck } from './kit/fast-driver.ts'
import { enrolByLink, nextTruck, openBooth, press, sendNow, temperature, verdict } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { manyCodes } from './kit/many-codes.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { inspectionRows } from './kit/records.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'
import { shownToBooth } from './kit/time.ts'

/** The phone is full in the middle of a shift: said, nobody waits, and nothing that was judged is lost while the page lives. */
describe.skipIf(noChromium)('a full phone', () => {
  let server: Server
  let phone: Phone
  let trucks: Truck[]
  let next = 0
  let session: CDPSession | undefined
  const said: string[] = []
  const hear = (note: Note) => void ('recorded' in note && said.push(note.recorded))

  /** What the browser gives this origin, as long as the debugging session lasts; without a number as before. */
  async function room(quotaSize?: number) {
    session ??= await phone.page.context().newCDPSession(phone.page)
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, ...(quotaSize && { quotaSize }) })
    // The browser goes by what it knew of the room for half a minute; more room it asks for at once.
    if (quotaSize !== undefined) await phone.page.waitForTimeout(31_000)
  }
  async function judged() {
    await shownToBooth(phone.page, trucks[next++]!.qr)
    await press(phone.page, /与车牌一致/)
    await temperature(phone.page)
    return verdict(phone.page)
  }

  beforeAll(async () => {
    server = await startServer({ CHANGXING_LOG: 'problems' })
    const signer = await issuerOf(server)
    const office = await officeByApi(server)
    trucks = await manyCodes(signer, 10)
    phone = await startPhone({ camera: 'absent' })
    await hearNotes(phone.page, hear)
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
    await server.stop()
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test('what the browser says of the room stands in the sheet of the phone', async () => {
    const { page } = phone
    await press(page, '更多')
    await expect
      .poll(() => page.getByLabel('本机').innerText())
      .toMatch(/存储\s*(✔ 已锁定|▲ 未锁定)[^]*已用 [\d.]+\sMB，还可用 [\d.]+\s[GM]B/)
    await page.getByText('存储', { exact: true }).scrollIntoViewIfNeeded()
    await snap(page, 'storage-sheet')
    await press(page, '关闭')
  })

  test('the verdict stands, the record is said to be unsaved and what to do, and the next truck comes', async () => {
    const { page } = phone
    await driveFast(page, { trucks: trucks.slice(0, 1), from: 0, answers: inOrder })
    next = 1
    await room(1)
    const first = await judged()
    expect(first.headline).toBe('快速放行')
    await expect.poll(first.state).toMatch(/▲ 未保存[^]*不要关闭本页[^]*清理手机空间/)
    await page.getByText('1条未保存').waitFor()
    await snap(page, 'full-disk')
    await nextTruck(page)
    await judged()
    await page.getByText('2条未保存').waitFor()
    await page.getByText('3待传').waitFor()
    await nextTruck(page)
  })

  test('what is held can be exported', async () => {
    const { page } = phone
    await press(page, '更多')
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, '导出未上传记录')])
    const { items } = JSON.parse(await readFile(await file.path(), 'utf8')) as {
      items: { summary: { plate: string } }[]
    }
    expect(items.map(({ summary }) => summary.plate)).toEqual(trucks.slice(0, 3).map(({ plate }) => plate))
    await press(page, '关闭')
  })

  test('with room again it is written by itself, and outlives the page', async () => {
    const { page } = phone
    await room()
    await page.getByText('2条未保存').waitFor({ state: 'hidden', timeout: 40_000 })
    await page.reload()
    await page.getByText('3待传').waitFor()
    await page.getByText(/^今日 3 /).waitFor()
  })

  test('full again with a network: sent from the page all the same', async () => {
    const { page } = phone
    await room(1)
    await judged()
    await page.getByText('1条未保存').waitFor()
    await server.start()
    await sendNow(page)
    await page.getByText('0待传').waitFor({ timeout: 60_000 })
    expect((await inspectionRows(server)).map(({ plate }) => plate).toSorted()).toEqual(
      trucks.slice(0, 4).map(({ plate }) => plate),
    )
    await room()
    await openBooth(page, server)
    await page.getByText('0待传').waitFor()
  })

  test('a browser that clears the phone is found out, and the head is told', async () => {
    const { page } = phone
    await page.evaluate(
      () => new Promise((done) => indexedDB.deleteDatabase('changxing-checkpoint').addEventListener('success', done)),
    )
    await page.reload()
    await page.getByText('浏览器清除了手机里的数据').waitFor()
    await snap(page, 'phone-cleared')
  })
})
