import { describe, expect, it } from 'vitest'
import { ladderAt } from '../../shared/congestion/ladder.ts'
import { instant, minute } from '../../shared/instant.ts'
import { at } from './kit/said.ts'
import { story } from './kit/ladder-story.ts'

const pressed = { kind: 'reported', congested: true, waitMinutes: null, metres: null } as const
const steps = (shown: string[]) => shown.filter((step) => step !== 'L0')

describe('an incident of so many minutes (G42), by its own clock: over, not at', () => {
  it.each<[number, string[]]>([
    [20, []],
    [20 + 1 / 60, ['L1']],
    [30, ['L1']],
    [30 + 1 / 60, ['L1', 'L2']],
    [60, ['L1', 'L2']],
    [60 + 1 / 60, ['L1', 'L2', 'L3', 'LM']],
  ])('%f min: %j', (minutes, expected) => {
    const road = story({ clock: 'incident' })
    road.says(pressed)
    road.until(minutes, () => ({ wait: 6, metres: 150 }))
    expect(steps(road.steps())).toEqual(expected)
    expect(road.ladder().incident?.startedAt).toBe(at(0))
  })
})

describe('a wait of so many minutes, the clock that counts unless the city says otherwise: over, not at', () => {
  it.each<[number, string[]]>([
    [20, []],
    [20.01, ['L1']],
    [30, ['L1']],
    [30.01, ['L1', 'L2']],
    [60, ['L1', 'L2']],
    [60.01, ['L1', 'L2', 'L3', 'LM']],
  ])('%f min: %j', (wait, expected) => {
    const road = story()
    road.until(3, () => ({ wait }))
    expect(steps(road.steps())).toEqual(expected)
  })

  it('with either clock the first of the two counts', () => {
    const road = story({ clock: 'either' })
    road.says(pressed)
    road.until(21, () => ({ wait: 6, metres: 150 }))
    expect(steps(road.steps())).toEqual(['L1'])
    road.until(25, () => ({ wait: 40 }))
    expect(steps(road.steps())).toEqual(['L1', 'L2'])
  })

  it('an incident may last an hour with nobody waiting over twenty minutes, and nobody is called out of bed', () => {
    const road = story()
    road.until(90, () => ({ wait: 19 }))
    expect(road.steps()).toEqual(['L0'])
  })
})

describe('the length alone (G43): monitored, nobody summoned', () => {
  it.each<[number, string[]]>([
    [1000, []],
    [1001, ['LM']],
  ])('%d m told at minute 5: %j', (metres, expected) => {
    const road = story()
    road.until(5, () => ({ wait: 3, metres: 100 }))
    road.says({ kind: 'reported', congested: true, waitMinutes: null, metres })
    expect(steps(road.steps())).toEqual(expected)
    expect(road.calls('/summons/')).toEqual([])
  })
  it.each<[number, string[]]>([
    [1000, []],
    [1001, ['LM']],
  ])('%d m measured: %j', (metres, expected) => {
    const road = story()
    road.until(10, () => ({ metres }))
    expect(steps(road.steps())).toEqual(expected)
  })
  it('the leaders of the county are informed, not summoned', () => {
    const road = story()
    road.until(10, () => ({ metres: 1200 }))
    expect(road.calls('LM/inform/duty:party')).toHaveLength(1)
    expect(road.calls('/summons/')).toEqual([])
  })
})

describe('when it begins', () => {
  it.each<[string, number, { wait?: number; metres?: number }, boolean]>([
    ['a wait of ten minutes for three', 3.5, { wait: 10 }, true],
    ['not yet for three', 3, { wait: 10 }, false],
    ['a wait of 9.9', 60, { wait: 9.9 }, false],
    ['a queue of 300 m for three minutes', 3.5, { metres: 300 }, true],
    ['a queue of 299 m', 60, { metres: 299 }, false],
  ])('%s', (_, minutes, seen, runs) => {
    const road = story()
    road.until(minutes, () => seen)
    expect(road.ladder().incident !== null).toBe(runs)
  })
  it('at once when the inspector presses 拥堵上报, and a calm estimate does not end it before people had time to see', () => {
    const road = story()
    road.says(pressed)
    road.until(14.5, () => ({}))
    expect(road.ladder().incident).toMatchObject({ cause: 'report', endedAt: null })
    road.until(16, () => ({}))
    expect(road.ladder().incident).toMatchObject({ endedBy: 'measured' })
  })
  it('a break in the three minutes begins them anew', () => {
    const road = story()
    road.until(20, (minutes) => ({ wait: minutes % 3 === 0 ? 9 : 12 }))
    expect(road.ladder().incident).toBeNull()
  })
})

