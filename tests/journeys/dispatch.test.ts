import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpegText } from '../kit/jpeg.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { password } from './kit/people.ts'
import { boardSize, boothOf, counted, employRoad, openBoard, rowOf, signedIn } from './kit/road.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

describe.skipIf(noChromium)('a queue grows and clears before the dispatcher’s eyes', () => {
  let server: Server
  let office: Office
  let desk: Phone
  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await employRoad(office)
    desk = await startPhone(boardSize)
  })
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  it('signs in, sees it grow, notes the leader’s word, and it clears', async () => {
    const { page } = desk
    const { says } = await boothOf(server, office)
    const row = rowOf(page)

    await openBoard(page, server, 'dispatcher')
    await row.getByText('无数据').waitFor()

    // A person's word is in the next reckoning, half a minute later at most.
    await says({ waitMinutes: 12, metres: 150, congested: false })
    await row.locator('.row-big', { hasText: /1[123]分/ }).waitFor({ timeout: 75_000 })
    expect(await row.innerText()).toMatch(/1\d\d 米/)

    await says({ waitMinutes: 24, metres: 320, congested: true })
    await row.getByText('超20分钟').waitFor({ timeout: 10_000 })
    await counted(page, /^超20分钟/, 1)

    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const person = page.getByRole('listitem').filter({ hasText: '赵示例' }).filter({ hasText: '分包县级领导' })
    await person.getByText(/还有 .* 回复/).waitFor()
    await page.keyboard.press('a')
    await person.getByText('已收到', { exact: true }).waitFor()
    await page.locator('.timeline').getByText('赵示例已收到').waitFor()

    // The server goes and comes back, as when it is renewed.
    await server.stop()
    await page
      .getByText(/重连中|离线 自/)
      .first()
      .waitFor({ timeout: 20_000 })
    await server.start()
    await page.getByText('实时').waitFor({ timeout: 60_000 })
    await row.getByText('超20分钟').waitFor()

    const { incident } = await says({ waitMinutes: 25, congested: true })
    const head = await signedIn(server, 'head')
    const closing = { reason: '道路已畅通', jpeg: jpegText({ bytes: 400 }) }
    expect((await head(`/api/dispatch/incidents/${incident}/close`, closing)).status).toBe(200)
    await counted(page, /^超20分钟/, 0)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => location.hash === '#/')
    expect(desk.complaints).toEqual([])
  }, 180_000)

  it('whoever signs out elsewhere is asked again, over the page as it is', async () => {
    const { page } = desk
    const other = await page.context().newPage()
    await other.goto(`${server.origin}/office/`)
    await other.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('登录已到期').waitFor({ timeout: 30_000 })
    await page.getByRole('dialog').getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('dialog').getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('实时').waitFor({ timeout: 20_000 })
    expect(await page.locator('.board-row').count()).toBe(1)
  }, 90_000)
})
