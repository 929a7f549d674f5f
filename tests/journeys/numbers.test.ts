import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Every page that anybody may open (R108). */
const publicPages = ['/', '/p', '/queue/', '/driver/', '/apply/', '/rules/', '/rules/en/', '/a/AAAAAAAAAAAAAAAA']

/** The numbers of the city: missing, proposed, approved by another, and then on every public page and paper. */
describe.skipIf(noChromium)('the published numbers', () => {
  let server: Server
  let desk: Phone
  let driver: Phone

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'tichu', 'command', '提出示例')
    await employ(office, 'pizhun', 'command', '批准示例')
    desk = await startPhone(deskSize)
    driver = await startPhone()
  })
  afterEach((context) => snapFailure(context, [desk, driver]))
  afterAll(async () => {
    await desk?.forget()
    await driver?.forget()
    await server?.remove()
  })

  async function shows(path: string, parts: readonly string[]): Promise<void> {
    const { page } = driver
    await page.goto('about:blank')
    await page.goto(server.origin + path)
    for (const part of parts) await page.getByText(part).first().waitFor({ state: 'attached', timeout: 15_000 })
    expect(await page.locator('a[href="tel:12328"]').count(), path).toBeGreaterThan(0)
  }

  test('where none is published every page says so, and makes none up', async () => {
    for (const path of publicPages)
      await shows(
        path,
        path === '/rules/en/'
          ? ['Emergency freight line', 'Line for complaints', 'not published yet']
          : ['应急运输保障电话', '举报电话', '尚未公布'],
      )
    expect(await driver.page.locator('a[href^="tel:"]:not([href="tel:12328"])').count()).toBe(0)
  })

  test('one proposes, another approves', async () => {
    const { page } = desk
    const faults: string[] = []
    await sitDown(page, server, 'tichu')
    await turnTo(page, '公布电话')
    for (const [kind, number] of [
      ['应急运输保障电话', '0391-1234567'],
      ['举报电话', '12345'],
    ] as const) {
      await page.getByRole('button', { name: '提出电话' }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('radio', { name: kind }).check()
      await sheet.getByLabel('电话号码').fill(number)
      await sheet.getByLabel('依据或原因').fill('市指挥部通知')
      await sheet.getByRole('button', { name: '提交，等另一人批准' }).click()
      await toast(page, '已提交，等另一人批准')
      await sheet.waitFor({ state: 'hidden' })
    }
    faults.push(...(await audit(page, 'office-numbers', deskSizes)))
    await page.getByRole('button', { name: '查看举报电话提议' }).click()
    await page.getByText('自己提出的须由另一人批准').waitFor()
    expect(await page.getByRole('button', { name: '批准公布' }).count()).toBe(0)
    await sitDown(page, server, 'pizhun')
    await turnTo(page, '公布电话')
    for (const kind of ['应急运输保障电话', '举报电话']) {
      await page.getByRole('button', { name: `查看${kind}提议` }).click()
      await snap(page, 'office-numbers-approve')
      await page.getByRole('button', { name: '批准公布' }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    for (const number of ['0391-1234567', '12345'])
      await page.locator(`.call-numbers a[href="tel:${number}"]`).waitFor()
    await snap(page, 'office-numbers')
    expect(faults).toEqual([])
  })

  test('and every public page shows them, to be dialled', async () => {
    const { page } = driver
    for (const path of publicPages) {
      await shows(path, ['0391-1234567', '12345'])
      for (const number of ['0391-1234567', '12345'])
        expect(await page.locator(`a[href="tel:${number}"]`).count(), `${path} ${number}`).toBeGreaterThan(0)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await snap(page, `numbers${path.replaceAll('/', '-')}`)
    }
  })

  test('on the papers that hang at the road', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/office/#/checkpoints/JZ-G01`)
    await page.getByText('应急运输保障电话 0391-1234567 · 举报电话 12345').waitFor()
    await snap(page, 'numbers-on-sign')
  })
})
