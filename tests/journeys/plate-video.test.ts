import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Light } from '../kit/plates/camera.ts'
import { dark } from '../kit/plates/weather.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Options, Phone } from './kit/browser.ts'
import { filmFolder, qrPicture, steadyHand } from './kit/camera.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { enrolByLink, nextTruck, openBooth, press, readyToScan, verdict } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { checkpoint, zhang } from './kit/people.ts'
import { choosePlatePhoto } from './kit/plate-photo.ts'
import { filmedPart, filmPlate, type PlateScene } from './kit/plate-film.ts'
import { recordOf } from './kit/records.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Plates before a real camera of Chromium: read on the phone, taken when two pictures agree, else put right by hand. */
describe.skipIf(noChromium)('the plate is read', () => {
  const films = filmFolder()
  let server: Server
  let office: Office
  let phone: Phone
  let code = ''

  /** The same phone again, before another truck. */
  async function before(scene: PlateScene, options: Options = {}): Promise<Phone> {
    const film = await filmPlate(phone.page, films.path(scene.plate), scene)
    await phone.close()
    phone = await startPhone({ profile: phone.profile, camera: film, ...options })
    return phone
  }
  const plateBy = async (plate: string) => (await recordOf(server, plate))?.['plateBy']

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    // Trips within the province: nothing is asked between plate and verdict.
    for (const plate of ['豫AX0005', '豫HX0016', '豫AD12345', '豫A8G762']) {
      const way = { from: '410105', to: '410811', person: zhang, checkpoint: checkpoint.id }
      const truck = await registerByApi(server, { plate, ...way })
      if (plate === '豫AX0005') code = truck.code.qr
    }
    phone = await startPhone()
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    films.remove()
  })

  test('without a network and never loaded: it says so, and the plate is typed', async () => {
    const { page } = phone
    await page.context().setOffline(true)
    await press(page, '扫车牌')
    await page.getByText('没有网络，识别包还没有下载').waitFor()
    await snap(page, 'plate-not-loaded')
    await press(page, '手工录入')
    await page.getByRole('heading', { name: '录入车牌' }).waitFor()
    await press(page, '取消')
    await page.context().setOffline(false)
  })

  test('blue: the reader is loaded before the eyes of the inspector, the plate is taken, the verdict follows', async () => {
    const { page } = await before({ plate: '豫AX0005', type: 'blue' })
    await openBooth(page, server)
    await readyToScan(page)
    await press(page, '扫车牌')
    await page.getByText('下载识别包').first().waitFor()
    await snap(page, 'plate-loading')
    const said = await verdict(page)
    expect(said.headline).toMatch(/放行/)
    expect(said.text).toContain('豫A·X0005')
    await snap(page, 'plate-blue-verdict')
    await expect.poll(() => plateBy('豫AX0005'), { timeout: 20_000 }).toBe('camera')
    await nextTruck(page)
  })

  test('yellow, two rows, and no network: the reader lies on the phone', async () => {
    const { page } = await before({ plate: '豫HX0016', type: 'yellow-two-rows', width: 680 })
    await openBooth(page, server)
    await readyToScan(page)
    await page.context().setOffline(true)
    await press(page, '扫车牌')
    await page.getByText('豫H·X0016').first().waitFor()
    await page.context().setOffline(false)
    await snap(page, 'plate-two-rows')
  })

  test('green, at night', async () => {
    const spoil = (light: Light, random: () => number) => dark(light, 0.3, random)
    const { page } = await before({ plate: '豫AD12345', type: 'green', spoil })
    await openBooth(page, server)
    await readyToScan(page)
    await press(page, '扫车牌')
    const said = await verdict(page)
    expect(said.text).toContain('豫A·D12345')
    await expect.poll(() => plateBy('豫AD12345'), { timeout: 20_000 }).toBe('camera')
  })

  test('a character under mud: asked, put right in two taps, and recorded as typed', async () => {
    const { page } = await before({ plate: '豫A8G762', type: 'yellow', still: true, spoil: mudOnFourth })
    await openBooth(page, server)
    await readyToScan(page)
    await press(page, '扫车牌')
    await page.getByText('请核对').waitFor()
    // The truck registered for this checkpoint: it may be offered, and is not taken.
    await page.getByRole('group', { name: '今日报备过的' }).getByRole('button', { name: '豫A·8G762' }).waitFor()
    await snap(page, 'plate-unsure')
    await page.getByRole('button', { name: /^第4位/ }).click()
    await snap(page, 'plate-correct')
    await page.getByRole('group', { name: '第4位改为' }).getByRole('button', { name: 'G', exact: true }).click()
    await snap(page, 'plate-corrected')
    await press(page, /^用此车牌/)
    const said = await verdict(page)
    expect(said.text).toContain('豫A·8G762')
    await expect.poll(() => plateBy('豫A8G762'), { timeout: 20_000 }).toBe('typed')
  })

  test('a code in the picture is read as well; held against it, another plate is told apart, and a man decides', async () => {
    await phone.close()
    const film = films.film('code', await qrPicture(code), steadyHand)
    phone = await startPhone({ profile: phone.profile, camera: film })
    const { page } = phone
    await openBooth(page, server)
    await page.getByRole('heading', { name: '车牌与眼前的车一致吗？' }).waitFor()
    await press(page, '取消')
    await press(page, '扫车牌')
    await page.getByRole('heading', { name: '车牌与眼前的车一致吗？' }).waitFor()

    await press(page, '扫车牌核对')
    await choosePlatePhoto(page, '豫AX0006', 'yellow')
    await page.getByText('识别结果与码上不一致').waitFor()
    await snap(page, 'plate-hold-differs')
    await press(page, '回到摄像头')
    await choosePlatePhoto(page, '豫AX0005', 'yellow')
    await page.getByText('识别结果与码上一致').waitFor()
    await snap(page, 'plate-hold-equal')
    await press(page, /与车牌一致/)
    expect((await verdict(page)).text).toContain('豫A·X0005')
    await expect
      .poll(async () => (await recordOf(server, '豫AX0005'))?.['credentials'], { timeout: 20_000 })
      .toHaveLength(1)
    expect(await plateBy('豫AX0005')).toBe('camera')
  })

  test('no picture was sent anywhere or kept, and no page broke its rules', async () => {
    expect([...phone.asked]).toEqual([server.origin])
    expect(phone.complaints).toEqual([])
    const kept = await phone.page.evaluate(async () => {
      const shelf = await caches.open('changxing-plate-pack')
      return (await shelf.keys()).map(({ url }) => new URL(url).pathname.replace(/-[\w-]{8}\./, '.'))
    })
    expect(kept).toEqual(['/assets/plate.onnx', '/assets/ort-wasm-simd-threaded.wasm'])
  })
})

/** A streak of mud through the fourth character: it might be a G, a 6 or a 0. */
function mudOnFourth(light: Light): Light {
  const rgb = light.rgb.slice()
  const left = filmedPart.width / 2 + 11
  for (let y = 130; y < 290; y++)
    for (let x = left; x < left + 37; x++) rgb.set([98, 78, 56], 3 * (y * light.width + x))
  return { ...light, rgb }
}
