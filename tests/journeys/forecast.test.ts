import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../server/demo/places.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

describe.skipIf(noChromium)('a dispatcher sees the peak before it comes', () => {
  let server: Server
  let desk: Phone
  beforeAll(async () => {
    server = await startServer({}, ['--demo'])
    desk = await startPhone({ width: 1440, height: 900 })
  })
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  it('in the row, then on the checkpoint’s page: when, how many, how many lanes and people, and what a lane more changes', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/dispatch/`)
    await page.getByLabel('用户名').fill('dispatcher')
    await page.getByLabel('密码', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: '登录', exact: true }).click()

    // The demonstration plays an hour of queues first.
    await page.getByPlaceholder('名称、路线、编号').fill('JZ-G06')
    const row = page.locator('[data-id="JZ-G06"]')
    await row.getByText(/\d\d:00高峰，开\d道/).waitFor({ timeout: 150_000 })
    await row.click()

    const part = page.getByRole('region', { name: '高峰预判' })
    const peak = part.locator('.peak').first()
    await peak.getByText(/今天 \d\d:00–\d\d:00 高峰|明天 \d\d:00–\d\d:00 高峰/).waitFor()
    expect(await peak.innerText()).toMatch(/每小时约 \d+ 辆，\d 道只能查 \d+ 辆\s· 最长等 \d+ 分/)
    expect(await peak.innerText()).toMatch(/请开 \d 道、上岗 \d 人/)
    expect(await peak.innerText()).toMatch(/\d\d:\d\d 已告知点长、当班人员和县调度/)

    // Late in the evening the peak is tomorrow's.
    if ((await peak.innerText()).startsWith('明天')) await part.getByRole('button', { name: /^明天/ }).click()
    const minutes = async (lanes: number) => {
      const text = await part.getByRole('button', { name: new RegExp(`^${lanes} 道`) }).innerText()
      return Number(/最长等 (\d+) 分/.exec(text)?.[1])
    }
    expect(await minutes(2)).toBeLessThan(await minutes(1))
    await part.getByRole('button', { name: /^2 道/ }).click()
    await part.locator('.forecast-would').waitFor()

    // How far it was off stands beside it.
    await part.getByText(/车流平均差 \d+ 辆\/时（平均来 \d+ 辆）/).waitFor()
    await part.getByText('报了也来了').waitFor()
    await part.getByRole('button', { name: /^明天/ }).click()
    await part.getByText('逐小时数字').click()
    expect(await part.getByRole('row').count()).toBe(25)
  }, 240_000)
})
