import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { aliyunSigned } from '../../server/ports/channels/aliyun-signature.ts'
import { aliyunSms } from '../../server/ports/channels/aliyun-sms.ts'
import { dingtalkRobot } from '../../server/ports/channels/dingtalk.ts'
import { signedWebhook } from '../../server/ports/channels/webhook.ts'
import { wecomRobot } from '../../server/ports/channels/wecom.ts'
import { groupMarkdown } from '../../shared/notices/markdown.ts'
import { account, isSigned, smsGateway } from './gateway.ts'
import { robotSecret, webhookSecret } from './kit.ts'
import { closedPort, receiver } from './receiver.ts'

const clock = () => Date.parse('2022-05-16T10:00:00+08:00')
const at = receiver()
/** Short only where silence is waited out. */
const patience = (replies: readonly unknown[]) => (replies.includes('silence') ? 300 : 20_000)

const markdown = groupMarkdown({
  title: '【拥堵·超30分钟】柏香站',
  text: '已拥堵：31分钟（10:00起）\n排队长：约650米\n请做：全部值守人员上岗查验',
  article: '二十条第十九条',
  link: null,
})
const message = { title: '【拥堵·超30分钟】柏香站', markdown, phones: [] as string[] }

describe('the DingTalk robot', () => {
  const robot = (timeout = 20_000) =>
    dingtalkRobot({ county: '410822', token: 't&k', secret: robotSecret, url: at.address(), timeout, clock })
  beforeEach(() => (at.state.answer = () => ({ json: { errcode: 0, errmsg: 'ok' } })))

  it('says it in the template, signed with the moment', async () => {
    expect(await robot().say(message)).toEqual({ kind: 'sent' })
    const [asked] = at.seen
    const timestamp = asked!.query.get('timestamp')
    const sign = createHmac('sha256', robotSecret).update(`${timestamp}\n${robotSecret}`).digest('base64')
    expect([asked!.method, asked!.path, timestamp]).toEqual(['POST', '/robot/send', String(clock())])
    expect([asked!.query.get('access_token'), asked!.query.get('sign')]).toEqual(['t&k', sign])
    expect(JSON.parse(asked!.body.toString())).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '【拥堵·超30分钟】柏香站',
        text: '#### 【拥堵·超30分钟】柏香站\n- 已拥堵：31分钟（10:00起）\n- 排队长：约650米\n- 请做：全部值守人员上岗查验\n> 依据：二十条第十九条',
      },
      at: { atMobiles: [], isAtAll: false },
    })
  })

  it('calls somebody by @, in the text as well', async () => {
    await robot().say({ ...message, phones: ['13000000001'] })
    const { markdown: said, at: called } = JSON.parse(at.seen[0]!.body.toString()) as {
      markdown: { text: string }
      at: { atMobiles: string[] }
    }
    expect([said.text.endsWith('@13000000001'), called.atMobiles]).toEqual([true, ['13000000001']])
  })

  it.each([
    [
      { json: { errcode: 130101, errmsg: 'send too fast' } },
      { kind: 'later', code: '130101', after: 600_000, pace: true },
    ],
    [{ json: { errcode: 310000, errmsg: 'sign not match' } }, { kind: 'never', code: '310000', line: true }],
    [{ json: { errcode: -1 } }, { kind: 'later', code: '-1' }],
    [
      { status: 502, text: '<html>' },
      { kind: 'later', code: 'http-502' },
    ],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'later', after: 7000, pace: true },
    ],
    [{ text: '<html>' }, { kind: 'unclear', code: 'no-errcode' }],
    ['silence' as const, { kind: 'unclear', code: 'timeout' }],
    ['cut' as const, { kind: 'unclear', code: 'broken-off' }],
    ['half' as const, { kind: 'unclear', code: 'broken-off' }],
  ])('reads %j', async (reply, outcome) => {
    at.state.next = [reply]
    expect(await robot(patience([reply])).say(message)).toMatchObject(outcome)
  })

  it('nobody listens: nothing has left, so it may be tried again', async () => {
    const url = await closedPort()
    const nowhere = dingtalkRobot({ county: '410822', token: 't', secret: 's', url, clock })
    expect(await nowhere.say(message)).toMatchObject({ kind: 'later', code: 'unreachable' })
  })
})

