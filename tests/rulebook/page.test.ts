import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bookOf } from '../../server/rulebook/book.ts'
import { el } from '../../server/rulebook/markup.ts'
import { rulebookPage } from '../../server/rulebook/page.ts'
import { style } from '../../server/rulebook/style.ts'
import { clause, everyClause } from '../../shared/policy/documents.ts'
import { editionInForce } from '../../shared/policy/edition.ts'
import { outcomes } from '../../shared/policy/verdict.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { now } from '../policy/truck.ts'
import { element, headingsOf, idsOf, imbalance, linksOf, tagsOf, textOf } from './html.ts'

const book = bookOf(editionInForce(now), now)
const pages = { zh: rulebookPage(book, 'zh'), en: rulebookPage(book, 'en') }
const languages = ['zh', 'en'] as const
const demands = [...book.chapters.flatMap(({ rules }) => rules), ...book.modifiers]

test('the Chinese page, as a lawyer reads what changed in it', async () => {
  await expect(pages.zh).toMatchFileSnapshot('./rules.zh.html.golden')
})

describe.each(languages)('the page (%s)', (language) => {
  const page = pages[language]
  test('is whole: balanced, each id once, each link arrives', () => {
    expect(imbalance(page)).toEqual([])
    const ids = idsOf(page)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const inside = linksOf(page).filter((href) => href.startsWith('#'))
    expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([])
    expect(linksOf(page).filter((href) => /^https?:|^\/\//.test(href))).toEqual([])
  })
  test('needs no script and no style of its own', () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=/)
    expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`)
  })
  test('has its landmarks, a skip link, and headings in order', () => {
    const names = tagsOf(page)
      .filter(({ closes }) => !closes)
      .map(({ name }) => name)
    for (const landmark of ['header', 'nav', 'main', 'footer', 'h1'])
      expect(
        names.filter((name) => name === landmark),
        landmark,
      ).toHaveLength(1)
    expect(linksOf(page)[2]).toBe('#text')
    const levels = headingsOf(page)
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0), `heading ${at}`).toBeLessThanOrEqual(1))
  })
  test.each(demands.map((one) => [one.anchor, one] as const))(
    '%s: words of the screen, clauses, dates',
    (anchor, one) => {
      const html = element(page, anchor)
      const text = textOf(html)
      expect(text).toContain(one.caption[language])
      for (const { label, summary, ref } of one.clauses) {
        expect(text).toContain(label[language])
        expect(text).toContain(summary[language])
        expect(linksOf(html)).toContain(`#${ref.replace('#', '-')}`)
      }
      expect(text.includes('⚑')).toBe(one.proposal !== undefined)
      expect(text).toContain('2022')
      if ('row' in one) expect(text).toContain(headlines[one.row][language])
      for (const reason of one.reasons) expect(text).toContain(reason[language])
    },
  )
  test.each(everyClause)('%s has its place, summary, and what rests on it', (ref) => {
    const html = element(page, ref.replace('#', '-'))
    expect(textOf(html)).toContain(clause(ref).summary[language])
    expect(html.match(/class="(aside|cited)"/g)).toHaveLength(1)
  })
  test.each(book.numbers)('$anchor: value, unit, basis or flag, day checked', (one) => {
    const text = textOf(element(page, one.anchor))
    for (const { shown, clause: cited } of one.values) {
      expect(text).toContain(shown[language])
      if (cited) expect(text).toContain(cited.label[language])
    }
    expect(text).toContain(one.unit[language])
    expect(text.includes('⚑')).toBe(one.proposal !== undefined)
    expect(text).toContain(one.checked.slice(0, 4))
  })
  test('begins with what no edition changes', () => {
    const text = textOf(element(page, 'promises'))
    for (const { text: said } of book.promises) expect(text).toContain(said[language])
    expect(text).toContain(String(new Set(Object.values(outcomes)).size))
    expect(linksOf(page)).toContain('tel:12328')
    expect(book.promises.map(({ text: said }) => said[language])).toContain(wordings[language].hint.asterisk)
  })
  test('no forbidden word, nothing left open', () => {
    const text = textOf(page)
    expect(text).not.toMatch(/劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员|司机家属|外地车|省外车/)
    expect(text).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object|[Tt]urn(ed)? back|[!！]/)
  })
  test('is in its own language', () => {
    const foreign = language === 'zh' ? /[a-z]{3,} [a-z]{3,}/i : /\p{Script=Han}/u
    const lines = textOf(
      page
        .replaceAll(/<(\w+)[^>]* lang="(?!zh-CN"><head)[^>]*>[\s\S]*?<\/\1>/g, '')
        .replaceAll(/<code>.*?<\/code>/g, ''),
    )
    expect(lines.split('\n').filter((line) => foreign.test(line))).toEqual([])
  })
})

test('both pages have the same places', () => expect(idsOf(pages.en)).toEqual(idsOf(pages.zh)))

describe('markup', () => {
  test('escapes what it is given', () => {
    expect(el('p', { title: '"<&>"' }, '<b> & "c"').html).toBe(
      '<p title="&quot;&lt;&amp;&gt;&quot;">&lt;b&gt; &amp; &quot;c&quot;</p>\n',
    )
  })
  test('the checks find what is planted', () => {
    expect(imbalance('<p><b>x</p>')).toEqual(['</p> within p b', '<p> stays open', '<b> stays open'])
    expect(imbalance('<p>a < b & c</p>')).toEqual(['<', '&'])
    expect(element('<div id="a"><div>x</div></div><p>', 'a')).toBe('<div id="a"><div>x</div></div>')
  })
})

test('the tokens are those of the faces', () => {
  const declared = (css: string) =>
    [...css.matchAll(/(--[a-z0-9]+):\s*([^;]+);/g)].map(
      ([, name, value]) => `${name}: ${value!.replaceAll(/\s+/g, ' ')}`,
    )
  const faces = new Set(declared(readFileSync('checkpoint-app/ui/tokens.css', 'utf8')))
  const screen = style.slice(0, style.indexOf('@page'))
  const own = declared(screen).filter((one) => !one.startsWith('--title'))
  expect(own.length).toBeGreaterThan(25)
  expect(own.filter((one) => !faces.has(one))).toEqual([])
})
