import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isHenan,
  isJiaozuo,
  isRegionCode,
  scopeOfTrip,
  type TripPlaces,
  type TripScope,
} from '../../shared/identity/region-code.ts'
import { children, findRegion, provinceOf, regionName, regionOf, regionPath } from '../../shared/identity/region.ts'

const all = children().flatMap((province) => [
  province,
  ...children(province.code).flatMap((below) => [below, ...children(below.code)]),
])

describe('the table', () => {
  test.each([
    ['410800', '河南省 焦作市', 'prefecture'],
    ['410802', '河南省 焦作市 解放区', 'county'],
    ['410803', '河南省 焦作市 中站区', 'county'],
    ['410804', '河南省 焦作市 马村区', 'county'],
    ['410811', '河南省 焦作市 山阳区', 'county'],
    ['410821', '河南省 焦作市 修武县', 'county'],
    ['410822', '河南省 焦作市 博爱县', 'county'],
    ['410823', '河南省 焦作市 武陟县', 'county'],
    ['410825', '河南省 焦作市 温县', 'county'],
    ['410882', '河南省 焦作市 沁阳市', 'county'],
    ['410883', '河南省 焦作市 孟州市', 'county'],
    ['410871', '河南省 焦作市 焦作城乡一体化示范区', 'county'],
    ['419001', '河南省 济源市', 'county'],
    ['410000', '河南省', 'province'],
    ['110105', '北京市 朝阳区', 'county'],
    ['310115', '上海市 浦东新区', 'county'],
    ['500236', '重庆市 奉节县', 'county'],
    ['140500', '山西省 晋城市', 'prefecture'],
    ['320583', '江苏省 苏州市 昆山市', 'county'],
    ['441900', '广东省 东莞市', 'prefecture'],
    ['659001', '新疆维吾尔自治区 石河子市', 'county'],
    ['810000', '香港特别行政区', 'province'],
    ['410322', '河南省 洛阳市 孟津县', 'county'],
  ])('%s is %s (%s)', (code, path, level) => {
    expect(regionPath(code).join(' ')).toBe(path)
    expect(regionName(code)).toBe(path.split(' ').at(-1))
    expect(regionOf(code)?.level).toBe(level)
  })

  test.each(['', '41080', '4108000', '410899', '000000', 'abcdef', '__proto__', 'constructor'])(
    '%j has no name',
    (code) => {
      expect(regionName(code)).toBeUndefined()
      expect(regionPath(code)).toEqual([])
      expect(children(code)).toEqual([])
    },
  )

  test('Henan has its 17 prefectures and 济源', () => {
    expect(children('410000').map(({ code, name }) => code + name)).toEqual(
      (
        '410100郑州市 410200开封市 410300洛阳市 410400平顶山市 410500安阳市 410600鹤壁市 410700新乡市 410800焦作市 410900濮阳市 ' +
        '411000许昌市 411100漯河市 411200三门峡市 411300南阳市 411400商丘市 411500信阳市 411600周口市 411700驻马店市 419001济源市'
      ).split(' '),
    )
  })

  test('Jiaozuo has ten counties of GB/T 2260 and one statistical one', () => {
    const jiaozuo = children('410800')
    expect(jiaozuo).toHaveLength(11)
    expect(jiaozuo.filter(({ status }) => status !== 'regular')).toEqual([
      { code: '410871', name: '焦作城乡一体化示范区', level: 'county', status: 'statistical' },
    ])
  })

  test('every region is reached once from the top, under its own province', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    for (const region of all) {
      expect(regionPath(region.code)[0]).toBe(provinceOf(region.code)?.name)
      expect(isRegionCode(region.code)).toBe(true)
    }
  })

  test('it holds 34 provinces, 333 prefectures and the counties of the country', () => {
    const count = (level: string, status: string) =>
      all.filter((region) => region.level === level && region.status === status).length
    expect(count('province', 'regular')).toBe(34)
    expect(count('prefecture', 'regular')).toBe(333)
    expect(count('county', 'regular')).toBeGreaterThanOrEqual(2_840)
    expect(count('county', 'regular')).toBeLessThanOrEqual(2_850)
    expect(all.filter(({ status }) => status === 'former')).toEqual([])
  })

  test('it weighs no more than 110 kB', () => {
    const file = readFileSync(new URL('../../shared/identity/regions.json', import.meta.url))
    expect(file.byteLength).toBeLessThanOrEqual(110_000)
  })
})

