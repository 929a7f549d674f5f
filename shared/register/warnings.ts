import { needsReason, roadOf, type Direction, type Registered } from './register.ts'

export type Warning =
  | { readonly what: 'not-registered' | 'no-approval' | 'no-reason' }
  | { readonly what: 'close-by'; readonly other: string; readonly metres: number }
  | { readonly what: 'bridge-ends'; readonly other: string }

/** Ours: the article says that nobody is checked twice. Metres. */
export const closeBy = 10_000

const meet = (a: Direction, b: Direction): boolean => a === b || a === 'both' || b === 'both'
const named = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** Of the others those that are open, and that stop the same trucks on the same road. */
function onTheSameRoad(one: Registered, others: readonly Registered[]): readonly Registered[] {
  return others.filter(
    (other) => other.checkpoint !== one.checkpoint && other.active && roadOf(other.road) === roadOf(one.road),
  )
}

/** Both ends of one bridge 严禁: the open checkpoint at the other one; whichever way the trucks go. */
export function otherEnd(one: Registered, others: readonly Registered[]): Registered | undefined {
  const { bridge } = one
  if (bridge === null) return undefined
  return onTheSameRoad(one, others).find((other) => other.bridge !== null && named(other.bridge) === named(bridge))
}

/** What is not as the articles want it; `undefined` = nobody has registered it. */
export function warningsOf(one: Registered | undefined, others: readonly Registered[]): readonly Warning[] {
  if (one === undefined) return [{ what: 'not-registered' }]
  const bridge = otherEnd(one, others)
  const near = onTheSameRoad(one, others).flatMap((other): Warning[] => {
    if (one.stake === null || other.stake === null || !meet(one.direction, other.direction)) return []
    const metres = Math.abs(one.stake - other.stake)
    return metres <= closeBy ? [{ what: 'close-by', other: other.checkpoint, metres }] : []
  })
  return [
    ...(bridge === undefined ? [] : [{ what: 'bridge-ends' as const, other: bridge.checkpoint }]),
    ...(one.approvalNo === null ? [{ what: 'no-approval' as const }] : []),
    ...(needsReason(one.kind) && one.kindReason === null ? [{ what: 'no-reason' as const }] : []),
    ...near,
  ]
}
