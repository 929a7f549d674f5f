import { standingOf, type Standing } from '../../shared/congestion/urgency.ts'
import type { Row } from './board-state.ts'

export type Alarm = 'step' | 'grave' | 'ask'
const height: Readonly<Partial<Record<Standing, number>>> = { L1: 1, LM: 2, L2: 3, L3: 4 }

const alarmOf = (standing: Standing): Alarm | undefined => {
  if (standing === 'L3' || standing === 'L2') return 'grave'
  if (standing === 'L1' || standing === 'LM') return 'step'
  return standing === 'candidate' || standing === 'lost' ? 'ask' : undefined
}

/** The gravest thing that is new since; nothing on the first look, and nothing for what falls. */
export function alarmBetween(
  before: ReadonlyMap<string, Row> | undefined,
  now: ReadonlyMap<string, Row>,
): Alarm | undefined {
  if (before === undefined) return undefined
  const found = new Set<Alarm>()
  for (const [id, row] of now) {
    const old = before.get(id)
    if (old === row || old === undefined) continue
    const [was, is] = [standingOf(old), standingOf(row)]
    if (was === is || (height[is] ?? 0) < (height[was] ?? 0)) continue
    const alarm = alarmOf(is)
    if (alarm !== undefined) found.add(alarm)
  }
  return found.has('grave') ? 'grave' : found.has('step') ? 'step' : found.has('ask') ? 'ask' : undefined
}

type Note = { readonly hertz: number; readonly from: number; readonly seconds: number }

/** Told apart by rhythm, not pitch alone: one long, two, three in haste. */
export const notes: Readonly<Record<Alarm, readonly Note[]>> = {
  ask: [{ hertz: 520, from: 0, seconds: 0.5 }],
  step: [0, 0.35].map((from) => ({ hertz: 784, from, seconds: 0.22 })),
  grave: [0, 0.2, 0.4, 0.8, 1, 1.2].map((from) => ({ hertz: 988, from, seconds: 0.14 })),
}
