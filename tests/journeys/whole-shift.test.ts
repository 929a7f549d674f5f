import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hour, minute } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { issuerOf } from './kit/codes.ts'
import { driveFast, hearNotes, inOrder } from './kit/fast-driver.ts'
import type { Note, Truck } from './kit/fast-driver.ts'
import {
  answerUntilVerdict,
  documents,
  enrolByLink,
  nextTruck,
  openBooth,
  press,
  readyToScan,
  typePlate,
  verdict,
} from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { manyCodes } from './kit/many-codes.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { inspectionRows } from './kit/records.ts'
import { phoneAhead, serverInTime } from './kit/time.ts'

const day = 24 * hour
/** The shift begins at 20:00 Beijing time, so that midnight is in it. */
const untilEvening = (from: number): number => day - ((from + 8 * hour - 20 * hour) % day)
const hourly = 26
const trucksInAll = 8 * hourly

/** From eight in the evening to four in the morning without a network, then the next evening; then the network is back. */
describe.skipIf(noChromium)('a whole shift without a network', () => {
  const start = untilEvening(Date.now())
  const said = new Map<string, Extract<Note, { recorded: string }>>()
  const stuck: string[] = []
  let road: Awaited<ReturnType<typeof serverInTime>>
  let office: Office
  let phone: Phone
  let trucks: Truck[]
  let done = 0
  /** Of the phone's clock and of the server's, against the real one. */
  let ahead = start

  const hear = (note: Note) => {
    if ('recorded' in note) said.set(note.recorded, note)
    if ('stuck' in note) stuck.push(`${note.stuck}: ${note.text}`)
  }
  const forward = async (ms: number) => {
    ahead += ms
    await phone.page.clock.fastForward(ms)
  }
  async function work(count: number) {
    await driveFast(phone.page, { trucks: trucks.slice(0, done + count), from: done, answers: inOrder })
    done += count
    expect(stuck).toEqual([])
  }
  const tally = () => phone.page.getByText(/^今日 /).innerText()

  beforeAll(async () => {
    road = await serverInTime({ CHANGXING_LOG: 'problems' })
    const signer = await issuerOf(road.server)
    await road.ahead(start)
    office = await officeByApi(road.server)
    trucks = await manyCodes(signer, trucksInAll + 1, {
      ahead: start,
      of: (n) => (n % 3 === 0 ? {} : n % 3 === 1 ? { scope: 'in-province' } : { state: 'grey' }),
    })
    phone = await startPhone({ camera: 'absent' })
    await hearNotes(phone.page, hear)
    await phoneAhead(phone.page, start)
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
    await road.server.stop()
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await road?.server.remove()
  })

  test('the first hours: code after code, each kind of truck; the data turns amber and goes on to serve', async () => {
    const { page } = phone
    await work(hourly)
    await forward(hour)
    await page.getByText(/▲ 离线包 1小时前/).waitFor()
    await work(hourly)
    expect(said.size).toBe(2 * hourly)
    expect(new Set([...said.values()].map(({ row }) => row)).size).toBeGreaterThanOrEqual(3)
    await page.getByText(`${2 * hourly}待传`).waitFor()
    await snap(page, 'shift-amber')
  })

  test('a truck waits a quarter of an hour for its antigen while others go on', async () => {
    const { page } = phone
    await typePlate(page, '沪DX0011')
    const first = await answerUntilVerdict(page, {
      ...documents({ 核酸证明: '未检测／无法出示' }),
      从哪里装: '省外行程',
      入豫报备: '已报备',
      出示货畅码: '没有货畅码',
    })
    expect(first.headline).toBe(headlines.V11.zh)
    await press(page, '录抗原')
    await press(page, '开始15分钟计时')
    await press(page, '关闭')
    await nextTruck(page)
    await work(hourly)
    await forward(16 * minute)
    await page.getByText('沪D·X0011 抗原可以读了').first().click()
    await press(page, '✔ 阴性')
    await page.getByRole('heading', { name: headlines.V12.zh }).waitFor()
    await expect.poll((await verdict(page)).state).toMatch(/已存/)
    await nextTruck(page)
  })

  test('the page is loaded anew, the battery dies: queue and figures are there', async () => {
    const { page } = phone
    await forward(2 * hour)
    await work(hourly)
    const waits = await page.getByText(/待传/).innerText()
    const before = await tally()
    await page.reload()
    await page.getByText(waits).waitFor()
    await work(hourly)
    await phone.kill()
    phone = await startPhone({ camera: 'absent', profile: phone.profile })
    await hearNotes(phone.page, hear)
    await phoneAhead(phone.page, ahead)
    await openBooth(phone.page, road.server)
    await phone.page.getByText(`${5 * hourly + 2}待传`).waitFor()
    expect(await tally()).toBe(
      before.replace(/\d+/, String(5 * hourly + 2)).replace(/快速 \d+/, /快速 \d+/.exec(await tally())![0]),
    )
  })

  test('at midnight the figures of the day begin anew, and the lists go on to serve', async () => {
    await forward(2 * hour)
    await phone.page.getByText(/^今日 0 · 快速 0/).waitFor()
    await work(hourly)
    expect(await tally()).toMatch(new RegExp(`^今日 ${hourly} `))
    await forward(2 * hour)
    await work(2 * hourly)
    expect(said.size).toBe(trucksInAll)
    await snap(phone.page, 'shift-night')
  })

  test('the next evening the data is too old to open a code with: said, and nobody is held', async () => {
    const { page } = phone
    await forward(18 * hour)
    await page.getByText('只能人工核验').first().waitFor()
    await snap(page, 'shift-expired')
    await typePlate(page, '豫HX0077')
    const judged = await answerUntilVerdict(page, {
      从哪里装: '省内行程',
      入豫报备: '已报备',
      出示货畅码: '没有货畅码',
      测温: '36.5',
    })
    expect(judged.headline).toMatch(/放行/)
    await expect.poll(judged.state).toMatch(/已存/)
    await nextTruck(page)
  })

  test('the network is back: all goes up in batches, and the books agree with what the screens said', async () => {
    const { page } = phone
    const waits = trucksInAll + 3
    await page.getByText(`${waits}待传`).waitFor()
    await road.ahead(ahead + minute)
    // By then the phone has tried again by itself.
    await forward(minute)
    await page.getByText('0待传').waitFor({ timeout: 60_000 })
    await readyToScan(page)
    const rows = await inspectionRows(road.server)
    expect(rows.length).toBe(waits)
    const ofPlate = new Map(rows.map((row) => [row.plate, row]))
    for (const [plate, { row }] of said) expect([plate, ofPlate.get(plate)?.server_row]).toEqual([plate, row])
    expect(rows.filter(({ plate }) => said.has(plate)).length).toBe(said.size)
    expect(rows.every(({ agrees, offline }) => agrees === 1 && offline === 1)).toBe(true)
    await press(page, '更多')
    await page.getByText('需要留意').waitFor({ state: 'hidden' })
    await snap(page, 'shift-sent')
  })
})
