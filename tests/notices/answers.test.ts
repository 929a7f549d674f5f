import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Said } from '../../server/usecases/notice-answers.ts'
import { city, leader } from './kit.ts'
import { smsGateway } from './gateway.ts'
import { receiver } from './receiver.ts'

const at = receiver()
const gateway = smsGateway(() => '20220516')
beforeEach(() => {
  gateway.kept.length = 0
  at.state.answer = gateway.answer
})

/** A leader was summoned by SMS and holds the link; the ladder writes down what it hears. */
async function summoned() {
  const road = await city(at, { sms: true })
  const heard: Omit<Said, 'at'>[] = []
  let ladder: 'up' | 'down' = 'up'
  const app = createApp(road.deps, {
    addressOf: (context) => context.req.header('x-test-address') ?? '10.0.0.1',
    tellLadder: async (_deps, { at: _at, ...said }) => {
      if (ladder === 'down') throw new Error('the ladder cannot take it')
      heard.push(said)
    },
  })
  await road.tells({ ackKey: 'summons-1', text: '【拥堵·超20分钟】柏香站<b>已拥堵21分钟。请您现场指挥' })
  await road.delivers()
  const code = gateway.kept[0]!.words['code']!
  const looks = async (what = code) => {
    const response = await app.request(`/a/${what}`)
    return { status: response.status, headers: response.headers, page: await response.text() }
  }
  const presses = (answer: string, what = code) =>
    app.request(`/a/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `answer=${answer}`,
    })
  const replies = (content: string, phone: string = leader.phone, key = 'the-word-of-the-gateway-24') =>
    app.request(`/api/sms/replies?key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ phone_number: phone, content, send_time: '2022-05-16 10:01:00', sequence_id: 7 }]),
    })
  return { ...road, app, heard, code, looks, presses, replies, ladderIs: (state: typeof ladder) => (ladder = state) }
}

