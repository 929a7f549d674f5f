import { beforeEach, expect, it } from 'vitest'
import { addSubscription, pushKey } from '../../schema/api/push.ts'
import { city } from './kit.ts'
import { browserOf } from './web-push.ts'
import { receiver } from './receiver.ts'

const at = receiver()
beforeEach(() => (at.state.answer = () => ({ status: 201, text: '' })))

const path = '/api/push/subscriptions'
const wake = (staff: string) => ({ channel: 'push', to: { kind: 'staff', staff }, step: 'L2' }) as const

async function onDuty() {
  const road = await city(at, { push: true })
  const inspector = await road.inspector('JZ-G01')
  const browser = browserOf()
  const given = (name = 'one', { p256dh, auth } = browser) => ({
    endpoint: `${at.address()}/push/${name}`,
    p256dh,
    auth,
  })
  return { road, inspector, browser, given }
}

it('everyone on shift is woken on his phone, in words only his phone can read', async () => {
  const { road, inspector, browser, given } = await onDuty()
  const { key } = (await inspector.call('GET', '/api/push')).as(pushKey.answer)
  await inspector.call('POST', path, given())
  await road.tells({ ...wake(inspector.id), title: '全部值守人员立即上岗查验', urgent: true, ackKey: 'summons-2' })
  await road.delivers()
  const [asked] = at.seen
  const said = JSON.parse(browser.reads(asked!.body)) as { title: string; link: string }
  expect([said.title, asked!.headers['urgency']]).toEqual(['全部值守人员立即上岗查验', 'high'])
  expect(said.link).toMatch(/^http:\/\/localhost:8787\/a\/[0-9a-z]{16}$/)
  expect(asked!.headers.authorization).toContain(`k=${key}`)
  expect((await road.states())[0]).toMatchObject({ state: 'sent', reached: 'reached' })
})

it('a subscription that is gone is forgotten, and the next notice says that nobody can be woken', async () => {
  const { road, inspector, given } = await onDuty()
  await inspector.call('POST', path, given())
  at.state.answer = () => ({ status: 410 })
  await road.tells(wake(inspector.id))
  await road.delivers()
  await road.tells(wake(inspector.id))
  await road.delivers()
  expect(at.seen.length).toBe(1)
  expect((await road.states()).map(({ code, reached }) => `${code} ${reached}`).toSorted()).toEqual([
    'gone not-sent',
    'no-subscription not-sent',
  ])
})

it('one browser of several that answers is enough; the one that is gone does not count against the channel', async () => {
  const { road, inspector, given } = await onDuty()
  await inspector.call('POST', path, given('gone'))
  await inspector.call('POST', path, given('here', browserOf()))
  at.state.answer = ({ path: asked }) => ({ status: asked.endsWith('gone') ? 404 : 201 })
  await road.tells(wake(inspector.id))
  await road.delivers()
  expect((await road.states())[0]?.state).toBe('sent')
  expect((await road.anyone('GET', '/metrics')).body).toContain('changxing_channel_dead{channel="push"} 0')
})

it('a phone that was released is not woken any more', async () => {
  const { road, inspector, given } = await onDuty()
  await inspector.call('POST', path, given())
  await inspector.head.send('POST', `/api/terminals/${inspector.bound.terminal}/release`, { reason: '手机丢失' })
  await road.tells(wake(inspector.id))
  await road.delivers()
  expect([at.seen.length, (await road.states())[0]?.code]).toEqual([0, 'no-subscription'])
})

it('the same browser is one subscription, of whoever sits at it now', async () => {
  const { road, inspector, given } = await onDuty()
  const first = (await inspector.call('POST', path, given())).as(addSubscription.answer)
  const dispatcher = await road.staff('dispatcher')
  const second = (await dispatcher.send('POST', path, given())).as(addSubscription.answer)
  expect(second.id).toBe(first.id)
  await road.tells(wake(inspector.id), wake(dispatcher.id))
  await road.delivers()
  expect(at.seen.length).toBe(1)
})

it('only whoever made it ends it, and the log says so', async () => {
  const { road, inspector, given } = await onDuty()
  const { id } = (await inspector.call('POST', path, given())).as(addSubscription.answer)
  const other = await road.staff('dispatcher')
  expect((await other.send('DELETE', `${path}/${id}`)).status).toBe(404)
  expect((await inspector.call('DELETE', `${path}/${id}`)).status).toBe(200)
  expect((await inspector.call('DELETE', `${path}/${id}`)).status).toBe(404)
})

it.each([
  ['an address of our own network', { endpoint: 'http://10.0.0.1/x' }, 'NT-03'],
  ['a host that is not on the list', { endpoint: 'https://evil.example/x' }, 'NT-03'],
  ['a key that is no point', { p256dh: 'A'.repeat(87) }, 'NT-05'],
])('%s is refused, and nothing is kept', async (_what, wrong, code) => {
  const { road, inspector, given } = await onDuty()
  const before = await road.rowCounts()
  const refused = await inspector.call('POST', path, { ...given(), ...wrong })
  expect([refused.status, JSON.stringify(refused.body).includes(code)]).toEqual([400, true])
  expect(await road.rowCounts()).toEqual(before)
})

it('where it is not switched on there is no key, and a subscription is refused', async () => {
  const road = await city(at)
  const office = await road.staff('dispatcher')
  expect((await office.send('GET', '/api/push')).body).toEqual({ key: null })
  const { p256dh, auth } = browserOf()
  const refused = await office.send('POST', path, { endpoint: `${at.address()}/x`, p256dh, auth })
  expect([refused.status, JSON.stringify(refused.body).includes('NT-04')]).toEqual([503, true])
})

it('neither address nor secret of a browser can be read in the database', async () => {
  const { road, inspector, browser, given } = await onDuty()
  await inspector.call('POST', path, given())
  const kept = JSON.stringify([await road.subscriptions(), road.logged])
  expect(kept).toContain(browser.p256dh)
  expect([kept.includes(browser.auth), kept.includes('/push/one')]).toEqual([false, false])
})
