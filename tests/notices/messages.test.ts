import { beforeEach, expect, it } from 'vitest'
import { listMessages } from '../../schema/api/messages.ts'
import { notices } from '../../server/timers/notices.ts'
import { tell } from '../../server/usecases/tell.ts'
import { driving, li, zhang } from '../kit/people.ts'
import { city } from './kit.ts'
import { smsGateway } from './gateway.ts'
import { receiver } from './receiver.ts'

const at = receiver()
const gateway = smsGateway(() => '20220516')
beforeEach(() => {
  gateway.kept.length = 0
  at.state.answer = gateway.answer
})

/** A driver with a phone is told by SMS, and so is the company that awaits him. */
async function told(has: { sms?: boolean }) {
  const road = await city(at, has)
  const { trip } = await road.driver('沪DX0001').registers({ consignee: '示例食品', crew: [driving(li)] })
  const words = { zh: '【焦作保通保畅】您的黄码已自动解除，可正常通行。', en: 'cleared' }
  const news = { kind: 'tell-cleared', about: 'x', words, urgent: false }
  await road.db.commit(
    tell(road.deps, news, [
      { audience: 'driver', ref: trip.id, channel: 'sms' },
      { audience: 'driver', ref: trip.id, channel: 'screen' },
      { audience: 'company', ref: trip.id, channel: 'sms' },
    ]),
  )
  const office = await road.staff('dispatcher')
  const sent = async () => {
    const { items } = (await office.send('GET', '/api/messages')).as(listMessages.answer)
    return items.map(({ audience, channel, sentAt }) => `${audience} ${channel} ${sentAt ?? 'not sent'}`).toSorted()
  }
  return { ...road, sent, office, trip }
}

const unsent = ['company sms not sent', 'driver screen not sent', 'driver sms not sent']

it('a message for a driver’s phone leaves by the gateway, once, and says when', async () => {
  const road = await told({ sms: true })
  await notices.run(road.deps)
  await notices.run(road.deps)
  expect(gateway.kept.map(({ phone, words }) => [phone, `${words['t1']}${words['t2']}${words['t3']}`])).toEqual([
    [driving(li).phone, '您的黄码已自动解除，可正常通行。'],
  ])
  expect(await road.sent()).toEqual([
    'company sms not sent',
    'driver screen not sent',
    'driver sms 2022-05-16T10:00:00+08:00',
  ])
})

it('without a gateway all is as before: somebody calls', async () => {
  const road = await told({})
  await notices.run(road.deps)
  expect([await road.sent(), (await road.rows()).length, (await road.messages()).length]).toEqual([unsent, 0, 3])
})

it('what lay there for hours, or was told by telephone, does not go out any more', async () => {
  const road = await told({ sms: true })
  road.forward(121)
  await notices.run(road.deps)
  expect([await road.sent(), gateway.kept]).toEqual([unsent, []])
  const calls = await told({ sms: true })
  const { items } = (await calls.office.send('GET', '/api/messages')).as(listMessages.answer)
  const message = items.find(({ audience, channel }) => audience === 'driver' && channel === 'sms')
  await calls.office.send('POST', `/api/messages/${message?.id}/seen`)
  await notices.run(calls.deps)
  expect(gateway.kept).toEqual([])
})

it('both drivers of a truck are told', async () => {
  const road = await city(at, { sms: true })
  const second = { ...driving(zhang), phone: '13000000004' }
  const { trip } = await road.driver('沪DX0001').registers({ crew: [driving(li), second] })
  const news = { kind: 'remind-test', about: 'y', words: { zh: '示例', en: 'example' }, urgent: false }
  await road.db.commit(tell(road.deps, news, [{ audience: 'driver', ref: trip.id, channel: 'sms' }]))
  await notices.run(road.deps)
  expect(gateway.kept.map(({ phone }) => phone).toSorted()).toEqual([driving(li).phone, '13000000004'])
})

it('an SMS that never arrived did leave, but one that was refused did not', async () => {
  const road = await told({ sms: true })
  gateway.state.code = 'isv.MOBILE_NUMBER_ILLEGAL'
  await notices.run(road.deps)
  gateway.state.code = 'OK'
  road.forward(5)
  await notices.run(road.deps)
  expect(await road.sent()).toEqual(unsent)
})
