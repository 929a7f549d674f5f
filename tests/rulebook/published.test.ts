/** What was published stands in the rule book for everybody: with basis, days, old and new numbers, and what was taken back. */
import { describe, expect, test } from 'vitest'
import { bookOf } from '../../server/rulebook/book.ts'
import { rulebookPage } from '../../server/rulebook/page.ts'
import { day, hour, plus } from '../../shared/instant.ts'
import { editions } from '../../shared/policy/edition.ts'
import { provedUnder } from '../../shared/policy/overlay-weighed.ts'
import { parseOverlay } from '../../shared/policy/overlay.ts'
import { lawOf } from '../../shared/policy/published-law.ts'
import { amendment, newDocument, publishing } from '../policy/amendment-kit.ts'
import { overlayFile } from '../policy/overlay-kit.ts'
import { now } from '../policy/truck.ts'
import { publish } from '../server/law/kit.ts'
import { world } from '../kit/world.ts'
import { element, idsOf, imbalance, linksOf, textOf } from './html.ts'

const longer = amendment({ testValidity: 72 }, { basis: { clauses: ['henan-16#6'], document: newDocument } })
const fromSample = amendment(
  { testClockBasis: 'sample' },
  { class: 'regular', name: { zh: '改按采样计算', en: 'Counted from the sample' }, from: '2022-06-01T00:00:00+08:00' },
)
const law = lawOf({
  ...publishing(
    { amendment: longer, at: now, ended: plus(now, day) },
    { amendment: fromSample, at: plus(now, hour) },
    {
      amendment: amendment({ passLife: 20 }, { from: '2022-07-01T00:00:00+08:00' }),
      at: plus(now, 2 * hour),
      ended: plus(now, 3 * hour),
    },
  ),
  overlays: [
    {
      level: 'county',
      place: '410822',
      overlay: parseOverlay(overlayFile({ priorReleaseHours: 36 })),
      under: provedUnder(editions[0]),
      from: now,
      endedAt: null,
    },
  ],
})
const june = plus(now, 30 * day)
const book = bookOf(law.editionAt(june), june, law)

describe('the book', () => {
  test('names each edition as it came into force, and the one it is of', () => {
    expect(book.edition.id).toMatch(/^2022-05-JZ20-1-20220601\.[0-9a-f]{8}$/)
    expect(book.published.periods.map(({ id }) => id.split('.')[0])).toEqual([
      '2022-05-JZ20-1',
      '2022-05-JZ20-1-20220516',
      '2022-05-JZ20-1',
      '2022-05-JZ20-1-20220601',
    ])
  })
  test('tells old and new of each number, newest amendment first', () => {
    const told = book.published.amendments.map(({ anchor, numbers }) => [
      anchor,
      numbers[0]?.from.zh,
      numbers[0]?.to.zh,
    ])
    expect(told).toEqual([
      ['amendment-3', '10', '20'],
      ['amendment-2', '报告时间', '采样时间'],
      ['amendment-1', '48', '72'],
    ])
  })
  test('puts beginnings and ends on their days; what was taken back before its day changed nothing', () => {
    const told = book.changes.flatMap(({ at, changes }) =>
      changes
        .filter(({ kind }) => kind === 'amendment' || kind === 'overlay')
        .map(({ kind, does, anchor }) => [at, kind, does, anchor]),
    )
    expect(told).toEqual([
      ['2022-06-01T00:00:00+08:00', 'amendment', 'begins', 'amendment-2'],
      ['2022-05-17T10:00:00+08:00', 'amendment', 'ends', 'amendment-1'],
      ['2022-05-16T12:00:00+08:00', 'amendment', 'begins', 'amendment-1'],
      ['2022-05-16T10:00:00+08:00', 'overlay', 'begins', 'overlay-1'],
    ])
  })
})

describe.each(['zh', 'en'] as const)('the page (%s)', (language) => {
  const page = rulebookPage(book, language)
  test('is whole', () => {
    const ids = idsOf(page)
    expect(imbalance(page)).toEqual([])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(linksOf(page).filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
  })
  test('says of an amendment its class, days, numbers, clause and the new document', () => {
    const text = textOf(element(page, 'amendment-1'))
    const { title, number, issuer, article, words } = newDocument
    for (const part of [longer.name[language], '48 → 72', title, number, issuer, article, words[language], '2022'])
      expect(text).toContain(part)
    expect(linksOf(element(page, 'amendment-1'))).toContain('#henan-16-6')
    expect(textOf(element(page, 'amendment-2'))).not.toContain(title)
  })
  test('says of the settings of a place where, what, and on which basis', () => {
    const text = textOf(element(page, 'overlay-1'))
    for (const part of ['36', language === 'zh' ? '博爱县' : '410822', overlayFile({}).name[language]])
      expect(text).toContain(part)
  })
  test('says that there is nothing while there is nothing', () => {
    const none = element(rulebookPage(bookOf(editions[0], now), language), 'published')
    expect(textOf(none)).toMatch(language === 'zh' ? /没有公布过/ : /have been published so far/)
  })
})

test('at its address, from the moment of its publication', async () => {
  const road = await world()
  const get = (path: string) => road.anyone('GET', path)
  const before = await get('/rules/')
  await publish(road.db, longer, { at: road.clock.now() })
  await road.deps.law.refresh()
  const after = await get('/rules/')
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  expect([String(before.body).includes('amendment-1'), String(after.body).includes('amendment-1')]).toEqual([
    false,
    true,
  ])
  road.forward(3 * 60)
  expect((await get('/rules/edition.json')).body).toMatchObject({ edition: { name: '2022-05-JZ20-1-20220516' } })
  expect((await get('/healthz')).body).toMatchObject({ edition: road.deps.law.editionAt(road.clock.now()).id })
})
