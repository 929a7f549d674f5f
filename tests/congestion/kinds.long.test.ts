import { describe, expect, it } from 'vitest'
import { parseQueueEvent } from '../../shared/congestion/event.ts'
import { observe, queueAt, waitAt } from '../../shared/congestion/wait.ts'
import { plus } from '../../shared/instant.ts'
import { kindNames, make } from './kit/scenarios.ts'
import { truthOf } from './kit/truth.ts'

/** Other days than the ones that were looked at while the estimator was made (those are below 100). */
const seeds = [201, 202] as const
const thresholds = [20, 30, 60] as const

/** Mean error, minutes, that each kind may have: wide where nobody sees the queue. */
const allowed: Readonly<Record<string, number>> = {
  'no check-ins': 6,
  'no check-ins, no reports': 30,
  'network gone while it grows': 6,
  'booths unheard, drivers heard': 5,
  'closed, told late': 5,
  'closed with trucks standing': 4,
  'bursts that must not alarm': 4,
  'one lane': 4,
}
const usual = 3

function judge(kind: string, seed: number) {
  const { road, scenario, lines } = make(kind, seed)
  const queue = queueAt(scenario.sites[0]!)
  const events = lines.map((line) => parseQueueEvent(line).event)
  const truth = truthOf(road)
  const found = { error: 0, held: 0, count: 0, falseAlarms: 0 }
  let next = 0
  let before = 0
  for (const [place, { at, wait }] of truth.entries()) {
    const now = plus(scenario.start, at * 1000)
    for (; (events[next]?.receivedAt ?? Infinity) <= now; next += 1) observe(queue, events[next]!)
    const { estimate, condition } = waitAt(queue, now)
    found.count += 1
    found.error += Math.abs(estimate.wait - wait)
    found.held += wait >= estimate.low && wait <= estimate.high ? 1 : 0
    if (condition.level > before) {
      const around = truth.slice(Math.max(place - 10, 0), place + 21).map((each) => each.wait)
      if (Math.max(...around) < 0.85 * thresholds[condition.level - 1]!) found.falseAlarms += 1
    }
    before = condition.level
  }
  return { error: found.error / found.count, held: found.held / found.count, falseAlarms: found.falseAlarms }
}

describe.each(kindNames)('%s', (kind) => {
  it.each(seeds)('day %d: near the truth, or honest about not knowing; no false alarm', (seed) => {
    const { error, held, falseAlarms } = judge(kind, seed)
    expect(error).toBeLessThan(allowed[kind] ?? usual)
    expect(held).toBeGreaterThan(0.7)
    expect(falseAlarms).toBe(0)
  })
})
