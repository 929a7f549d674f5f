import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { filmFolder, hardFilms, qrPicture, steadyHand } from './kit/camera.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { shootGun } from './kit/gun.ts'
import { enrolByLink, nextTruck, openBooth, press, verdict } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** One truck's freight code, seen on bad days; each time the same phone is switched on before another film. */
describe.skipIf(noChromium)('a freight code', () => {
  const films = filmFolder()
  let server: Server
  let office: Office
  let profile: string
  let qr: string
  let code: Buffer
  let phone: Phone | undefined

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    const truck = await registerByApi(server, { plate: '豫AX0005', from: '410105', to: '410811', person: zhang })
    qr = truck.code.qr
    code = await qrPicture(qr)
    phone = await startPhone()
    profile = phone.profile
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
    await phone.close()
  })
  afterEach(async (context) => {
    await snapFailure(context, [phone])
    await phone?.close()
  })
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    films.remove()
  })

  const switchOn = async (camera?: { film: string }) => {
    phone = await startPhone({ profile, ...(camera && { camera }) })
    await openBooth(phone.page, server)
    return phone.page
  }
  const records = async () => (await office.inspections()).length

  test.each(Object.keys(hardFilms) as (keyof typeof hardFilms)[])('%s: read, matched, judged', async (name) => {
    const page = await switchOn(films.film(name, code, hardFilms[name]))
    await press(page, /与车牌一致/)
    expect((await verdict(page)).headline).toMatch(/放行/)
  })

  test('shot by a gun: the code comes as fast keys, its spaces press nothing, and a second shot of the same is none', async () => {
    const page = await switchOn()
    await page.getByText('对准货畅码或通行证').waitFor()
    const shoot = () => shootGun(page, qr)
    // Whatever has the focus: a space in the code would press it.
    await page.getByRole('button', { name: '手工录入' }).focus()
    await shoot()
    await shoot()
    await press(page, /与车牌一致/)
    expect((await verdict(page)).headline).toMatch(/放行/)
    // From the verdict the next shot is the next truck.
    const next = page.getByRole('button', { name: /与车牌一致/ })
    const shotAgain = async () => {
      await page.waitForTimeout(1_600)
      await shoot()
      return next.isVisible()
    }
    await expect.poll(shotAgain, { timeout: 20_000, interval: 0 }).toBe(true)
  })

  test('from a photo or a picture file; one without a code says so', async () => {
    const page = await switchOn()
    await page.getByRole('button', { name: '照片' }).waitFor()
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
    await choose('blank.png', await page.screenshot())
    await page.getByText('照片里没有找到二维码').waitFor()
    await choose('code.png', code)
    await press(page, /与车牌一致/)
    expect((await verdict(page)).headline).toMatch(/放行/)
  })

  test('still before the lens after “next truck” it does not begin the truck anew at once', async () => {
    const page = await switchOn(films.film('still', code, steadyHand))
    // What the phone still held from the films before is sent first, so that this truck alone is counted.
    await page.getByText('0待传').waitFor()
    const before = await records()
    await press(page, /与车牌一致/)
    await verdict(page)
    await nextTruck(page)
    await page.getByText('对准货畅码或通行证').waitFor()
    await page.waitForTimeout(800)
    await snap(page, 'inspector-same-code')
    expect(await page.getByText('对准货畅码或通行证').isVisible()).toBe(true)
    await expect.poll(records, { timeout: 10_000 }).toBe(before + 1)
  })
})
