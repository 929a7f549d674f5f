/** A road that is blocked, or slow, or an exit where trucks stand (R109, jiaozuo-20#1). */
import { levelAbove, type CaseLevel } from '../cases/kinds.ts'
import { minute, plus, type Instant } from '../instant.ts'

export const blockKinds = ['blocked', 'slow', 'exit'] as const
export type BlockKind = (typeof blockKinds)[number]

/** Who told of it: road patrol, traffic police, monitoring, a driver or 12328, a checkpoint, the operator of the road. */
export const blockSources = ['patrol', 'police', 'monitoring', 'driver', 'checkpoint', 'operator'] as const
export type BlockSource = (typeof blockSources)[number]

export type Block = {
  readonly kind: BlockKind
  readonly startedAt: Instant
  readonly resolvedAt: Instant | null
  readonly level: CaseLevel
  /** Since when that level has it; null = since it began. */
  readonly levelSince: Instant | null
}

/**
 * When the level above is to have it, unless it is resolved; null = never by itself. Only what is blocked rises: slow traffic is
 * watched. What was learnt late rises at once, and then has its time at each level.
 */
export function risesAt({ kind, startedAt, resolvedAt, level, levelSince }: Block, after: number): Instant | null {
  if (kind !== 'blocked' || resolvedAt !== null || levelAbove[level] === null) return null
  return plus(levelSince ?? startedAt, after * minute)
}

/** Over, not at. */
export const isToRise = (block: Block, after: number, now: Instant): boolean => {
  const at = risesAt(block, after)
  return at !== null && now > at
}