test.each([
  ['博爱', ['410822']],
  ['博爱县', ['410822']],
  ['410822', ['410822']],
  ['４１０８２２', ['410822']],
  ['河南博爱', ['410822']],
  ['河南省焦作市博爱县', ['410822']],
  ['焦作 示范区', ['410871']],
  ['济源', ['419001']],
  ['温县', ['410825']],
  ['郑州市', ['410100']],
  ['孟津县', []],
  ['没有这个地方', []],
  ['', []],
])('a search for %j finds %j', (wanted, codes) => {
  expect(
    findRegion(wanted)
      .map(({ code }) => code)
      .slice(0, 1),
  ).toEqual(codes)
})

test('a search puts the whole name before its beginning, and Henan before others', () => {
  const names = findRegion('新华区').map(({ code }) => code.slice(0, 2))
  expect(names[0]).toBe('41')
  expect(names).toContain('13')
  expect(findRegion('朝阳区')[0]?.name).toBe('朝阳区')
  expect(findRegion('城区')[0]?.name).toBe('城区')
  expect(findRegion('区', 5)).toHaveLength(5)
})

test.each([
  ['410802', true, true],
  ['410871', true, true],
  ['410899', true, true],
  ['410100', true, false],
  ['419001', true, false],
  ['410322', true, false],
  ['140500', false, false],
  ['41080', false, false],
  ['4108021', false, false],
  ['４１０８０２', false, false],
  ['', false, false],
])('%s: in Henan %s, in Jiaozuo %s', (code, henan, jiaozuo) => {
  expect(isHenan(code)).toBe(henan)
  expect(isJiaozuo(code)).toBe(jiaozuo)
})

const trips: [TripPlaces, TripScope][] = [
  [{ from: '410700', to: '410800' }, 'in-province'],
  [{ from: '410700', via: [], to: '410800' }, 'in-province'],
  [{ from: '410700', via: ['410100', '419001'], to: '410800' }, 'in-province'],
  [{ from: '410322', to: '410899' }, 'in-province'],
  [{ from: '310115', to: '410800' }, 'cross-province'],
  [{ from: '410800', to: '310115' }, 'cross-province'],
  [{ from: '410700', via: ['140500'], to: '410800' }, 'cross-province'],
  [{ from: '320500', to: '140500' }, 'cross-province'],
  [{ from: '310115' }, 'cross-province'],
  [{ via: ['140500'] }, 'cross-province'],
  [{ from: '810000', to: '410800' }, 'cross-province'],
  [{}, 'unknown'],
  [{ from: '410700' }, 'unknown'],
  [{ from: '410700', to: null }, 'unknown'],
  [{ from: null, to: '410800' }, 'unknown'],
  [{ from: '410700', via: [null], to: '410800' }, 'unknown'],
  [{ from: '410700', via: ['99'], to: '410800' }, 'unknown'],
  [{ from: '990000', to: '410800' }, 'unknown'],
  [{ from: '', to: '410800' }, 'unknown'],
]

test.each(trips)('a trip %j is %s', (places, scope) => {
  expect(scopeOfTrip(places)).toBe(scope)
})

test('learning of one more stop never turns a cross-province trip into another', () => {
  const place = fc.constantFrom('410700', '410800', '310115', null, '', '99')
  fc.assert(
    fc.property(place, fc.array(place), place, place, (from, via, to, more) => {
      const before = scopeOfTrip({ from, via, to })
      const after = scopeOfTrip({ from, via: [...via, more], to })
      if (before === 'cross-province') expect(after).toBe('cross-province')
      if (after === 'in-province') expect(before).toBe('in-province')
    }),
  )
})
