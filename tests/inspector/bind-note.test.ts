import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { BindNote, type NotBound } from '../../checkpoint-app/inspector/bind-note.tsx'

const note = (why: NotBound) =>
  renderToStaticMarkup(createElement(BindNote, { why, onAgain: () => {}, onClose: () => {} }))

it('a link used already: why, and what to do next; trying again would not help', () => {
  const said = note({ kind: 'refused', code: 'TE-06', message: '绑定链接已用过，请向点长要新的。' })
  expect(said).toMatch(/role="alert".*绑定链接已用过.*TE-06.*重新出示绑定码/)
  expect(said).not.toContain('重试')
})

it('no network: the same link once more', () =>
  expect(note({ kind: 'offline' })).toMatch(/连不上网络.*链接仍然有效.*重试/))

it('bound already: the head releases it first', () => expect(note('already')).toMatch(/本机已绑定.*点长解绑/))
