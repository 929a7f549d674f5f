import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { minute } from '../../shared/instant.ts'
import { audit, auditWords, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { checkpoint, password } from './kit/people.ts'
import { serverInTime } from './kit/time.ts'

/** A checkpoint closes and its neighbours rise; a road is blocked and cleared; a service area is closed by the command; drivers read it all. */
describe.skipIf(noChromium)('区域和路网', () => {
  let its: Awaited<ReturnType<typeof serverInTime>>
  let office: Office
  let desk: Phone
  let driver: Phone
  const places = [
    { ...checkpoint, id: 'JZ-G02', name: '柏香站' },
    { ...checkpoint, id: 'JZ-G03', name: '武陟站' },
  ]

  beforeAll(async () => {
    its = await serverInTime()
    office = await officeByApi(its.server)
    await employ(office, 'diaodu', 'dispatcher', '调度示例')
    await employ(office, 'zhihui', 'command', '指挥示例')
    await office.ask('POST', '/api/staff', {
      login: 'dianzhang',
      name: '点长示例',
      role: 'head',
      checkpoint: checkpoint.id,
      password,
    })
    for (const { active: _, ...place } of places) {
      await office.ask('POST', '/api/checkpoints', { ...place, active: false })
      for (const [role, rank] of [
        ['leader', 1],
        ['cadre', 1],
        ['cadre', 2],
      ] as const)
        await office.ask('PUT', `/api/roster/${crypto.randomUUID()}`, {
          role,
          rank,
          checkpoint: place.id,
          name: '示例',
          title: '示例',
          unit: '示例',
          phone: '19800000001',
          from: '2022-05-16T00:00:00+08:00',
        })
      const { id, ...form } = place
      await office.ask('PUT', `/api/checkpoints/${id}`, { ...form, active: true })
    }
    desk = await startPhone(deskSize)
    driver = await startPhone()
  })
  afterEach((context) => snapFailure(context, [desk, driver]))
  afterAll(async () => {
    await Promise.all([desk, driver].map((phone) => phone?.forget()))
    await its?.server.remove()
  })

  const inEnglish = async (page: Page, name: string) => {
    await page.evaluate(() => localStorage.setItem('changxing.language', JSON.stringify('en')))
    await page.reload()
    await page.waitForTimeout(1500)
    for (const [colorScheme, size] of [
      ['light', deskSizes[0]!],
      ['dark', deskSizes[1]!],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(size)
      await snap(page, `${name}-en-${size.width}`)
    }
    const faults = await auditWords(page, `${name} en`, deskSizes)
    await page.evaluate(() => localStorage.setItem('changxing.language', JSON.stringify('zh')))
    await page.emulateMedia({ colorScheme: 'light' })
    await page.reload()
    return faults
  }
  const pictures = async (page: Page, name: string) => {
    for (const size of deskSizes) {
      await page.setViewportSize(size)
      await snap(page, `${name}-${size.width}`)
    }
    await page.setViewportSize(deskSizes[0]!)
    await page.emulateMedia({ colorScheme: 'dark' })
    await snap(page, `${name}-night`)
    await page.emulateMedia({ colorScheme: 'light' })
  }

  test('the command enters a service area and a point for tests; closing the first asks for both approvals', async () => {
    const { page } = desk
    await sitDown(page, its.server, 'zhihui')
    await turnTo(page, '服务区检测点')
    await page.getByText('还没有登记').waitFor()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('名称').fill('焦作服务区')
    await sheet.getByLabel('路线').fill('G5512')
    await sheet.getByRole('button', { name: /属地/ }).click()
    await page.getByRole('button', { name: /山阳/ }).first().click()
    await sheet.getByLabel('货车专用（须有四项服务）').check()
    await snap(page, 'office-place-form')
    await sheet.getByRole('button', { name: '保存' }).click()
    await toast(page, '已保存')
    await page.getByRole('cell', { name: /焦作服务区/ }).waitFor()
    for (const [name, kind] of [
      ['焦作西检测点', 'test-point'],
      ['博爱临时停靠处', 'stop'],
    ] as const)
      await page.evaluate(
        async ([named, of]) => {
          const body = {
            kind: of,
            name: named,
            road: 'S308',
            county: '410822',
            hours: '8:00—20:00',
            free: true,
            forTrucks: false,
            services: ['test'],
            phone: '12328',
          }
          const headers = { 'content-type': 'application/json', 'x-changxing': '1' }
          await fetch(`/api/places/${crypto.randomUUID()}`, { method: 'PUT', headers, body: JSON.stringify(body) })
        },
        [name, kind] as const,
      )
    await page.getByRole('button', { name: /焦作服务区，详情/ }).click()
    await sheet.getByRole('button', { name: '关停' }).click()
    await sheet.getByRole('button', { name: '关停' }).click()
    expect(await sheet.getByText('必填').count()).toBe(3)
    await sheet.getByRole('radio', { name: '出现密接人员' }).check()
    await sheet.getByLabel('市指挥部同意文号').fill('焦疫指〔2022〕1号')
    await sheet.getByLabel('省指挥部批准文号').fill('豫疫指〔2022〕2号')
    await snap(page, 'office-place-close')
    await sheet.getByRole('button', { name: '关停' }).click()
    await toast(page, '已关停')
    await page.reload()
    await page.getByText('关停', { exact: true }).first().waitFor()
    await pictures(page, 'office-places')
    expect(await audit(page, 'office-places', deskSizes)).toEqual([])
    expect(await inEnglish(page, 'office-places')).toEqual([])
  })

  test('a checkpoint is closed, two neighbours rise: one band over the rows names the cause', async () => {
    const { id, ...form } = places[1]!
    await office.ask('PUT', `/api/checkpoints/${id}`, { ...form, active: false })
    await its.ahead(6 * minute)
    const { page } = desk
    await sitDown(page, its.server, 'diaodu')
    for (const at of [checkpoint.id, 'JZ-G02'])
      await page.evaluate(async (place) => {
        const headers = { 'content-type': 'application/json', 'x-changxing': '1' }
        const body = JSON.stringify({
          id: crypto.randomUUID(),
          checkpoint: place,
          waitMinutes: 25,
          metres: 500,
          congested: true,
        })
        await fetch('/api/queue/reports', { method: 'POST', headers, body })
      }, at)
    await page.goto(`${its.server.origin}/dispatch/`)
    const band = page.getByRole('region', { name: '区域拥堵' })
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.waitForTimeout(1500)
          return band.count()
        },
        { timeout: 60_000, interval: 3000 },
      )
      .toBe(1)
    expect(await band.textContent()).toMatch(/起因：武陟站 \d\d:\d\d 关停.*焦作西站.*柏香站/)
  })

  test('a blocked road is entered with whom to call; drivers read how to drive round it, until it is cleared', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '路网', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('没有阻断或缓行').waitFor()
    await sheet.getByRole('button', { name: '登记阻断／缓行' }).click()
    await sheet.getByLabel('路线').fill('S308')
    await sheet.getByLabel('位置').fill('K12+300，货车侧翻')
    await sheet.getByRole('button', { name: /属地/ }).click()
    await page.getByRole('button', { name: /博爱/ }).first().click()
    await sheet.getByLabel('责任单位').fill('博爱县公路局')
    await sheet.getByLabel('联动联系人').fill('示例警官')
    await sheet.getByLabel('联动电话').fill('13000000008')
    await sheet.getByLabel('绕行').fill('经 G5512 博爱站绕行')
    await snap(page, 'board-road-form')
    await sheet.getByRole('button', { name: '登记', exact: true }).click()
    await toast(page, '已登记')
    await sheet.getByRole('link', { name: /路警联动 示例警官/ }).waitFor()
    await snap(page, 'board-roads')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /S308 阻断/ }).waitFor()
    await pictures(page, 'board-bands')
    expect(await audit(page, 'board-bands', deskSizes)).toEqual([])
    expect(await inEnglish(page, 'board-bands')).toEqual([])

    const phone = driver.page
    await phone.goto(`${its.server.origin}/queue/`)
    await phone.getByText('绕行：经 G5512 博爱站绕行').waitFor()
    await phone.getByText('加油、如厕、饮水照常').waitFor()
    await phone.getByText('免费').first().waitFor()
    expect(await phone.getByText('13000000008').count()).toBe(0)
    await pictures(phone, 'queue-around')
    expect(await audit(phone, 'queue-around')).toEqual([])
    expect(await inEnglish(phone, 'queue-around')).toEqual([])

    await page.getByRole('button', { name: /S308 阻断/ }).click()
    await sheet.getByRole('button', { name: '恢复通行' }).click()
    await sheet.getByLabel('处置结果').fill('清障完毕，恢复双向通行')
    await sheet.getByRole('button', { name: '恢复通行' }).click()
    await toast(page, '已记录恢复通行')
    await sheet.getByText(/清障完毕/).waitFor()
    await phone.reload()
    await phone.getByText('服务区和检测点').waitFor()
    expect(await phone.getByText('S308 阻断').count()).toBe(0)
  })

  test('the head sees the case at his checkpoint without whoever reported, and says how it is there', async () => {
    const { page } = desk
    await sitDown(page, its.server, 'diaodu')
    await page.evaluate(async (place) => {
      const headers = { 'content-type': 'application/json', 'x-changxing': '1' }
      const body = JSON.stringify({
        id: crypto.randomUUID(),
        category: 'fees',
        words: '收了两次停车费',
        checkpoint: place,
        caller: '来电示例',
        phone: '13000000007',
        plate: '沪DX0001',
      })
      await fetch('/api/cases', { method: 'POST', headers, body })
    }, checkpoint.id)
    await sitDown(page, its.server, 'dianzhang')
    await turnTo(page, '12328工单')
    await page.getByText('收了两次停车费').first().click()
    await page.getByRole('button', { name: '说明现场情况' }).waitFor()
    expect(await page.getByText(/来电示例|13000000007|DX0001/).count()).toBe(0)
    await pictures(page, 'office-case-head')
    expect(await audit(page, 'office-case-head', deskSizes)).toEqual([])
    await page.getByRole('button', { name: '说明现场情况' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('已核实：停车场另行收费，已退还')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByText('已核实：停车场另行收费，已退还').waitFor()
    await sitDown(page, its.server, 'diaodu')
    await turnTo(page, '12328工单')
    await page.getByText('收了两次停车费').first().click()
    await page.getByRole('heading', { name: '已发通知' }).waitFor()
    await pictures(page, 'office-case-told')
    expect(await audit(page, 'office-case-told', deskSizes)).toEqual([])
    expect(await inEnglish(page, 'office-case-told')).toEqual([])
    expect([...desk.complaints, ...driver.complaints]).toEqual([])
  })
})
