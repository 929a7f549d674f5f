import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import type { Registered } from './kit/driver-by-api.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const lowestEdge = async (part: Locator): Promise<number> => {
  const box = await part.boundingBox()
  return box === null ? Infinity : box.y + box.height
}

/** A red code needs two persons of the epidemic office, each at a desk of his own. */
describe.skipIf(noChromium)('red by two persons', () => {
  let server: Server
  let driver: Registered
  let desk: Phone
  const codeNow = async (): Promise<string> => {
    const headers = { authorization: `Bearer ${driver.key}` }
    const answer = await fetch(`${server.origin}/api/trips/${driver.trip.id}/code`, { headers })
    return ((await answer.json()) as { state: string }).state
  }

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'jingban', 'epidemic', '经办示例')
    await employ(office, 'fuhe', 'epidemic', '复核示例')
    await employ(office, 'ducha', 'supervisor', '督查示例')
    driver = await registerByApi(server, { plate: '沪DX0001', from: '310115', to: '410811', person: li })
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  async function findTruck() {
    const { page } = desk
    await turnTo(page, '赋码与解码')
    await page.getByLabel('车牌号').fill('沪DX0001')
    await page.getByRole('button', { name: '查找', exact: true }).click()
    await page.getByText('找到 1 人').waitFor()
    await page
      .getByRole('button', { name: /^查看 李/ })
      .first()
      .click()
    return page.getByRole('dialog')
  }

  test('one proposes on a paper: nothing is red yet', async () => {
    const { page } = desk
    await sitDown(page, server, 'jingban')
    const sheet = await findTruck()
    await sheet
      .getByRole('button', { name: /提出赋红码/ })
      .first()
      .click()
    await sheet.getByLabel('依据', { exact: false }).last().selectOption('document')
    await sheet.getByLabel(/文号/).last().fill('焦疫防〔2022〕17号')
    await sheet
      .getByRole('button', { name: /提出|提交/ })
      .last()
      .click()
    await sheet.getByText('待两人确认').waitFor()
    await snap(page, 'office-red-proposed')
    expect(await codeNow()).not.toBe('red')
  })

  test('the other signs: the code is red, and the driver is told why', async () => {
    const { page } = desk
    await sitDown(page, server, 'fuhe')
    const sheet = await findTruck()
    await page.setViewportSize({ width: 390, height: 844 })
    await sheet
      .getByRole('button', { name: /签署$/ })
      .first()
      .evaluate((button: HTMLElement) => button.click())
    // What it does is in sight and has the focus, also on a low screen where the button stood at the edge.
    await expect.poll(() => lowestEdge(sheet.getByRole('group', { name: '复核签署' }))).toBeLessThanOrEqual(844)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('复核签署')
    await page.setViewportSize(deskSize)
    await sheet.getByLabel('我已核对依据记录，情况属实').check()
    await sheet.getByRole('button', { name: /签署$/ }).last().click()
    await toast(page, '已签署')
    expect(await page.locator('.toast-place:popover-open').count(), 'the message lies over the sheet').toBe(1)
    expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement)), 'the focus is kept').toBe(true)
    await expect.poll(codeNow).toBe('red')
    await sheet.getByText('生效中的原因').waitFor()
    await snap(page, 'office-red-signed')
  })

  test('the supervisor sees both names and can do nothing about it', async () => {
    const { page } = desk
    await sitDown(page, server, 'ducha')
    const sheet = await findTruck()
    await sheet.getByText('本岗位只能查看，不能办理。').waitFor()
    expect(await sheet.innerText()).toContain('经办示例')
    expect(await sheet.innerText()).toContain('复核示例')
    expect(await sheet.getByRole('button', { name: /签署|赋码|解除/ }).count()).toBe(0)
    expect(await audit(page, 'office-people-sheet', deskSizes)).toEqual([])
  })
})
