import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LinkNote } from '../../checkpoint-app/driver/link-note.tsx'
import type { ApiProblem } from '../../checkpoint-app/ui/api.ts'

const note = (problem: ApiProblem) =>
  renderToStaticMarkup(createElement(LinkNote, { problem, again: () => {}, close: () => {} }))

it('a link that names no trip: why, and the other way to the trip', () => {
  const said = note({ kind: 'refused', status: 404, code: 'TR-01', message: '没有这次行程。' })
  expect(said).toMatch(/role="alert".*没有这次行程.*TR-01.*href="#\/find"/)
  expect(said).not.toContain('重试')
})

it('no network: once more', () => expect(note({ kind: 'offline' })).toContain('重试'))
