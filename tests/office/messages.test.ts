import { expect, test } from 'vitest'
import { urgentFirst } from '../../checkpoint-app/office/messages/urgent-first.ts'

test('a positive stands above the news that came after it, until somebody has taken it', () => {
  const news = { id: 'news', urgent: false, seen: null }
  const positive = { id: 'positive', urgent: true, seen: null }
  const second = { id: 'second positive', urgent: true, seen: null }
  const done = { id: 'taken', urgent: true, seen: { at: '2022-05-16T10:05:00+08:00', by: '李示例' } }
  const order = urgentFirst([news, positive, second, done]).map(({ id }) => id)
  expect(order).toEqual(['positive', 'second positive', 'news', 'taken'])
})
