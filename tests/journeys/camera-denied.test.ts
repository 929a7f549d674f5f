import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { enrolByLink, typePlate } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** No camera is no reason to stop: each way it may be missing is named, with ways on. */
describe.skipIf(noChromium)('a phone whose camera cannot be used', () => {
  let server: Server
  let office: Office
  let phone: Phone | undefined

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
  })
  afterEach(async (context) => {
    await snapFailure(context, [phone])
    await phone?.forget()
  })
  afterAll(() => server?.remove())

  test.each([
    { camera: 'denied', says: '没有摄像头权限' },
    { camera: 'absent', says: '这部手机没有可用的摄像头' },
  ] as const)('$camera: $says', async ({ camera, says }) => {
    phone = await startPhone({ camera })
    const { page } = phone
    await enrolByLink(page, await office.enrolmentLink(camera))
    const alert = page.getByRole('alert')
    await alert.getByText(says).waitFor()
    expect(await alert.innerText()).toMatch(/手工录入/)
    expect(await alert.getByRole('button', { name: '重试' }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: '照片' }).isVisible()).toBe(true)
    await snap(page, `inspector-camera-${camera}`)
    await typePlate(page, '豫HX0001')
    await page.getByRole('heading', { name: /从哪里装|入豫报备/ }).waitFor()
  })
})
