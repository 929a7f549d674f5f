import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes, phoneSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { enrolByLink, press } from './kit/inspector.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { checkpoint } from './kit/people.ts'
import { boardSize, employRoad, openBoard, rowOf } from './kit/road.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** 3 a.m., no network: an inspector says that the queue stands at the bridge. Then somebody telephones the dispatcher. */
describe.skipIf(noChromium)('a queue reported by hand', () => {
  let server: Server
  let office: Office
  let [booth, desk]: Phone[] = []

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await employRoad(office)
    await office.ask('PUT', `/api/checkpoints/${checkpoint.id}/site`, {
      version: 0,
      approachLanes: 2,
      approachMetres: 4000,
      greenLane: null,
      booth: { stake: 'K44+000', upstream: 'increasing' },
      fenceMetres: null,
      signs: [],
      reason: '现场踏勘',
    })
    booth = await startPhone()
    await enrolByLink(booth.page, await office.enrolmentLink('booth'))
    desk = await startPhone(boardSize)
    await openBoard(desk.page, server, 'dispatcher')
  })
  afterEach((context) => snapFailure(context, [booth, desk]))
  afterAll(async () => {
    await Promise.all([booth?.forget(), desk?.forget()])
    await server?.remove()
  })

  const sheet = (phone: Phone) => phone.page.getByRole('dialog', { name: '拥堵上报' })
  const chip = (phone: Phone, name: string) => sheet(phone).getByRole('button', { name, exact: true }).click()

  test('without a network 25 minutes and a tail by its stake are kept, and said to wait', async () => {
    const { page } = booth!
    await page.getByRole('button', { name: /^班次：/ }).click()
    await page.getByText('一天内没有交接事项').waitFor()
    await press(page, '关闭')
    await booth!.page.context().setOffline(true)
    await press(page, '更多')
    await press(page, '拥堵上报')
    await sheet(booth!).getByText('没有网络也能上报').waitFor()
    expect(await audit(page, 'inspector-queue-report', phoneSizes)).toEqual([])
    await sheet(booth!).getByRole('button', { name: '输入…' }).first().click()
    for (const key of ['2', '5']) await chip(booth!, key)
    await chip(booth!, '桩号')
    for (const key of '4445')
      await sheet(booth!)
        .getByRole('group', { name: '数字键盘' })
        .last()
        .getByRole('button', { name: key, exact: true })
        .click()
    await sheet(booth!).getByText('K4+445').waitFor()
    expect(await audit(page, 'inspector-queue-stake', phoneSizes)).toEqual([])
    await chip(booth!, '上报')
    await sheet(booth!).getByText('这个桩号不在来车方向上').waitFor()
    await chip(booth!, '返回修改')
    await sheet(booth!)
      .getByRole('group', { name: '数字键盘' })
      .last()
      .getByRole('button', { name: '0', exact: true })
      .click()
    await sheet(booth!).getByText('按 450 米 理解').waitFor()
    await chip(booth!, '上报')
    await sheet(booth!).getByText('已记下，等待上传').waitFor()
    await sheet(booth!).getByText('拥堵 · 等候 25 分钟 · 队尾 K44+450 · 排队 450 米').waitFor()
    await page.getByText('1待传').waitFor()
  })

  test('with the network back it is told once: he reads whom it called, the board shows it, the leader is called', async () => {
    await booth!.page.context().setOffline(false)
    await sheet(booth!).getByText('✔ 已送达').waitFor({ timeout: 60_000 })
    await sheet(booth!).getByText('按 450 米 理解').waitFor()
    await sheet(booth!)
      .getByText(/^已通知：.*分包县级领导/)
      .waitFor()
    expect(await audit(booth!.page, 'inspector-queue-heard', phoneSizes)).toEqual([])
    const { page } = desk!
    await rowOf(page).getByText('超20分钟').waitFor({ timeout: 20_000 })
    await rowOf(page).click()
    const leader = page.getByRole('listitem').filter({ hasText: '赵示例' })
    await leader.filter({ hasText: '分包县级领导' }).getByText(/回复/).first().waitFor()
    expect(await page.locator('.timeline').getByText('拥堵上报：等候25分钟、排队约450米').count()).toBe(1)
  })

  test('the dispatcher writes down what he is told by telephone, with the keyboard alone; 3 is asked back as 3 km', async () => {
    const { page } = desk!
    await page.keyboard.press('r')
    await page.getByLabel(/排队多长/).fill('3')
    await page.keyboard.press('Enter')
    await page.getByText('请选择是谁告知').waitFor()
    expect(await audit(page, 'dispatch-queue-told', deskSizes)).toEqual([])
    await page.getByRole('radio', { name: '交警、路政' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByText('3 米？是 3 公里吗？').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('按 3 公里 理解').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.timeline').getByText('拥堵上报：排队约3000米（交警、路政来电）').waitFor({ timeout: 20_000 })
    await rowOf(page).getByText('重点监测').waitFor()
  })

  test('no page complained', () => {
    expect([booth, desk].flatMap((phone) => phone?.complaints ?? [])).toEqual([])
  })
})
