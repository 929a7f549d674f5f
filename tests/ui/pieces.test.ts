import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { wordsOfProblem } from '../../checkpoint-app/ui/error-note.tsx'
import { Field } from '../../checkpoint-app/ui/field.tsx'
import { keep, kept } from '../../checkpoint-app/ui/kept.ts'
import { Plate } from '../../checkpoint-app/ui/plate.tsx'
import { PlateKeyboard } from '../../checkpoint-app/ui/plate-keyboard.tsx'
import { qrPath } from '../../checkpoint-app/ui/qr-code.tsx'
import { rowsFound, rowsUnder } from '../../checkpoint-app/ui/region-list.tsx'
import { StateMark } from '../../checkpoint-app/ui/state-mark.tsx'
import { shortRegion } from '../../checkpoint-app/ui/use-regions.ts'
import { en } from '../../checkpoint-app/ui/words.en.ts'
import { zh } from '../../checkpoint-app/ui/words.zh.ts'
import { closureOf } from '../../checkpoint-app/service-worker/plugin.ts'
import * as regions from '../../shared/identity/region.ts'

const html = renderToStaticMarkup
const keys = (value: string) => {
  const markup = html(createElement(PlateKeyboard, { label: '车牌号', value, onChange: vi.fn() }))
  return [...markup.matchAll(/<button type="button" class="plate-key"( disabled="")?>(.)<\/button>/gu)].map(
    ([, off, key]) => ({ key, on: off === undefined }),
  )
}
const open = (value: string) =>
  keys(value)
    .filter(({ on }) => on)
    .map(({ key }) => key)
    .join('')

describe('the plate keyboard', () => {
  it('begins with the 31 provinces, Henan first', () => {
    expect(keys('')).toHaveLength(31)
    expect(open('').startsWith('豫晋')).toBe(true)
  })

  it('has then 39 keys in fixed places, and only those on that may follow', () => {
    expect(keys('豫')).toHaveLength(39)
    expect(open('豫')).not.toMatch(/[IO挂学警港澳]/)
    expect(open('豫H1234')).toContain('挂')
    expect(open('豫H12345')).not.toMatch(/[0-9挂]/)
  })

  it('is a labelled text field for those who type, paste or listen', () => {
    const markup = html(
      createElement(PlateKeyboard, { label: '车牌号', value: '豫H12345', onChange: vi.fn(), error: '请核对' }),
    )
    expect(markup).toMatch(/<label for="([^"]+)"[^>]*>车牌号<\/label><input id="\1"/)
    expect(markup).toContain('value="豫H·12345"')
    expect(markup).toMatch(/aria-describedby="[^"]+-error"/)
  })
})

it('says a state in a word, with its shape hidden from readers', () => {
  const markup = html(createElement(StateMark, { tone: 'care', word: '黄码' }))
  expect(markup).toContain('黄码')
  expect(markup).toMatch(/<svg[^>]*aria-hidden="true"/)
  expect(markup).not.toContain('style=')
})

it.each([
  ['豫H12345', 'plate-yellow', '豫H·12345'],
  ['粤Z1234港', 'plate-black', '粤Z·1234港'],
  ['豫HD12345', 'plate-green', '豫H·D12345'],
  ['使12345', 'plate-unknown', '使12345'],
])('draws %s as %s', (plate, colour, shown) => {
  const markup = html(createElement(Plate, { plate }))
  expect(markup).toContain(colour)
  expect(markup).toContain(`>${shown}</span>`)
})

it('ties a field to its label, hint and error', () => {
  const markup = html(createElement(Field, { label: '手机号', hint: '11位', error: '手机号应为11位' }))
  const [, describedBy] = /aria-describedby="([^"]+)"/.exec(markup) ?? []
  for (const id of describedBy!.split(' ')) expect(markup).toContain(`id="${id}"`)
  expect(markup).toContain('aria-invalid="true"')
})

it('draws a code with four modules of white around it', () => {
  const { size, path } = qrPath('CX:TEST')
  expect(size).toBe(21 + 8)
  const numbers = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [Number(x), Number(y), Number(run)])
  expect(numbers[0]).toEqual([4, 4, 7])
  for (const [x, y, run] of numbers) {
    expect(x! >= 4 && x! + run! <= size - 4 && y! >= 4 && y! < size - 4).toBe(true)
  }
})

describe('regions', () => {
  it('have Henan and Jiaozuo first, and end where nothing is below', () => {
    expect(rowsUnder(regions, undefined)[0]).toEqual({ code: '410000', name: '河南省', more: true })
    expect(rowsUnder(regions, '410000')[0]?.name).toBe('焦作市')
    expect(rowsUnder(regions, '410800').every(({ more }) => !more)).toBe(true)
    expect(rowsUnder(regions, undefined).find(({ name }) => name.startsWith('香港'))?.more).toBe(false)
  })

  it('are found with their path', () => {
    expect(rowsFound(regions, '武陟')[0]).toEqual({ code: '410823', name: '河南焦作武陟县', more: false })
  })

  it('are written short, and as their code while the table is not there', () => {
    expect(shortRegion(regions, '419001')).toBe('河南济源市')
    expect(shortRegion(regions, '110105')).toBe('北京朝阳区')
    expect(shortRegion(undefined, '410823')).toBe('410823')
  })
})

it('says of each problem what it is and what to do, in both languages', () => {
  const problems = [
    { kind: 'offline' },
    { kind: 'slow' },
    { kind: 'unreadable', status: 502 },
    { kind: 'refused', status: 400, code: 'T-01', message: '不对' },
  ] as const
  for (const words of [zh, en]) {
    for (const problem of problems) {
      const { what, todo } = wordsOfProblem(problem, words)
      expect(what.length * todo.length).toBeGreaterThan(0)
    }
  }
  expect(wordsOfProblem({ ...problems[3], retryAfterSeconds: 30 }, zh)).toEqual({
    what: '不对',
    todo: '请在30秒后再试',
    code: 'T-01',
  })
})

it('keeps small things, and says so when it cannot', () => {
  const place = new Map<string, string>()
  const shelf = {
    getItem: (name: string) => place.get(name) ?? null,
    setItem: (name: string, value: string) => void place.set(name, value),
    removeItem: (name: string) => void place.delete(name),
  }
  expect(keep('theme', 'night', shelf)).toBe(true)
  expect(kept('theme', shelf)).toBe('night')
  expect(keep('theme', undefined, shelf) && kept('theme', shelf) === undefined).toBe(true)
  const full = {
    ...shelf,
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(keep('theme', 'day', full)).toBe(false)
  expect(kept('theme', { ...shelf, getItem: () => '{half' })).toBeUndefined()
})

it('lists for a service worker exactly what its entry can reach', () => {
  const emitted = [
    { fileName: 'driver/index.html', text: '<script src="/assets/driver-a1.js">' },
    { fileName: 'office/index.html', text: '<script src="/assets/office-b2.js">' },
    { fileName: 'assets/driver-a1.js', text: 'import("./region-c3.js");new Worker("/assets/qr-d4.js")' },
    { fileName: 'assets/office-b2.js', text: '' },
    { fileName: 'assets/region-c3.js', text: '' },
    { fileName: 'assets/qr-d4.js', text: '"/assets/zxing-e5.wasm"' },
    { fileName: 'assets/zxing-e5.wasm', text: '' },
  ]
  expect([...closureOf('driver/index.html', emitted)].sort()).toEqual([
    'assets/driver-a1.js',
    'assets/qr-d4.js',
    'assets/region-c3.js',
    'assets/zxing-e5.wasm',
    'driver/index.html',
  ])
})
