import { describe, expect, it } from 'vitest'
import { groupAreas, type RiskArea } from '../../checkpoint-app/ui/risk-areas.ts'
import * as regions from '../../shared/identity/region.ts'

const from = '2022-05-16T00:00:00+08:00'
const areas: RiskArea[] = [
  { region: '410822', name: '示例村', level: 'medium', from },
  { region: '310115', name: '示例路1号', level: 'medium', from },
  { region: '410822', name: '示例小区', level: 'high', from },
  { region: '410882', name: '示例街道', level: 'medium', from },
]
const shape = (search?: string) =>
  groupAreas(areas, regions, search).map(({ province, count, counties }) => [
    province,
    count,
    counties.map(({ path, areas: list }) => [path, ...list.map(({ name }) => name)]),
  ])

describe('the list of risk areas as it is read', () => {
  it('goes from province to county, high before medium', () => {
    expect(shape()).toEqual([
      ['上海市', 1, [['上海浦东新区', '示例路1号']]],
      [
        '河南省',
        3,
        [
          ['河南焦作博爱县', '示例小区', '示例村'],
          ['河南焦作沁阳市', '示例街道'],
        ],
      ],
    ])
  })

  it.each([
    ['博爱', ['示例小区', '示例村']],
    ['河南省焦作市', ['示例小区', '示例村', '示例街道']],
    ['焦作 街道', ['示例街道']],
    ['  示例路1号 ', ['示例路1号']],
    ['北京', []],
  ])('is found by %s', (search, names) => {
    const found = groupAreas(areas, regions, search).flatMap(({ counties }) =>
      counties.flatMap((county) => county.areas),
    )
    expect(found.map(({ name }) => name)).toEqual(names)
  })

  it('is there before the table of regions is', () => {
    expect(groupAreas(areas, undefined).map(({ province, count }) => [province, count])).toEqual([
      ['31', 1],
      ['41', 3],
    ])
  })
})