describe('the WeCom robot', () => {
  const robot = (timeout = 20_000) => wecomRobot({ county: '410822', key: 'the-key', url: at.address(), timeout })
  beforeEach(() => (at.state.answer = () => ({ json: { errcode: 0, errmsg: 'ok' } })))
  const body = () => JSON.parse(at.seen[0]!.body.toString()) as Record<string, Record<string, unknown>>

  it('says it as markdown, under its key', async () => {
    expect(await robot().say(message)).toEqual({ kind: 'sent' })
    expect([at.seen[0]!.path, at.seen[0]!.query.get('key')]).toEqual(['/cgi-bin/webhook/send', 'the-key'])
    expect(body()).toEqual({ msgtype: 'markdown', markdown: { content: markdown } })
  })

  it.each([
    ['markdown', [], 4096],
    ['text', ['13000000001'], 2048],
  ] as const)('%s is cut to its bytes, never in the middle of a character', async (kind, phones, most) => {
    // 👨‍👩‍👧 is five code points and one character.
    await robot().say({ title: '长', markdown: `#### 长\n${'拥堵👨‍👩‍👧'.repeat(400)}`, phones: [...phones] })
    const content = String(body()[kind]!['content'])
    const bytes = Buffer.byteLength(content)
    expect([bytes <= most, bytes > most - 30, content.endsWith('…')]).toEqual([true, true, true])
    expect(
      content
        .replace(/…$/, '')
        .replace(/^(#### )?长\n/, '')
        .replaceAll('拥堵👨‍👩‍👧', ''),
    ).toMatch(/^(拥|拥堵)?$/)
  })

  it('who is called by @ gets text, since markdown knows no numbers', async () => {
    await robot().say({ ...message, phones: ['13000000001'] })
    expect(body()).toEqual({
      msgtype: 'text',
      text: {
        content:
          '【拥堵·超30分钟】柏香站\n已拥堵：31分钟（10:00起）\n排队长：约650米\n请做：全部值守人员上岗查验\n依据：二十条第十九条',
        mentioned_mobile_list: ['13000000001'],
      },
    })
  })

  it.each([
    [{ json: { errcode: 45009 } }, { kind: 'later', pace: true }],
    [{ json: { errcode: 93000 } }, { kind: 'never', code: '93000', line: true }],
    [{ status: 500 }, { kind: 'later' }],
    ['silence' as const, { kind: 'unclear', code: 'timeout' }],
  ])('reads %j', async (reply, outcome) => {
    at.state.next = [reply]
    expect(await robot(patience([reply])).say(message)).toMatchObject(outcome)
  })
})

describe('the SMS gateway', () => {
  const gateway = smsGateway(() => '20220516')
  let nonce = 0
  const sms = (timeout = 20_000) =>
    aliyunSms({
      ...account,
      template: 'SMS_1',
      linkTemplate: 'SMS_2',
      url: at.address(),
      timeout,
      clock,
      nonce: () => `n${(nonce += 1)}`,
    })
  const one = { id: 'our-id', phone: '13000000001', text: '【拥堵·超20分钟】柏香站已拥堵21分钟', linkCode: null }
  beforeEach(() => {
    gateway.kept.length = 0
    Object.assign(gateway.state, { code: 'OK', lookCode: 'OK' })
    at.state.answer = gateway.answer
  })

  it('signs like the example of its documentation', async () => {
    const { headers } = await aliyunSigned({
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      parameters: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
      keyId: 'YourAccessKeyId',
      keySecret: 'YourAccessKeySecret',
      date: '2023-10-26T10:22:32Z',
      nonce: '3156853299f313e23d1673dc12e1703d',
    })
    expect(headers['authorization']).toMatch(
      /Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0$/,
    )
  })

  it('gives words, template and our id, signed; with a link its code goes along', async () => {
    expect(await sms().send(one)).toEqual({ kind: 'sent', id: 'biz-1^0' })
    await sms().send({ ...one, id: 'two', linkCode: 'abcd2345abcd2345' })
    expect(at.seen.every(isSigned)).toBe(true)
    expect(at.seen[0]!.query.get('SignName')).toBe('焦作保通保畅')
    expect(gateway.kept).toMatchObject([
      { phone: '13000000001', outId: 'our-id', template: 'SMS_1' },
      { outId: 'two', template: 'SMS_2', words: { code: 'abcd2345abcd2345' } },
    ])
    const { t1 = '', t2 = '', t3 = '' } = gateway.kept[0]!.words
    expect(t1 + t2 + t3).toBe('拥堵 超20分钟：柏香站已拥堵21分钟')
    expect([t1, t2, t3].every((part) => part.length > 0 && part.length <= 35)).toBe(true)
  })

  it.each([
    ['isv.MOBILE_NUMBER_ILLEGAL', { kind: 'never', code: 'isv.MOBILE_NUMBER_ILLEGAL' }, undefined],
    ['isv.BUSINESS_LIMIT_CONTROL', { kind: 'later', pace: true }, undefined],
    ['isv.AMOUNT_NOT_ENOUGH', { kind: 'never', line: true }, true],
    ['isv.SMS_TEMPLATE_ILLEGAL', { kind: 'never', line: true }, true],
    ['isp.SYSTEM_ERROR', { kind: 'later' }, undefined],
    ['Throttling.User', { kind: 'later', pace: true }, undefined],
    ['isv.SOMETHING_NEW', { kind: 'later' }, undefined],
  ])('%s', async (code, outcome, line) => {
    gateway.state.code = code
    const said = await sms().send(one)
    expect(said).toMatchObject(outcome)
    expect('line' in said ? said.line : undefined).toBe(line)
  })

  it('a wrong key is the fault of the line', async () => {
    const wrong = aliyunSms({
      ...account,
      keySecret: 'other',
      template: 'SMS_1',
      url: at.address(),
      clock,
      nonce: () => 'w',
    })
    expect(await wrong.send(one)).toMatchObject({ kind: 'never', code: 'SignatureDoesNotMatch', line: true })
  })

  it.each(['silence', 'cut', 'half', { status: 503 }, { text: '<html>' }] as const)(
    '%j: it may have left, and nobody knows',
    async (reply) => {
      at.state.next = [reply]
      expect((await sms(patience([reply])).send(one)).kind).toBe('unclear')
    },
  )

  it('finds ours among what a number was sent, on another day too', async () => {
    await sms().send({ ...one, id: 'another' })
    await sms().send(one)
    const look = (id: string, days = ['20220516']) => sms().look({ id, phone: one.phone, days })
    expect(await look('our-id')).toEqual({ kind: 'waiting', code: 'DELIVERED' })
    gateway.kept[1]!.status = 3
    expect(await look('our-id', ['20220517', '20220516'])).toEqual({ kind: 'delivered', code: 'DELIVERED' })
    gateway.kept[1]!.status = 2
    expect(await look('our-id')).toEqual({ kind: 'undelivered', code: 'MOBILE_NOT_ON_SERVICE' })
    expect([await look('not-there'), await look('our-id', ['20220517'])]).toEqual([{ kind: 'none' }, { kind: 'none' }])
  })

  it('no answer is no proof that it was not sent', async () => {
    gateway.state.lookCode = 'ServiceUnavailable'
    expect(await sms().look({ id: 'x', phone: one.phone, days: ['20220516'] })).toMatchObject({ kind: 'no-answer' })
  })
})

describe('the signed webhook', () => {
  const hook = (timeout = 20_000) => signedWebhook({ url: `${at.address()}/in`, secret: webhookSecret, timeout, clock })
  const sent = {
    id: '018f-1',
    at: '2022-05-16T10:00:00+08:00',
    incident: 'incident-1',
    checkpoint: 'JZ-G01',
    county: '410822',
    step: 'L1',
    urgent: true,
    to: { kind: 'person', id: 'duty-1' },
    title: '【拥堵】',
    text: '柏香站',
    article: '二十条第十九条',
    link: null,
  }
  beforeEach(() => (at.state.answer = () => ({ status: 204, text: '' })))

  it('is signed over id, time and body, and carries no number', async () => {
    expect(await hook().send(sent)).toEqual({ kind: 'sent' })
    const { headers, body } = at.seen[0]!
    const key = Buffer.from(webhookSecret.slice('whsec_'.length), 'base64')
    const [id, time] = [headers['webhook-id'], headers['webhook-timestamp']]
    const own = createHmac('sha256', key)
      .update(`${String(id)}.${String(time)}.${body.toString()}`)
      .digest('base64')
    expect([id, time, headers['webhook-signature']]).toEqual(['018f-1', String(clock() / 1000), `v1,${own}`])
    expect(JSON.parse(body.toString())).toEqual({
      type: 'notice',
      timestamp: sent.at,
      data: Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'at')),
    })
  })

  it.each([
    [{ status: 500 }, { kind: 'later' }],
    [
      { status: 429, headers: { 'retry-after': '30' } },
      { kind: 'later', after: 30_000, pace: true },
    ],
    [{ status: 410 }, { kind: 'never', line: true }],
    [
      { status: 302, headers: { location: 'http://127.0.0.1/elsewhere' } },
      { kind: 'never', line: true },
    ],
    ['silence' as const, { kind: 'unclear' }],
    ['cut' as const, { kind: 'unclear' }],
  ])('reads %j, and follows nobody elsewhere', async (reply, outcome) => {
    at.state.next = [reply]
    expect(await hook(patience([reply])).send(sent)).toMatchObject(outcome)
    expect(at.seen.length).toBe(1)
  })
})