describe('an answer link', () => {
  it('says the words of the message, with big buttons, without a script, under the strict policy', async () => {
    const road = await summoned()
    const { status, headers, page } = await road.looks()
    expect(status).toBe(200)
    expect(page).toContain('柏香站&lt;b&gt;已拥堵21分钟。请您现场指挥')
    expect([...page.matchAll(/<button type="submit" name="answer" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'acknowledged',
      'arrived',
      'cannot',
    ])
    expect(page).toMatch(/收到<small lang="en">Received/)
    expect(page).not.toMatch(/<script|style=|onclick|13000000001|示例/)
    expect(headers.get('content-security-policy')).toMatch(/form-action 'self'/)
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex'])
    const style = await (await road.app.request('/a/answer.css')).text()
    expect(Number(/button \{[^}]*min-height: (\d+)px/.exec(style)?.[1])).toBeGreaterThanOrEqual(56)
    expect(Number(/button\.second \{[^}]*min-height: (\d+)px/.exec(style)?.[1])).toBeGreaterThanOrEqual(56)
  })

  it('looking at it answers for nobody', async () => {
    const road = await summoned()
    await road.looks()
    expect([road.heard, (await road.rows()).length]).toEqual([[], 1])
  })

  it('one press is heard; a second changes nothing, and the page says since when', async () => {
    const road = await summoned()
    const pressed = await road.presses('acknowledged')
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/a/${road.code}`])
    expect(road.heard).toEqual([{ key: 'summons-1', answer: 'acknowledged', by: 'link' }])
    road.forward(17)
    await road.presses('acknowledged')
    const { page } = await road.looks()
    expect(page).toContain('已回复「收到」 05-16 10:00')
    expect(page).not.toContain('value="acknowledged"')
    expect((await road.presses('arrived')).status).toBe(303)
    expect((await road.looks()).page).toContain('已回复「已到场」 05-16 10:17')
    expect((await road.rows()).length).toBe(1)
  })

  it('what the ladder could not take is kept, and the next press tells it on', async () => {
    const road = await summoned()
    road.ladderIs('down')
    expect((await road.presses('arrived')).status).toBe(500)
    road.ladderIs('up')
    road.forward(1)
    await road.presses('arrived')
    expect(road.heard).toEqual([{ key: 'summons-1', answer: 'arrived', by: 'link' }])
    expect((await road.looks()).page).toContain('已回复「已到场」 05-16 10:00')
  })

  it('whoever answered is not called again over another channel', async () => {
    const road = await summoned()
    await road.tells({ ackKey: 'summons-1', dedupe: 'reminder' }, { ackKey: 'summons-1', step: 'end', dedupe: 'end' })
    await road.presses('acknowledged')
    await road.tells({ ackKey: 'summons-1', dedupe: 'told on by somebody late' })
    await road.delivers()
    const now = await road.rows()
    expect(
      now.map(({ dedupe, state, note }) => [dedupe, state, note]).filter(([dedupe]) => !String(dedupe).includes('/')),
    ).toEqual(
      expect.arrayContaining([
        ['reminder', 'dropped', 'answered'],
        ['end', 'sent', null],
        ['told on by somebody late', 'dropped', 'answered'],
      ]),
    )
    expect((await road.states()).find(({ dedupe }) => dedupe === 'reminder')?.reached).toBe('moot')
  })

  it('says what was answered by SMS, too', async () => {
    const road = await summoned()
    await road.replies('收到')
    expect((await road.looks()).page).toContain('已回复「收到」 05-16 10:00')
  })

  it('is over after a day, and says whom to call', async () => {
    const road = await summoned()
    road.forward(24 * 60 - 1)
    expect((await road.looks()).status).toBe(200)
    road.forward(1)
    const { status, page } = await road.looks()
    expect([status, page.includes('tel:12328')]).toEqual([410, true])
    expect([(await road.presses('acknowledged')).status, road.heard]).toEqual([410, []])
  })

  it('typed by hand it is understood: capitals, o for 0, l for 1', async () => {
    const road = await summoned()
    const typed = road.code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l')
    expect((await road.looks(typed)).status).toBe(200)
  })

  it.each(['', 'abc', 'u'.repeat(16), '0'.repeat(16), '..%2f..', '%00', 'x'.repeat(5000)])(
    '%j opens nothing',
    async (what) => {
      const road = await summoned()
      expect((await road.app.request(`/a/${what}`)).status).toBe(404)
      expect([(await road.presses('acknowledged', what)).status, road.heard]).toEqual([404, []])
    },
  )

  it.each(['', 'yes', 'constructor'])('a form that says %j asks again and keeps nothing', async (answer) => {
    const road = await summoned()
    const said = await road.presses(answer)
    expect([said.status, (await said.text()).includes('请按下面的一个按钮'), road.heard]).toEqual([400, true, []])
  })

  it('guessing is slowed down, and so is hammering one link', async () => {
    const road = await summoned()
    const guess = async (n: number) => (await road.looks(String(n).padStart(16, '0'))).status
    const statuses: number[] = []
    for (let n = 0; n < 25; n += 1) statuses.push(await guess(n))
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set([404]))
    expect(statuses.at(-1)).toBe(429)
    expect((await road.looks()).status).toBe(200)
    for (let n = 0; n < 30; n += 1) await road.looks()
    expect((await road.looks()).status).toBe(429)
  })

  it('its code stands nowhere in the database and in no log', async () => {
    const road = await summoned()
    await road.looks()
    await road.presses('acknowledged')
    expect(JSON.stringify([await road.rows(), await road.attempts(), road.logged])).not.toContain(road.code)
  })
})

describe('an SMS sent back', () => {
  it('answers what that phone was summoned to', async () => {
    const road = await summoned()
    const answer = await road.replies('收到。')
    expect([answer.status, await answer.json()]).toEqual([200, { code: 0, msg: '接收成功' }])
    expect(road.heard).toEqual([{ key: 'summons-1', answer: 'acknowledged', by: 'reply' }])
    await road.replies('已到场', '+86 130 0000 0001')
    expect(road.heard.at(-1)).toEqual({ key: 'summons-1', answer: 'arrived', by: 'reply' })
  })

  it('answers the newest incident with all that belongs to it, and no older one', async () => {
    const road = await summoned()
    road.forward(10)
    await road.tells({ incident: 'incident-2', ackKey: 'L1-2' }, { incident: 'incident-2', step: 'L2', ackKey: 'L2-2' })
    await road.delivers()
    await road.replies('收到')
    expect(road.heard.map(({ key }) => key).toSorted()).toEqual(['L1-2', 'L2-2'])
  })

  it('that nobody understands is put before the dispatcher, without its words', async () => {
    const road = await summoned()
    await road.replies('我的身份证号是什么来着')
    const told = await road.messages()
    expect([road.heard, told.map(({ kind, audience }) => [kind, audience])]).toEqual([
      [],
      [['reply-unread', 'dispatcher']],
    ])
    expect(JSON.stringify([told, road.logged])).not.toContain('身份证号')
  })

  it.each([
    ['of a stranger', '13900000000', '收到'],
    ['of nobody', 'abc', '收到'],
  ])('%s is taken and answers nothing', async (_who, phone, text) => {
    const road = await summoned()
    expect([(await road.replies(text, phone)).status, road.heard]).toEqual([200, []])
  })

  it('counts only with the shared secret', async () => {
    const road = await summoned()
    const wrong = await road.replies('收到', leader.phone, 'the-word-of-the-gateway-25')
    expect([wrong.status, JSON.stringify(await wrong.json()).includes('NT-02'), road.heard]).toEqual([401, true, []])
    road.deps.channels = { robots: [] }
    expect((await road.replies('收到')).status).toBe(404)
  })
})

describe('a receipt that the gateway pushes', () => {
  const push = (road: Awaited<ReturnType<typeof summoned>>, outId: string | null, success: boolean, code: string) =>
    road.anyone('POST', '/api/sms/receipts?key=the-word-of-the-gateway-24', [
      { phone_number: leader.phone, out_id: outId, success, err_code: code, biz_id: 'b', sms_size: '1' },
    ])

  it('says that it arrived; once said it stands', async () => {
    const road = await summoned()
    const [row] = await road.rows()
    road.seconds(5)
    await push(road, row!.id, true, 'DELIVERED')
    await push(road, row!.id, true, 'DELIVERED')
    await push(road, row!.id, false, 'LATE')
    expect((await road.rows()).map(({ state, note, receipt_at: next }) => [state, note, next])).toEqual([
      ['delivered', null, null],
    ])
    expect((await road.attempts()).map(({ outcome }) => outcome)).toEqual(['sent', 'delivered'])
  })

  it('says that it did not, and the ladder sees it', async () => {
    const road = await summoned()
    const [row] = await road.rows()
    await push(road, row!.id, false, 'PHONE OFF 13000000001')
    expect((await road.states())[0]).toMatchObject({ state: 'failed', reached: 'not-sent' })
    expect(JSON.stringify(await road.rows())).not.toContain('13000000001')
  })

  it('of somebody else’s SMS changes nothing', async () => {
    const road = await summoned()
    expect([(await push(road, 'other', true, 'DELIVERED')).status, (await push(road, null, true, 'x')).status]).toEqual(
      [200, 200],
    )
    expect((await road.rows())[0]?.state).toBe('sent')
  })
})
