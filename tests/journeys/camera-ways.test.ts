import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { enrolByLink, press } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { makeUpCameras, openTracks, trackSays, withCamera } from './kit/made-up-camera.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const back = ['camera2 2, facing back', 'camera2 0, facing back']
const iphone = ['Back Ultra Wide Camera', 'Front Camera', 'Back Camera', 'Back Telephoto Camera']
const able = { torch: true, zoom: { min: 1, max: 8, step: 0.1 }, focusMode: ['continuous', 'single-shot'] }

/** What a phone's camera can do and how it can fail, beyond what the machine's own can show. */
describe.skipIf(noChromium)('the camera of a phone', () => {
  let server: Server
  let phone: Phone

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    phone = await startPhone()
    await makeUpCameras(phone.page)
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  const live = () => phone.page.getByText('对准货畅码或通行证').waitFor()
  const noted = () => phone.page.evaluate(() => globalThis.cameraNoted)
  const alert = () => phone.page.getByRole('alert')

  test.each([
    { what: 'held by another app', made: { refuse: 'NotReadableError' }, says: '摄像头被其他应用占用', code: 'CAM-3' },
    { what: 'on an insecure page', made: { insecure: true }, says: '此页面不是安全连接', code: 'CAM-4' },
  ])('$what: said, with the ways on', async ({ made, says, code }) => {
    const { page } = phone
    await withCamera(page, made)
    await alert().getByText(says).waitFor()
    expect(await alert().innerText()).toContain(code)
    for (const way of ['照片', '输入编号', '手工录入'])
      expect(await page.getByRole('button', { name: way }).isEnabled()).toBe(true)
    await snap(page, `inspector-camera-${code}`)
  })

  test('taken away in the middle it is said, and a press brings it back', async () => {
    const { page } = phone
    await withCamera(page, {})
    await live()
    await trackSays(page, 'ended')
    await alert().getByText('摄像头断开了').waitFor()
    await snap(page, 'inspector-camera-lost')
    await press(page, '重试')
    await live()
    expect(await openTracks(page)).toBe(1)
  })

  test('while a call has it the picture is paused, and comes back by itself', async () => {
    const { page } = phone
    await trackSays(page, 'mute')
    await alert().getByText('画面暂停').waitFor()
    await snap(page, 'inspector-camera-paused')
    await trackSays(page, 'unmute')
    await live()
  })

  test('left for another screen, nothing of it stays open', async () => {
    const { page } = phone
    await press(page, '手工录入')
    await page.getByRole('heading', { name: '录入车牌' }).waitFor()
    expect(await openTracks(page)).toBe(0)
    await press(page, '取消')
    await live()
    expect(await openTracks(page)).toBe(1)
  })

  test('the ultra-wide lens gives way to the main one, and that is remembered', async () => {
    const { page } = phone
    await withCamera(page, { lenses: iphone })
    await live()
    expect((await noted()).opened).toEqual(['Back Ultra Wide Camera', 'Back Camera'])
    expect(await openTracks(page)).toBe(1)
    await page.reload()
    await live()
    expect((await noted()).opened).toEqual(['Back Camera'])
  })

  test('more than two lenses are named and chosen from', async () => {
    const { page } = phone
    await press(page, '镜头')
    await snap(page, 'inspector-lenses')
    await page.getByRole('dialog').getByRole('button', { name: /长焦/ }).click()
    await live()
    await page.waitForFunction(() => globalThis.cameraNoted.opened.at(-1) === 'Back Telephoto Camera')
    expect(await openTracks(page)).toBe(1)
  })

  test('a lens without a focus gives way; with two lenses a press changes', async () => {
    const { page } = phone
    await page.evaluate(() => localStorage.removeItem('changxing.lens'))
    await withCamera(page, { lenses: back, capabilities: { focusMode: ['manual'] } })
    await live()
    expect((await noted()).opened).toEqual(back)
    await press(page, '镜头')
    await page.waitForFunction(() => globalThis.cameraNoted.opened.length === 3)
    await live()
    expect((await noted()).opened.at(-1)).toBe(back[0])
  })

  test('light, zoom and a tap to focus tell the camera; light and zoom stay for the next truck', async () => {
    const { page } = phone
    await withCamera(page, { lenses: [back[1]!], capabilities: able })
    await live()
    await press(page, '手电')
    await press(page, '放大到2倍')
    await page.locator('.camera-tap').click({ position: { x: 100, y: 120 } })
    await snap(page, 'inspector-camera-tools')
    await page.waitForFunction(() => globalThis.cameraNoted.told.length >= 3)
    const { told } = await noted()
    expect(told.slice(0, 2)).toEqual([{ torch: true }, { zoom: 2 }])
    expect(told[2]).toMatchObject({ focusMode: 'single-shot' })
    await press(page, '手工录入')
    await press(page, '取消')
    await live()
    // The lamp has burned on: the same camera, not opened anew.
    expect((await noted()).opened).toHaveLength(1)
    expect(await page.getByRole('button', { name: '手电' }).getAttribute('aria-pressed')).toBe('true')
  })
})
