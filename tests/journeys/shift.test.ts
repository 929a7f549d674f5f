import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes, phoneSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { answerUntilVerdict, enrolByLink, nextTruck, press, typePlate } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { checkpoint, password } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const number = '19800000001'
const inProvince = { 从哪里装: '省内行程', 入豫报备: '未报备', 出示货畅码: '没有货畅码' }

/** One shift relieves the other: signed on, refused, released, handed over without a network, taken over, and seen by the head. */
describe.skipIf(noChromium)('the shifts of a checkpoint', () => {
  let server: Server
  let office: Office
  let [first, next, desk]: Phone[] = []

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    const head = { login: 'head', name: '点长示例', role: 'head', checkpoint: checkpoint.id, password }
    await office.ask('POST', '/api/staff', head)
    await employ(office, 'supervisor', 'supervisor', '督查示例')
    first = await startPhone()
    await enrolByLink(first.page, await office.enrolmentLink('first'))
    next = await startPhone()
    await enrolByLink(next.page, await office.enrolmentLink('next'))
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [first, next, desk]))
  afterAll(async () => {
    await Promise.all([first?.forget(), next?.forget(), desk?.forget()])
    await server?.remove()
  })

  const shiftButton = (page: Phone['page']) => page.getByRole('button', { name: /^班次：/ })
  /** The card between two trucks has a button of the same name behind the sheet. */
  const inSheet = (page: Phone['page'], name: string | RegExp) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true })
  const duty = () => office.ask<Duty>('GET', `/api/duty?checkpoint=${checkpoint.id}`)

  test('who has not signed on is told so and judges all the same', async () => {
    const { page } = first!
    await page.getByRole('button', { name: '班次：未签到' }).waitFor()
    expect(await audit(page, 'inspector-not-signed-on', phoneSizes)).toEqual([])
    await typePlate(page, '豫HX0002')
    expect((await answerUntilVerdict(page, inProvince)).headline).toBe('登记后快速放行')
    await page.getByRole('button', { name: '班次：未签到' }).waitFor()
    await nextTruck(page)
  })

  test('signs on: person, checkpoint, lane and number in one sheet', async () => {
    const { page } = first!
    await shiftButton(page).click()
    await page.getByText('一天内没有交接事项').waitFor()
    await page.getByLabel('专用号段').fill('12')
    await inSheet(page, '签到').click()
    await page.getByText('号段为 3 至 24 位数字').waitFor()
    await page.getByLabel('专用号段').fill(number)
    expect(await audit(page, 'inspector-sign-on', phoneSizes)).toEqual([])
    await inSheet(page, '签到').click()
    await toast(page, '已签到')
    await page.getByRole('switch', { name: /2道\s*开放/ }).waitFor()
    expect(await audit(page, 'inspector-on-duty', phoneSizes)).toEqual([])
    await press(page, '关闭')
    await page.getByRole('button', { name: '班次：当班 2道 开' }).waitFor()
    await expect.poll(async () => (await duty()).shifts.map(({ onDuty }) => onDuty)).toEqual([true])
  })

  test('the same number on a second phone does not count, and the reason says what to do', async () => {
    const { page } = next!
    await shiftButton(page).click()
    await page.getByLabel('专用号段').fill(number)
    await page.getByRole('radio', { name: '1道' }).check()
    await inSheet(page, '签到').click()
    await page.getByText(/这个专用号段正由查验示例当班使用（焦作西站2道，[^）]*起）。[^]*请点长/).waitFor()
    expect(await audit(page, 'inspector-second-sign-on', phoneSizes)).toEqual([])
    await press(page, '关闭')
    await page.getByText('签到未生效').waitFor()
    await typePlate(page, '豫HX0003')
    expect((await answerUntilVerdict(page, inProvince)).headline).toBe('登记后快速放行')
    await nextTruck(page)
  })

  test('the head releases the first shift with a reason; then the second counts', async () => {
    const { page } = desk!
    await sitDown(page, server, 'head')
    await turnTo(page, '值守')
    await page.getByText('在岗 1 人').waitFor()
    await page.getByRole('row', { name: /当班/ }).click()
    await page.getByLabel('解除原因').fill('号')
    await press(page, '解除当班')
    await page.getByText('请写明原因').waitFor()
    await page.getByLabel('解除原因').fill('号段填错')
    await press(page, '解除当班')
    await toast(page, '已解除')
    await page.getByText('现在无人在岗').waitFor()
    await shiftButton(next!.page).click()
    await inSheet(next!.page, '再次签到').click()
    await press(next!.page, '关闭')
    await next!.page.getByRole('button', { name: '班次：当班 1道 开' }).waitFor()
    // The first phone learns that its shift is over.
    await shiftButton(first!.page).click()
    await inSheet(first!.page, '签到').waitFor()
    await first!.page.getByLabel('专用号段').fill('')
    await inSheet(first!.page, '签到').click()
    await press(first!.page, '关闭')
    await first!.page.getByText('0待传').waitFor()
  })

  test('without a network: checked, a lane closed, handed over with a note, signed off', async () => {
    const { page } = first!
    await server.stop()
    await page.reload()
    await page.getByRole('button', { name: '班次：当班 2道 开' }).waitFor()
    await typePlate(page, '豫HX0004')
    await answerUntilVerdict(page, inProvince)
    await nextTruck(page)
    await shiftButton(page).click()
    await page.getByText('本班 查验 1 · 快速 1 · 待检 0').waitFor()
    await press(page, '交接班')
    await page.getByLabel('内容').fill('司机电话 13000000002')
    await press(page, '添加')
    await page.getByText('似含证件号或电话').waitFor()
    await page.getByLabel('类别').selectOption('道路情况')
    await page.getByLabel('内容').fill('匝道积水，请慢行')
    await press(page, '添加')
    await page.getByRole('radiogroup', { name: '现在排队多长' }).getByRole('radio', { name: '约300米' }).check()
    await page.getByRole('radiogroup', { name: '测温枪' }).getByRole('radio', { name: '故障' }).check()
    await page.getByRole('radiogroup', { name: '交班后本道' }).getByRole('radio', { name: '关闭' }).check()
    expect(await audit(page, 'inspector-hand-over', phoneSizes)).toEqual([])
    await press(page, /^交班并签退/)
    await toast(page, '已交班')
    await page.getByRole('button', { name: '班次：未签到' }).waitFor()
    await page.getByText('3待传').waitFor()
  })

  test('the battery dies; with the network back all of it arrives, once', async () => {
    await first!.kill()
    await server.start()
    first = await startPhone({ profile: first!.profile })
    const { page } = first
    await page.goto(`${server.origin}/checkpoint/`)
    await page.getByText('0待传').waitFor({ timeout: 60_000 })
    const told = async () => {
      const path = `/api/lane-events?checkpoint=${checkpoint.id}`
      const { items } = await office.ask<{ items: { kind: string; lane: number }[] }>('GET', path)
      return items.map(({ kind, lane }) => [kind, lane])
    }
    // Told a few seconds after they came in.
    await expect.poll(told, { timeout: 20_000 }).toEqual([
      ['lane_open', 2],
      ['lane_open', 1],
      ['lane_closed', 2],
    ])
    expect((await duty()).handovers).toMatchObject([{ queueMetres: 300, checked: 1, seenBy: null }])
  })

  test('whoever takes over reads the notes and says so', async () => {
    const { page } = next!
    await page.reload()
    await shiftButton(page).click()
    const notes = page.getByRole('region', { name: '上一班交接' })
    await notes.getByText('道路情况：匝道积水，请慢行').waitFor()
    await notes.getByText('设备物资：▲ 测温枪故障').waitFor()
    expect(await audit(page, 'inspector-take-over', phoneSizes)).toEqual([])
    await press(page, '已知悉')
    await notes.getByText('✔ 已知悉').waitFor()
    await page.getByRole('switch', { name: /1道/ }).click()
    await toast(page, '1道已记为关闭')
    await page.getByRole('switch', { name: /1道/ }).click()
    await toast(page, '1道已记为开放')
    await press(page, '关闭')
    await expect.poll(async () => (await duty()).handovers.map(({ seenBy }) => seenBy)).toEqual(['查验示例'])
  })

  test('the head sees who is on duty, the counters, the hand-over, and a day on which nobody was', async () => {
    const { page } = desk!
    await page.reload()
    await page.getByText('在岗 1 人').waitFor()
    await page.getByRole('img', { name: /^全站：/ }).waitFor()
    const counts = page.getByRole('region', { name: '当日查验' })
    expect(await counts.getByRole('row').count()).toBe(3)
    expect(await audit(page, 'office-shifts', deskSizes)).toEqual([])
    await press(page, '交接班')
    await page.getByText('接班已知悉 查验示例').waitFor()
    expect(await audit(page, 'office-hand-overs', deskSizes)).toEqual([])
    await press(page, '端云不一致')
    await page.getByText('没有待核对的不一致').waitFor()
    await press(page, '值守')
    await page.getByLabel('日期').selectOption({ index: 1 })
    await page.getByText('本班无人值守 00:00—24:00').waitFor()
    await snap(page, 'office-shifts-gap')
    const saved = page.waitForEvent('download')
    await press(page, '导出 CSV')
    expect((await saved).suggestedFilename()).toMatch(/^值守班次_\d{8}-\d{4}\.csv$/)
  })

  test('the supervisor chooses a checkpoint, sees the same and releases nothing', async () => {
    const { page } = desk!
    await sitDown(page, server, 'supervisor')
    await turnTo(page, '值守')
    await page.getByRole('heading', { name: '请选择检查点' }).waitFor()
    await page.getByLabel('检查点').selectOption(checkpoint.id)
    await page.getByText('在岗 1 人').waitFor()
    await page.getByRole('row', { name: /当班/ }).click()
    await page.getByRole('heading', { name: '班次' }).waitFor()
    expect(await page.getByLabel('解除原因').count()).toBe(0)
  })

  test('no page complained', () => {
    expect([first, next, desk].flatMap((phone) => phone?.complaints ?? [])).toEqual([])
  })
})

type Duty = {
  shifts: { onDuty: boolean }[]
  handovers: { seenBy: string | null; queueMetres: number; checked: number }[]
}
