import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { headlines } from '../../shared/wording/headlines.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { filmFolder, qrPicture, steadyHand, tiredHand } from './kit/camera.ts'
import { altered, issuerOf, sealedCode, strangersKey } from './kit/codes.ts'
import { passByApi, registerByApi } from './kit/driver-by-api.ts'
import type { Registered } from './kit/driver-by-api.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Whatever is held before the camera, the inspector is told what it is and how to go on. */
describe.skipIf(noChromium)('codes that do not hold', () => {
  const films = filmFolder()
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let office: Office
  let truck: Registered
  let phone: Phone
  const texts: Record<string, string> = {}
  const { press } = booth

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    office = await officeByApi(server)
    const issuer = await issuerOf(server)
    truck = await registerByApi(server, { plate: '沪DX0001', from: '310115', to: '410811', person: li })
    Object.assign(texts, {
      altered: altered(truck.code.token),
      expired: await sealedCode(issuer, 25),
      'not yet valid': await sealedCode(issuer, -5),
      'of an unknown key': await sealedCode(await strangersKey(), 0),
      'cut off': truck.code.qr.slice(0, -40),
    })
    phone = await startPhone()
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    await authority?.stop()
    films.remove()
  })

  /** The button 照片 opens this input. */
  const photograph = async (text: string) => {
    const picture = { name: 'code.png', mimeType: 'image/png', buffer: await qrPicture(text) }
    await phone.page.locator('input[type=file]').setInputFiles(picture)
  }
  const notice = () => phone.page.getByRole('alert').filter({ has: phone.page.getByRole('heading') })

  test.each([
    { what: 'altered', says: '验签不通过，内容被改动过', way: '按无码核验' },
    { what: 'expired', says: '此码已过期', way: '继续核验' },
    { what: 'not yet valid', says: '此码还没有生效', way: '继续核验' },
    { what: 'of an unknown key', says: '此码的签名密钥已停用或不认识', way: '按无码核验' },
    { what: 'cut off', says: '码的内容不完整', way: '按无码核验' },
    { what: 'a web address', text: 'https://example.com/pay?id=1', says: '这不是货畅码或通行证', way: '手工录入' },
    { what: 'a health certificate', text: 'HC1:6BFOXN%TS3DH0YOJ58S', says: '这不是货畅码或通行证', way: '手工录入' },
    { what: 'garbage', text: '0451 7783 乱码 ◇', says: '这不是货畅码或通行证', way: '手工录入' },
    {
      what: "the drivers' checkpoint code",
      text: 'http://localhost/driver/#at=JZ-G01',
      says: '这是卡口码',
      way: '手工录入',
    },
  ])('$what: $says', async ({ what, text, says, way }) => {
    await photograph(text ?? texts[what] ?? '')
    await notice().getByRole('heading', { name: says }).waitFor()
    expect(await notice().getByRole('button', { name: way, exact: true }).isVisible()).toBe(true)
    await snap(phone.page, `inspector-notice-${what.replaceAll(/[^a-z]+/g, '-')}`)
    await press(phone.page, '重新扫码')
    await phone.page.getByLabel('对准货畅码或通行证').waitFor()
  })

  test('an enrolment link tells that this phone is bound already', async () => {
    await photograph(await office.enrolmentLink('another'))
    await phone.page.getByText('本机已绑定。换人请先由点长解绑。').waitFor()
  })

  test('a photo without a code says so', async () => {
    const picture = { name: 'road.png', mimeType: 'image/png', buffer: await phone.page.screenshot() }
    await phone.page.locator('input[type=file]').setInputFiles(picture)
    await phone.page.getByText('照片里没有找到二维码').waitFor()
  })

  test('a pass in place of the freight code names the plate, and its own mark', async () => {
    const { page } = phone
    await photograph((await passByApi(server, truck)).qr)
    await press(page, /与车牌一致/)
    const said = await booth.answerUntilVerdict(page, { 测温: '36.5' })
    expect(said.headline).toBe(headlines.V8.zh)
    expect(await page.getByText('有效', { exact: true }).isVisible()).toBe(true)
    await snap(page, 'inspector-v8-with-pass')
    await booth.nextTruck(page)
  })

  test('by camera, an altered code: the truck goes on by its documents and a clue is kept', async () => {
    await phone.close()
    phone = await startPhone({
      profile: phone.profile,
      camera: films.film('altered', await qrPicture(texts.altered ?? ''), steadyHand),
    })
    const { page } = phone
    await booth.openBooth(page, server)
    await notice().getByRole('heading', { name: '验签不通过，内容被改动过' }).waitFor()
    await press(page, '按无码核验')
    await booth.enterPlate(page, '沪DX0009')
    const said = await booth.answerUntilVerdict(page, {
      从哪里装: '省外行程',
      入豫报备: '未报备',
    })
    expect(said.headline).toBe(headlines.V7.zh)
    expect(said.text).toMatch(/留存线索/)
    await snap(page, 'inspector-v7-altered')
  })

  test('by camera, a foreign code in an unsteady hand', async () => {
    await phone.close()
    const film = films.film('foreign', await qrPicture('https://example.com/menu'), tiredHand)
    phone = await startPhone({ profile: phone.profile, camera: film })
    await booth.openBooth(phone.page, server)
    await notice().getByRole('heading', { name: '这不是货畅码或通行证' }).waitFor()
    await press(phone.page, '手工录入')
    await phone.page.getByRole('heading', { name: '录入车牌' }).waitFor()
  })
})
