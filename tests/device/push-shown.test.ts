import { describe, expect, it } from 'vitest'
import { pathOf, shownOf } from '../../checkpoint-app/service-worker/push.ts'

const message = {
  v: 1,
  id: 'n-1',
  step: 'L2',
  urgent: true,
  title: '超30分钟 吉利孟州站',
  body: '【拥堵·超30分钟】吉利孟州站已拥堵31分钟。全部值守人员立即上岗查验，加快放行',
  incident: 'i-1',
  checkpoint: 'JZ-G10',
  link: 'https://cx.example/a/abcdefgh12345678',
}

describe('what a closed app shows when it is woken', () => {
  it('the words of the message; urgent ones stay and shake, and the newest of an incident takes the place of the one before', () => {
    const { title, options } = shownOf(JSON.stringify(message), 'checkpoint')
    expect(title).toBe('超30分钟 吉利孟州站')
    expect(options).toMatchObject({
      body: message.body,
      tag: 'incident-i-1',
      renotify: true,
      requireInteraction: true,
      lang: 'zh-CN',
    })
    expect(options.vibrate.length).toBeGreaterThan(3)
  })

  it.each(['', 'not json', '[]', 'null', '{"title":7}', '{}'])(
    '%j: a browser must show something, and it says where to look',
    (text) => {
      const { title, options } = shownOf(text, 'checkpoint')
      expect([title, options.body, options.tag]).toEqual(['畅行：有新的通知', '请打开查验程序查看', 'changxing'])
      expect(options.requireInteraction).toBe(false)
    },
  )

  it('a tap leads to the page where it is answered, else to the app, and never to another host', () => {
    const { options } = shownOf(JSON.stringify(message), 'checkpoint')
    const here = 'https://cx.example'
    expect(pathOf(options.data, here, '/checkpoint/')).toBe('/a/abcdefgh12345678')
    for (const link of [
      'https://evil.example/a/abcdefgh12345678',
      `${here}.evil.example/a/x`,
      `${here}/office/`,
      '',
      7,
      null,
    ])
      expect(pathOf({ link }, here, '/checkpoint/')).toBe('/checkpoint/')
    expect(pathOf(null, here, '/checkpoint/')).toBe('/checkpoint/')
  })
})
