import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import {
  boardSize,
  boothOf,
  channelsHere,
  counted,
  employRoad,
  leaderPhone,
  openBoard,
  rowOf,
  until,
} from './kit/road.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A picture larger than is kept, as a camera makes it. */
function roadPicture() {
  const picture = new PNG({ width: 2000, height: 1500 })
  picture.data.forEach((_, at) => (picture.data[at] = at % 4 === 3 ? 255 : (at >> 9) & 0xff))
  return { name: 'road.png', mimeType: 'image/png', buffer: PNG.sync.write(picture) }
}

describe.skipIf(noChromium)('the leader answers on his phone, and the head ends it with a photograph', () => {
  const channels = channelsHere()
  let server: Server
  let booth: Awaited<ReturnType<typeof boothOf>>
  let desk: Phone
  let head: Phone
  let leader: Phone
  beforeAll(async () => {
    server = await startServer(channels.env())
    const office = await officeByApi(server)
    await employRoad(office)
    booth = await boothOf(server, office)
    desk = await startPhone(boardSize)
    head = await startPhone()
    leader = await startPhone()
  })
  afterEach((context) => snapFailure(context, [desk, head, leader]))
  afterAll(async () => {
    await Promise.all([desk?.forget(), head?.forget(), leader?.forget()])
    await server?.remove()
  })
  const person = () => desk.page.getByRole('listitem').filter({ hasText: '赵示例' }).filter({ hasText: '分包县级领导' })

  it('the message reaches his phone and the group of the county; he opens it and presses 收到, and the board knows within seconds', async () => {
    await openBoard(desk.page, server, 'dispatcher')
    await booth.says({ waitMinutes: 24, metres: 320, congested: true })
    await rowOf(desk.page).click()
    await person()
      .getByText(/还有 .* 回复/)
      .waitFor()

    const sms = await until(() => channels.smsOf(leaderPhone, server.origin)[0], 20)
    expect(sms).toMatch(/超20分钟.*焦作西站已拥堵24分钟，排队长约320米。请分包县级领导赵示例现场指挥/)
    const group = await until(() => channels.said.find((text) => text.includes('超20分钟')), 20)
    expect(group).toContain('焦作西站')
    expect(group).not.toContain('/a/')
    const link = /http\S+\/a\/\S+/.exec(sms)?.[0] ?? ''

    const { page } = leader
    await page.goto(link)
    await page.getByText('焦作西站已拥堵24分钟').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    const button = await page.getByRole('button', { name: /^收到/ }).boundingBox()
    expect(button!.height).toBeGreaterThanOrEqual(56)
    await page.getByRole('button', { name: /^收到/ }).click()
    await page.getByText('已回复「收到」').waitFor()
    const pressed = Date.now()
    await person().getByText('已收到', { exact: true }).waitFor({ timeout: 6000 })
    expect(Date.now() - pressed).toBeLessThan(6000)
    await person().getByText('短信链接').waitFor()
  }, 120_000)

  it('later he is there and presses 已到场 on the same page', async () => {
    const { page } = leader
    await page.reload()
    await page.getByRole('button', { name: /^已到场/ }).click()
    await page.getByText('已回复「已到场」').waitFor()
    await person().getByText('已到场', { exact: true }).waitFor({ timeout: 6000 })
    await desk.page.locator('.timeline').getByText('赵示例已到场').waitFor()
  }, 60_000)

  it('the head ends it on his phone with a photograph; the board clears, and everybody hears how long it was', async () => {
    const { page } = head
    await openBoard(page, server, 'head')
    await rowOf(page).click()
    await page.getByRole('button', { name: '解除拥堵' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '附照片解除' }).click()
    // Neither reason nor picture: nothing was sent.
    await counted(desk.page, /^超20分钟/, 1)
    await sheet.getByLabel('解除原因').fill('道路已畅通')
    await sheet.locator('input[type=file]').setInputFiles(roadPicture())
    await sheet.getByRole('button', { name: '附照片解除' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await counted(desk.page, /^超20分钟/, 0)
    const clear = await until(
      () => channels.smsOf(leaderPhone, server.origin).find((text) => text.includes('解除')),
      20,
    )
    expect(clear).toMatch(/解除.*焦作西站\d\d:\d\d恢复畅通，历时\d+分钟，最高达「超20分钟」/)
    expect(clear).not.toContain('/a/')
    await until(() => channels.said.find((text) => text.includes('恢复畅通')), 20)
    // Who opens the old message now is told that it is over.
    await leader.page.reload()
    await leader.page.getByText(/已解除，不必再来/).waitFor()
    expect(await leader.page.getByRole('button').count()).toBe(0)
    for (const phone of [desk, head, leader]) expect(phone.complaints).toEqual([])
  }, 120_000)
})
