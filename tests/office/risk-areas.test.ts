import { describe, expect, it } from 'vitest'
import { cellsOfCsv, cellsOfPasted, readAreas } from '../../checkpoint-app/office/risk-areas/read-areas.ts'
import { filtersOf, standingOf } from '../../checkpoint-app/office/risk-areas/use-areas.ts'
import { parseInstant } from '../../shared/instant.ts'
import * as regions from '../../shared/identity/region.ts'

const read = (text: string) =>
  readAreas(cellsOfPasted(text), regions).map((line) =>
    'item' in line ? [line.item.region, line.item.name, line.item.level, line.item.from] : line.fault,
  )

describe('a pasted line says which area it is', () => {
  it.each<[string, unknown]>([
    [
      '河南省焦作市博爱县\t示例小区\t高风险\t2022-05-16 08:00',
      ['410822', '示例小区', 'high', '2022-05-16T08:00:00+08:00'],
    ],
    ['河南省焦作市博爱县 示例小区 中风险', ['410822', '示例小区', 'medium', undefined]],
    ['河南省\t焦作市\t沁阳市\t示例街道\t示例社区\t中', ['410882', '示例街道 示例社区', 'medium', undefined]],
    [
      '河南焦作解放区示例街道示例里，高风险区，2022-05-16',
      ['410802', '示例街道示例里', 'high', '2022-05-16T00:00:00+08:00'],
    ],
    ['1\t410882\t示例村\t中风险地区\t2022年5月16日', ['410882', '示例村', 'medium', '2022-05-16T00:00:00+08:00']],
    ['上海市浦东新区示例路1号 中风险', ['310115', '示例路1号', 'medium', undefined]],
    ['河南省焦作市博爱县 示例小区', 'no-level'],
    ['示例国示例县 示例小区 高风险', 'no-region'],
    ['河南省焦作市博爱县 高风险', 'no-name'],
    ['河南省焦作市博爱县 示例小区 高风险 2022-13-40', 'no-time'],
  ])('%s', (text, said) => {
    expect(read(text)).toEqual([said])
  })

  it('headings and blank lines are no areas, and lines keep their numbers', () => {
    const text = '地区\t名称\t等级\n\n河南省焦作市博爱县\t示例村\t中风险'
    expect(readAreas(cellsOfPasted(text), regions).map(({ line }) => line)).toEqual([3])
  })

  it('a CSV file is read alike', () => {
    const rows = cellsOfCsv('地区,名称,等级,起始\n河南省焦作市博爱县,示例村,中风险,2022-05-16 00:00\n')
    expect(readAreas(rows, regions)).toMatchObject([
      { line: 2, item: { region: '410822', name: '示例村', level: 'medium' } },
    ])
  })
})

it('an area is to come, in force, and ended from its end on', () => {
  const area = { from: '2022-05-16T08:00:00+08:00', to: '2022-05-30T08:00:00+08:00' }
  const at = (time: string) => standingOf(area, parseInstant(time)!)
  expect([
    at('2022-05-16T07:59:59+08:00'),
    at('2022-05-16T08:00:00+08:00'),
    at('2022-05-30T07:59:59+08:00'),
    at('2022-05-30T08:00:00+08:00'),
  ]).toEqual(['coming', 'in-force', 'in-force', 'ended'])
})

it('the page shows what is in force unless told otherwise', () => {
  expect([filtersOf({}), filtersOf({ show: 'ended', search: '博爱' }), filtersOf({ show: 'x' })]).toEqual([
    { shown: 'in-force' },
    { shown: 'ended', search: '博爱' },
    { shown: 'in-force' },
  ])
})
