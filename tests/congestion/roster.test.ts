import { describe, expect, it } from 'vitest'
import { gapsIn, isComplete, type Duty } from '../../shared/congestion/roster.ts'
import { at } from './kit/said.ts'

describe('one county leader and two or three cadres (G48)', () => {
  it.each<[number, number, boolean]>([
    [1, 1, false],
    [1, 2, true],
    [1, 3, true],
    [1, 4, false],
    [0, 2, false],
    [2, 2, false],
  ])('%i leader, %i cadres: %s', (leaders, cadres, fine) => expect(isComplete(leaders, cadres)).toBe(fine))
})

const always = (role: Duty['role']): Duty => ({ role, from: at(-600), to: null })
const cadres = [always('cadre'), always('cadre')]

describe('gaps within the next day', () => {
  it('none where everybody is there', () => expect(gapsIn([always('leader'), ...cadres], at(0))).toEqual([]))
  it('half-open: who ends when the next begins leaves none', () => {
    const leaders: Duty[] = [
      { role: 'leader', from: at(-60), to: at(300) },
      { role: 'leader', from: at(300), to: null },
    ]
    expect(gapsIn([...leaders, ...cadres], at(0))).toEqual([])
  })
  it('an hour without a leader this afternoon, and one with two', () => {
    const leaders: Duty[] = [
      { role: 'leader', from: at(-60), to: at(300) },
      { role: 'leader', from: at(360), to: null },
      { role: 'leader', from: at(600), to: at(660) },
    ]
    expect(gapsIn([...leaders, ...cadres], at(0))).toEqual([
      { from: at(300), to: at(360), leaders: 0, cadres: 2 },
      { from: at(600), to: at(660), leaders: 2, cadres: 2 },
    ])
  })
  it('what lies further ahead than a day is not one yet', () => {
    const ends: Duty = { role: 'leader', from: at(-60), to: at(1440) }
    expect(gapsIn([ends, ...cadres], at(0))).toEqual([])
    expect(gapsIn([ends, ...cadres], at(1))).toEqual([{ from: at(1440), to: at(1441), leaders: 0, cadres: 2 }])
  })
  it('nobody at all is one gap of a day', () => {
    expect(gapsIn([], at(0))).toEqual([{ from: at(0), to: at(1440), leaders: 0, cadres: 0 }])
  })
})
