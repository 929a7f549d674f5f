import { hour, type Instant } from '../instant.ts'
import { chainOf, nextStep, type StepId } from './chain.ts'
import type { ListKind } from './kinds.ts'

/** What may be done to an entry beside its chain. */
export const deeds = ['suspend', 'resume', 'remove', 'extend'] as const
export type EntryDeed = (typeof deeds)[number]

/** How far an entry is: the last step of its chain, or what came after the chain was complete. */
export type Stage = StepId | 'complete' | 'suspended' | 'removed'

const afterStep = (list: ListKind, stage: Stage, step: string): Stage => {
  const next = stage === 'complete' || stage === 'suspended' || stage === 'removed' ? undefined : nextStep(list, stage)
  if (next === undefined || next.id !== step) return stage
  return nextStep(list, next.id) === undefined ? 'complete' : next.id
}

function after(list: ListKind, stage: Stage, step: string): Stage {
  if (stage === 'removed') return stage
  if (step === 'remove') return 'removed'
  if (step === 'suspend') return stage === 'complete' ? 'suspended' : stage
  if (step === 'resume') return stage === 'suspended' ? 'complete' : stage
  return afterStep(list, stage, step)
}

/** From the steps alone, in their order; undefined where the first is not the first of the chain. A step out of turn changes nothing. */
export function stageOf(list: ListKind, steps: readonly string[]): Stage | undefined {
  const [first, ...rest] = steps
  const start = chainOf(list)[0]
  if (start === undefined || first !== start.id) return undefined
  return rest.reduce<Stage>((stage, step) => after(list, stage, step), start.id)
}

/** The state words of the list officer's screen. */
export const standings = [
  'draft',
  'submitted',
  'approved',
  'in-force',
  'ending-soon',
  'ended',
  'suspended',
  'removed',
] as const
export type Standing = (typeof standings)[number]

export type Term = { readonly from: Instant | null; readonly to: Instant | null }

/** Both ends belong to the term; without one it holds from the last approval until the entry is removed. */
export function standingOf(
  list: ListKind,
  stage: Stage,
  { from, to }: Term,
  at: { now: Instant; soon: number },
): Standing {
  const { now, soon } = at
  if (stage === 'suspended' || stage === 'removed') return stage
  if (to !== null && now > to) return 'ended'
  if (stage !== 'complete') return stage === chainOf(list)[0]?.id ? 'draft' : 'submitted'
  if (from !== null && now < from) return 'approved'
  return to !== null && to - now <= soon * hour ? 'ending-soon' : 'in-force'
}

export const isInForce = (standing: Standing): boolean => standing === 'in-force' || standing === 'ending-soon'

/** Which deeds make sense now; who may do them is said elsewhere. */
export function deedsAt(standing: Standing): readonly EntryDeed[] {
  if (standing === 'removed') return []
  if (standing === 'suspended') return ['resume', 'remove']
  if (standing === 'approved' || isInForce(standing)) return ['suspend', 'remove', 'extend']
  return standing === 'ended' ? [] : ['remove']
}
