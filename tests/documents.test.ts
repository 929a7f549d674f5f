import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const pages = globSync('**/*.md', { exclude: (path) => /node_modules|^(data|dist)$/.test(path) })

describe('documents point at what exists', () => {
  test.each(pages)('%s', (page) => {
    const text = readFileSync(page, 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link!)
    const missing = links.filter((link) => !existsSync(join(dirname(page), link)))
    expect(missing).toEqual([])
  })

  test.each(pages)('%s names only npm commands that package.json has', (page) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const named = [...readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!)
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([])
  })
})

test('the English and the Chinese README tell the same figures', () => {
  const figures = (page: string) =>
    [...readFileSync(page, 'utf8').matchAll(/<!-- figure -->[^\n]*/g)]
      .map(([line]) => (line.match(/\d[\d,]*(\.\d+)?/g) ?? []).toSorted())
      .filter((line) => line.length > 0)
  expect(figures('README.md').length).toBeGreaterThan(0)
  expect(figures('README.zh-CN.md')).toEqual(figures('README.md'))
})
