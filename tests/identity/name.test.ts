import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskName, normaliseName, parseName, surnameOf, type NameKind } from '../../shared/identity/name.ts'
import { text } from './any-text.ts'

const names: [typed: string, stored: string, kind: NameKind, surname: string, masked: string][] = [
  ['张三', '张三', 'han', '张', '张*'],
  ['张测试', '张测试', 'han', '张', '张*试'],
  ['李示例', '李示例', 'han', '李', '李*例'],
  ['张 三', '张三', 'han', '张', '张*'],
  ['　张　三　', '张三', 'han', '张', '张*'],
  ['张三李四', '张三李四', 'han', '张', '张**'],
  ['欧阳示例', '欧阳示例', 'han', '欧阳', '欧**'],
  ['欧阳修', '欧阳修', 'han', '欧阳', '欧**'],
  ['司马虚构', '司马虚构', 'han', '司马', '司**'],
  ['诸葛测', '诸葛测', 'han', '诸葛', '诸**'],
  ['司马', '司马', 'han', '司', '司*'],
  ['王', '王', 'han', '王', '*'],
  ['𠮷野示', '𠮷野示', 'han', '𠮷', '𠮷*示'],
  ['阿卜杜热合曼·买买提', '阿卜杜热合曼·买买提', 'dotted', '阿卜杜热合曼', '阿**·买**'],
  ['阿卜杜热合曼•买买提', '阿卜杜热合曼·买买提', 'dotted', '阿卜杜热合曼', '阿**·买**'],
  ['阿卜杜热合曼 . 买买提', '阿卜杜热合曼·买买提', 'dotted', '阿卜杜热合曼', '阿**·买**'],
  ['示例・测试・虚构', '示例·测试·虚构', 'dotted', '示例', '示**·测**·虚**'],
  ['John Sample', 'John Sample', 'latin', 'Sample', 'J** S**'],
  ['SAMPLE, JOHN', 'SAMPLE, JOHN', 'latin', 'SAMPLE', 'S** J**'],
  ['Ｊｏｈｎ  Ｓａｍｐｌｅ', 'John Sample', 'latin', 'Sample', 'J** S**'],
  ['Zoë O’Sample', 'Zoë O’Sample', 'latin', 'O’Sample', 'Z** O**'],
  ['Иван Пример', 'Иван Пример', 'other', 'И', 'И**'],
]

test.each(names)('%j → %s, %s, surname %s, shown as %s', (typed, value, kind, surname, masked) => {
  expect(parseName(typed)).toEqual({ ok: true, value, kind, warnings: [] })
  expect(surnameOf(typed)).toBe(surname)
  expect(maskName(typed)).toBe(masked)
})

test.each([
  ['', 'name.empty'],
  ['　', 'name.empty'],
  ['·', 'name.unreadable'],
  ['张3', 'name.unreadable'],
  ['13000000001', 'name.unreadable'],
  ['张😀', 'name.unreadable'],
  ['张\uD83D', 'name.unreadable'],
  ['<script>', 'name.unreadable'],
  ['张'.repeat(61), 'name.too-long'],
])('%j is refused with %s', (typed, code) => {
  expect(parseName(typed)).toEqual({ ok: false, code })
})

test('the surname is the beginning of a Chinese name, and is never all of it', () => {
  const han = fc.array(fc.constantFrom(...Array.from('张李欧阳司马上官诸葛示例测试')), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(han, (characters) => {
      const name = characters.join('')
      expect(name.startsWith(surnameOf(name))).toBe(true)
      expect(surnameOf(name).length).toBeLessThan(name.length)
    }),
  )
})

test('a mask shows two characters at most, or one of each part', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const name = normaliseName(typed)
      const shown = Array.from(maskName(typed)).filter((character) => !'*· '.includes(character))
      expect(shown.length).toBeLessThanOrEqual(Math.max(2, name.split(/[· ]/).length))
      if (Array.from(name).length > 1) expect(maskName(typed)).not.toBe(name)
      expect(maskName(typed)).toContain('*')
    }),
    { numRuns: 1000 },
  )
})