describe('what a driver reports', () => {
  const reported = (road: ReturnType<typeof story>) => road.says({ kind: 'driver-reported' })
  it('waits five minutes for the head, and then counts from when it was said', () => {
    const road = story()
    reported(road)
    road.until(4.5)
    expect(road.ladder()).toMatchObject({ incident: null, candidate: { until: at(5) } })
    expect(road.ladder().next).toMatchObject({ what: 'confirmed', at: at(5) })
    road.until(5)
    expect(road.ladder()).toMatchObject({ candidate: null, incident: { startedAt: at(0), cause: 'driver' } })
  })
  it('is nothing when the head dismisses it in time', () => {
    const road = story()
    const candidate = reported(road)
    road.until(4.5)
    road.says({ kind: 'dismissed', candidate })
    road.until(60)
    expect(road.ladder().incident).toBeNull()
  })
  it('is one at once when he confirms it; a dismissal after that is too late', () => {
    const road = story()
    const candidate = reported(road)
    road.until(2)
    road.says({ kind: 'confirmed', candidate })
    road.says({ kind: 'dismissed', candidate })
    expect(road.ladder().incident).toMatchObject({ startedAt: at(0), knownAt: at(2), endedAt: null })
  })
})

describe('when it ends', () => {
  const congested = () => {
    const road = story()
    road.until(10, () => ({ wait: 15, metres: 500 }))
    return road
  }
  it.each<[string, { wait: number; metres: number }, boolean]>([
    ['4.9 min and 99 m for five minutes', { wait: 4.9, metres: 99 }, true],
    ['5 min', { wait: 5, metres: 0 }, false],
    ['100 m', { wait: 0, metres: 100 }, false],
  ])('%s', (_, seen, ends) => {
    const road = congested()
    road.until(30, () => seen)
    expect(road.ladder().incident!.endedAt !== null).toBe(ends)
  })
  it('clear for four minutes, queue again: the same incident, its clock goes on (G44)', () => {
    const road = congested()
    const before = road.ladder().incident!.startedAt
    road.until(14, () => ({}))
    road.until(40, () => ({ wait: 25 }))
    expect(road.ladder().incident).toMatchObject({ startedAt: before, endedAt: null, restarts: [] })
  })
  it.each<[string, number, boolean]>([
    ['five minutes after the end', 5, true],
    ['six minutes after the end', 6, false],
  ])('a queue again %s', (_, later, same) => {
    const road = congested()
    const before = road.ladder().incident!.startedAt
    road.until(16, () => ({}))
    const endedAt = road.ladder().incident!.endedAt!
    road.until((endedAt - at(0)) / minute + later - 0.5, () => ({}))
    road.until(40, () => ({ wait: 12 }))
    const after = road.ladder().incident!
    expect([after.endedAt, after.startedAt === before, after.restarts.length]).toEqual([null, same, same ? 1 : 0])
  })
  it('by the head with a photograph; a queue that is still there is the same incident three minutes later', () => {
    const road = congested()
    const before = road.ladder().incident!.startedAt
    road.until(12, () => ({ wait: 25 }))
    road.says({ kind: 'closed' })
    expect(road.ladder().incident).toMatchObject({ endedBy: 'head', endedAt: at(12) })
    road.until(16, () => ({ wait: 25 }))
    expect(road.ladder().incident).toMatchObject({ startedAt: before, endedAt: null })
    expect(road.steps()).toContain('L1')
  })
  it('closing is not a way to set the clock back', () => {
    const road = story({ clock: 'incident' })
    road.until(20, () => ({ wait: 12 }))
    const began = road.ladder().incident!.startedAt
    road.says({ kind: 'closed' })
    road.until((began - at(0)) / minute + 20.5, () => ({ wait: 12 }))
    expect(road.steps()).toContain('L1')
  })
  it('a report kept back on a phone does not take up again what ended after it was made', () => {
    const road = congested()
    road.until(16, () => ({}))
    road.says({ ...pressed, at: 9 })
    expect(road.ladder().incident!.endedAt).not.toBeNull()
  })
})

