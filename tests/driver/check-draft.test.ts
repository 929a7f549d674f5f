import { describe, expect, it } from 'vitest'
import { checkPage, pageOf } from '../../checkpoint-app/driver/check-draft.ts'
import { isOnField, notesOf, pageOfProblem } from '../../checkpoint-app/driver/form-notes.ts'
import { zh } from '../../checkpoint-app/driver/words.zh.ts'
import { en } from '../../checkpoint-app/driver/words.en.ts'
import { emptyDraft, nobody } from '../../checkpoint-app/driver/draft.ts'
import { draft, driver, id, now } from './draft-kit.ts'

const pages = [0, 1, 2] as const

const said = (page: 0 | 1 | 2, changed: Parameters<typeof draft>[0]) =>
  checkPage(draft(changed), page, now).map(({ path, note, blocks }) => `${path} ${note}${blocks ? '' : ' (may go on)'}`)

it('has nothing to say about a complete registration', () => {
  expect(pages.flatMap((page) => checkPage(draft(), page, now))).toEqual([])
})

it('asks on an empty form for eight things and the commitment', () => {
  const empty = emptyDraft(id, { etaDay: '2022-05-16', etaTime: '13:30' })
  const asked = pages.flatMap((page) => checkPage(empty, page, now)).map(({ path }) => path)
  expect(asked).toEqual(['plate', 'from', 'to', 'cargo', 'crew.0.name', 'crew.0.number', 'crew.0.phone', 'commitment'])
})

describe('what a page says', () => {
  it.each([
    [0, { plate: '' }, ['plate plate.empty']],
    [0, { plate: '临A1234' }, ['plate plate.unknown-form (may go on)']],
    [0, { plate: '豫HO2345' }, ['plate plate.letter-i-or-o (may go on)']],
    [0, { trailer: '??' }, ['trailer plate.unreadable']],
    [1, { etaTime: '09:00' }, ['eta eta.past']],
    [1, { etaTime: '09:05' }, []],
    [2, { crew: [{ ...driver, number: '110105194912310021' }] }, ['crew.0.number id.wrong-check']],
    [2, { crew: [{ ...driver, phone: '1380013' }] }, ['crew.0.phone phone.wrong-form']],
    [
      2,
      { crew: [{ ...driver, document: 'passport' as const, number: 'E12345678', phone: '+82 10 1234' }] },
      ['crew.0.phone phone.wrong-form (may go on)'],
    ],
    [2, { crew: [driver, { ...nobody('escort'), name: '李四', number: '11010519491231002X' }] }, []],
    [2, { crew: [{ ...driver, seat: 0, name: '张*三', number: '1101****' }] }, []],
  ] as const)('page %i, %j', (page, changed, expected) => {
    expect(said(page, changed)).toEqual(expected)
  })
})

const note = (over: Partial<Parameters<typeof notesOf>[0]> = {}) =>
  notesOf({
    draft: draft({ plate: '临A1234' }),
    page: 0,
    now,
    isDue: () => true,
    problem: null,
    words: zh.notes,
    language: 'zh',
    ...over,
  })

it('says nothing under a field that is still being typed in', () => {
  expect(note({ isDue: () => false })('plate')).toEqual({})
})

it("prefers the form's own sentence, in the language chosen", () => {
  expect(note()('plate')).toEqual({ warning: '车牌格式少见，请核对（可继续）' })
  expect(note({ words: en.notes, language: 'en' })('plate').warning).toBe(
    'An unusual plate; please check (you can go on)',
  )
})

it("puts the server's refusal on the field it names", () => {
  const problem = {
    kind: 'refused',
    status: 400,
    code: 'TR-04',
    message: '证件号校验不符',
    path: 'crew.1.number',
  } as const
  expect(note({ problem })('crew.1.number')).toEqual({ error: '证件号校验不符' })
  expect(pageOfProblem(problem)).toBe(2)
  expect(pageOf('plate')).toBe(0)
  expect(pageOf('eta')).toBe(1)
  expect(isOnField({ ...problem, path: 'body' })).toBe(false)
  expect(pageOfProblem({ kind: 'slow' })).toBeUndefined()
})
