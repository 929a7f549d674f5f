import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { filmFolder, steadyHand, tiredHand } from './kit/camera.ts'
import { chooseRegion, freightCode, registerTrip } from './kit/driver.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import { openBooth, press, readyToScan, temperature, verdict } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { setUpLink } from './kit/office-by-api.ts'
import { checkpoint, li, password } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A driver registers, an inspector scans, the law answers, the record is kept: every step on glass. */
describe.skipIf(noChromium)('the main job', () => {
  const films = filmFolder()
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let office: Phone
  let driver: Phone
  let inspector: Phone

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    office = await startPhone({ width: 1440, height: 900 })
  })
  afterEach((context) => snapFailure(context, [office, driver, inspector]))
  afterAll(async () => {
    await Promise.all([office, driver, inspector].map((phone) => phone?.forget()))
    await server?.remove()
    await authority?.stop()
    films.remove()
  })

  test('the first administrator opens the link that the server printed', async () => {
    const { page } = office
    await page.goto(setUpLink(server))
    await page.getByLabel('姓名').fill('管理示例')
    await page.getByLabel('用户名').fill('admin')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByLabel('再输一次密码').fill(password)
    await snap(page, 'office-set-up')
    await press(page, '完成设置')
    await page.getByRole('heading', { name: '查验台账' }).waitFor()
    expect(page.url()).not.toContain('setup')
  })

  test('he adds a checkpoint, its head and an inspector', async () => {
    const { page } = office
    await page.getByRole('link', { name: '检查点' }).click()
    await press(page, '新增检查点')
    await page.getByLabel('编号').fill(checkpoint.id)
    await page.getByLabel('名称').fill(checkpoint.name)
    await page.getByLabel('道路').fill(checkpoint.road)
    await chooseRegion(page, /^属地/, '博爱')
    await press(page, '保存')
    await page.getByRole('row', { name: /焦作西站/ }).waitFor()
    await snap(page, 'office-checkpoints')

    await page.getByRole('link', { name: '人员' }).click()
    for (const { name, role, login } of [
      { name: '点长示例', role: '点长', login: 'head' },
      { name: '查验示例', role: '查验员', login: 'inspector' },
    ]) {
      await press(page, '新增人员')
      const sheet = page.getByRole('dialog')
      await sheet.getByLabel('姓名').fill(name)
      await sheet.getByLabel('岗位').selectOption({ label: role })
      await sheet.getByLabel('所属检查点').selectOption(checkpoint.id)
      await sheet.getByLabel('用户名').fill(login)
      await sheet.getByLabel('初始密码').fill(password)
      await sheet.getByRole('button', { name: '保存' }).click()
      await page.getByRole('row', { name: new RegExp(name) }).waitFor()
    }
    await snap(page, 'office-staff')
  })

  test("the inspector's phone is bound by its camera seeing the one-time code on the office's screen", async () => {
    const { page } = office
    await page.getByRole('link', { name: '查验终端' }).click()
    await press(page, '绑定终端')
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('查验员').selectOption({ label: '查验示例　inspector' })
    await press(page, '生成一次性二维码')
    const code = sheet.getByRole('img', { name: '一次性绑定二维码' })
    await code.waitFor()
    await snap(page, 'office-enrolment')

    inspector = await startPhone({ camera: films.film('enrolment', await code.screenshot(), steadyHand) })
    await openBooth(inspector.page, server)
    await inspector.page.getByRole('heading', { name: '本机尚未绑定' }).waitFor()
    await snap(inspector.page, 'inspector-not-bound')
    await press(inspector.page, '扫绑定码')
    await readyToScan(inspector.page)
    await page.getByText('绑定完成').waitFor()
    await press(page, '完成')
  })

  test('a driver from Shanghai registers on her phone and her code is green by the facts of the authority', async () => {
    driver = await startPhone()
    await registerTrip(driver.page, server, { plate: '沪DX0001', from: '浦东', to: '山阳', person: li })
    await driver.page.getByRole('heading', { name: '绿码，可快速通行' }).waitFor()
    await driver.page.getByText('剩余').waitFor()
    await snap(driver.page, 'driver-green-390')
    const width = (await freightCode(driver.page).boundingBox())!.width
    expect(width).toBeGreaterThan(0.7 * 390)
  })

  test('the inspector scans the code in an unsteady hand: plate, temperature, verdict', async () => {
    const film = films.film('code', await freightCode(driver.page).screenshot(), tiredHand)
    await inspector.close()
    inspector = await startPhone({ profile: inspector.profile, camera: film })
    const { page } = inspector
    await openBooth(page, server)
    await page.getByRole('heading', { name: '车牌与眼前的车一致吗？' }).waitFor()
    await snap(page, 'inspector-plate-match')
    await press(page, /与车牌一致/)
    await page.getByRole('heading', { name: /^测温/ }).waitFor()
    await snap(page, 'inspector-temperature')
    await temperature(page)

    const said = await verdict(page)
    expect(said.headline).toBe('快速放行')
    expect(said.text).toMatch(/省外行程，已报备，货畅码绿码/)
    expect(said.text).toMatch(/不再核验一证两码/)
    expect(said.text).toMatch(/依据：二十条第二条（二）/)
    expect(said.text).toMatch(/V8-[0-9A-Z]{4}/)
    expect(said.text).not.toMatch(/离线核验/)
    await expect.poll(said.state, { timeout: 20_000 }).toMatch(/已上传/)
    await snap(page, 'inspector-v8')
  })

  test('the record stands in the ledger, with what was seen and why', async () => {
    const { page } = office
    await page.getByRole('link', { name: '查验台账' }).click()
    const row = page.getByRole('row', { name: /沪D·X0001/ })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/快速放行/)
    await snap(page, 'office-ledger')
    await row.getByRole('button').click()
    const sheet = page.getByRole('dialog', { name: '查验记录' })
    await sheet.getByText('终端与云端结论一致').waitFor()
    await snap(page, 'office-record')
  })

  test('nobody else was asked for anything, and no page broke its own rules', () => {
    for (const { asked, complaints } of [office, driver, inspector]) {
      expect([...asked]).toEqual([server.origin])
      expect(complaints).toEqual([])
    }
  })
})
