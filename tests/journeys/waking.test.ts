import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { enrolByLink, openBooth } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const message = (origin: string, link = `${origin}/a/abcdefgh12345678`) =>
  JSON.stringify({
    v: 1,
    title: '超30分钟 焦作西站',
    body: '全部值守人员立即上岗查验',
    urgent: true,
    incident: 'i',
    link,
  })

/** No push service is within reach of this machine, as of many phones: what the browser does by itself is real all the same. */
describe.skipIf(noChromium)('an inspector’s phone is woken while its app is closed', () => {
  let server: Server
  let phone: Phone
  beforeAll(async () => {
    server = await startServer({ CHANGXING_PUSH_HOSTS: 'push.example.org' })
    const office = await officeByApi(server)
    phone = await startPhone()
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  it('the switch is off, and where the phone reaches no push service that is said instead of a dead switch', async () => {
    const { page } = phone
    await page.context().grantPermissions(['notifications'], { origin: server.origin })
    await openBooth(page, server)
    await page.getByRole('button', { name: '更多' }).click()
    const choice = page.getByRole('radiogroup', { name: '接收拥堵通知' })
    await choice.scrollIntoViewIfNeeded()
    expect(await choice.getByRole('radio', { name: '关' }).isChecked()).toBe(true)
    await snap(page, 'inspector-waking-off')
    await choice.getByRole('radio', { name: '开' }).click()
    await page.getByText(/这部手机连不上通知服务/).waitFor()
    await page.getByRole('button', { name: '再试一次' }).waitFor()
    await snap(page, 'inspector-waking-no-service')
  })

  it('where notices are forbidden it says how to allow them', async () => {
    const { page } = phone
    const cdp = await page.context().newCDPSession(page)
    const permission = { name: 'notifications' }
    await cdp.send('Browser.setPermission', { origin: server.origin, permission, setting: 'denied' })
    await openBooth(page, server)
    await page.reload()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByText(/手机禁止了通知/).waitFor()
    await cdp.send('Browser.setPermission', { origin: server.origin, permission, setting: 'granted' })
    await page.keyboard.press('Escape')
  })

  it('a message that comes is shown at once, urgent, one for an incident however many come', async () => {
    const { page } = phone
    const cdp = await page.context().newCDPSession(page)
    const registration = new Promise<string>((found) => {
      cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const here = registrations.find(({ scopeURL }) => scopeURL.endsWith('/checkpoint/'))
        if (here !== undefined) found(here.registrationId)
      })
    })
    await cdp.send('ServiceWorker.enable')
    const registrationId = await registration
    const wake = (data: string) =>
      cdp.send('ServiceWorker.deliverPushMessage', { origin: server.origin, registrationId, data })
    await wake(message(server.origin))
    await wake(message(server.origin))
    await wake('unreadable')
    const shown = () =>
      page.evaluate(async () => {
        const here = await navigator.serviceWorker.getRegistration('/checkpoint/')
        const all = (await here?.getNotifications()) ?? []
        return all.map(({ title, body, tag, requireInteraction }) => [title, body, tag, requireInteraction].join(' | '))
      })
    await expect
      .poll(async () => (await shown()).toSorted(), { timeout: 20_000 })
      .toEqual([
        '畅行：有新的通知 | 请打开查验程序查看 | changxing | false',
        '超30分钟 焦作西站 | 全部值守人员立即上岗查验 | incident-i | true',
      ])
    expect(phone.complaints).toEqual([])
  })
})
