import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { filmFolder, qrPicture, tiredHand } from './kit/camera.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import {
  answerUntilVerdict,
  enrolByLink,
  nextTruck,
  openBooth,
  press,
  temperature,
  typePlate,
  verdict,
} from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** The network goes, the battery goes; the check goes on, and each record reaches the server exactly once. */
describe.skipIf(noChromium)('a booth without a network', () => {
  const films = filmFolder()
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let office: Office
  let phone: Phone

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    office = await officeByApi(server)
    const truck = await registerByApi(server, { plate: '沪DX0001', from: '310115', to: '410811', person: li })
    expect(truck.code.state).toBe('green')
    phone = await startPhone({ camera: films.film('code', await qrPicture(truck.code.qr), tiredHand) })
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    await authority?.stop()
    films.remove()
  })

  test('with the server gone the same scan gives the same verdict, said to be offline, and is queued', async () => {
    const { page } = phone
    await server.stop()
    await page.reload()
    await press(page, /与车牌一致/)
    await temperature(page)
    const said = await verdict(page)
    expect(said.headline).toBe('快速放行')
    expect(said.text).toMatch(/依据：二十条第二条（二）/)
    expect(said.text).toMatch(/离线核验/)
    await expect.poll(said.state).toMatch(/已存·待传/)
    await page.getByText('1待传').waitFor()
    await page.getByText(/离线\s*○/).waitFor()
    await page.getByText(/离线包/).waitFor()
    await snap(page, 'inspector-offline')
  })

  test('the battery dies; started again without a network, the app and the queue are there', async () => {
    await phone.kill()
    phone = await startPhone({ profile: phone.profile })
    const { page } = phone
    await openBooth(page, server)
    await page.getByText('1待传').waitFor()
    await press(page, '更多')
    const kept = page.getByRole('list', { name: '最近查验' }).getByRole('listitem')
    expect(await kept.count()).toBe(1)
    expect(await kept.first().innerText()).toMatch(/沪D·X0001[^]*已存·待传/)
    await snap(page, 'inspector-queue')
    await press(page, '关闭')
  })

  test('a truck of the province without any code is judged too', async () => {
    const { page } = phone
    await typePlate(page, '豫HX0002')
    const said = await answerUntilVerdict(page, {
      从哪里装: '省内行程',
      入豫报备: '未报备',
      出示货畅码: '没有货畅码',
    })
    expect(said.headline).toBe('登记后快速放行')
    expect(said.text).toMatch(/离线核验/)
    await page.getByText('2待传').waitFor()
    await nextTruck(page)
  })

  test('the server is back: all is uploaded by itself, one record for each inspection', async () => {
    const { page } = phone
    await server.start()
    await page.getByText('0待传').waitFor({ timeout: 60_000 })
    await page.reload()
    await page.getByText('在线').waitFor()
    await press(page, '更多')
    await press(page, /^同步/)
    const records = await office.inspections()
    expect(
      records.map(({ plate, row, serverRow, agrees, offline }) => [plate, row, serverRow, agrees, offline]),
    ).toEqual([
      ['豫HX0002', 'V6', 'V6', true, true],
      ['沪DX0001', 'V8', 'V8', true, true],
    ])
  })
})