describe('known late (R116): every step that is due, together', () => {
  it('told at minute 45 of what began at minute 0, by the incident clock', () => {
    const road = story({ clock: 'incident' })
    road.until(45)
    road.says({ ...pressed, at: 0 })
    road.until(45.5, () => ({ wait: 6 }))
    expect(steps(road.steps())).toEqual(['L1', 'L2'])
    const due = road.ladder().incident!.steps.map(({ step, dueAt }) => [step, dueAt])
    expect(due).toEqual(
      expect.arrayContaining([
        ['L1', at(20)],
        ['L2', at(30)],
      ]),
    )
  })
  it('a wait of 45 minutes that nobody saw grow was over twenty 25 minutes ago', () => {
    const road = story()
    road.until(60)
    road.says({ kind: 'reported', congested: true, waitMinutes: 45, metres: null })
    const due = road.ladder().incident!.steps.map(({ step, dueAt }) => [step, dueAt])
    expect(due).toEqual([
      ['L0', at(60)],
      ['L1', at(35)],
      ['L2', at(45)],
    ])
  })
  it('a word alone does not bring the gravest step; the estimate must say it too', () => {
    const road = story()
    road.says({ kind: 'reported', congested: true, waitMinutes: 90, metres: null })
    expect(road.steps()).not.toContain('L3')
    road.until(2, () => ({ wait: 90 }))
    expect(road.steps()).toContain('L3')
  })
})

describe('what is not seen neither ends nor raises', () => {
  it('lost data: the steps stay as they are, both ways', () => {
    const road = story({ clock: 'either' })
    road.until(10, () => ({ wait: 25 }))
    road.until(90, () => ({ lost: true, wait: 80 }))
    expect(steps(road.steps())).toEqual(['L1'])
    expect(road.ladder().incident!.endedAt).toBeNull()
    road.until(91, () => ({ wait: 12 }))
    expect(steps(road.steps())).toEqual(['L1', 'L2', 'L3', 'LM'])
  })
  it('lost data on a calm road begins nothing', () => {
    const road = story()
    road.until(60, () => ({ lost: true, wait: 45, metres: 2000 }))
    expect(road.ladder().incident).toBeNull()
  })
  it('a server that stood still has not seen three minutes of it', () => {
    const road = story()
    road.until(2, () => ({ wait: 12 }))
    road.says({ kind: 'unobserved' })
    road.until(60)
    expect(road.ladder().incident).toBeNull()
    road.until(62.5, () => ({ wait: 12 }))
    expect(road.ladder().incident).toBeNull()
    road.until(64, () => ({ wait: 12 }))
    expect(road.ladder().incident).toMatchObject({ startedAt: at(63.5) })
  })
})

describe('the condition goes up and down, the response only rises', () => {
  it('a wobble around twenty fires the step once', () => {
    const road = story()
    road.until(180, (minutes) => ({ wait: 20 + 6 * Math.sin(minutes / 4) }))
    expect(steps(road.steps())).toEqual(['L1'])
    expect(road.calls('L1/summons/')).toHaveLength(1)
  })
  it('says itself when something will come next, so that nobody need look before', () => {
    const road = story({ clock: 'incident' })
    road.says(pressed)
    road.until(1, () => ({ wait: 6 }))
    expect(road.ladder().next).toEqual({ what: 'L1', at: instant(at(20) + 1), dueAt: at(20) })
  })
  it('does not depend on when it was asked', () => {
    const road = story({ clock: 'either' })
    road.until(100, (minutes) => ({ wait: minutes < 60 ? minutes : 0, metres: 20 * minutes }))
    expect(ladderAt(road.events, road.law, road.now())).toEqual(road.ladder())
  })
})
