import { hour, type Instant } from '../instant.ts'

export type WholeTerm = { readonly from: Instant; readonly to: Instant }
export type TermRefusal = 'too-short' | 'backwards' | 'over' | 'not-longer'

/** `shortest` in hours; null = any length. Exactly the shortest is enough. */
export function refusalOfTerm({ from, to }: WholeTerm, now: Instant, shortest: number | null): TermRefusal | null {
  if (to <= from) return 'backwards'
  if (shortest !== null && to - from < shortest * hour) return 'too-short'
  return to < now ? 'over' : null
}

/** The beginning stays, so there is no gap; what has ended is not brought back. */
export function refusalOfExtension(before: WholeTerm, to: Instant, now: Instant): TermRefusal | null {
  if (before.to < now) return 'over'
  return to > before.to ? null : 'not-longer'
}

/** Touching ends do not overlap: the next entry may begin where the one before ends. */
export const overlap = (a: WholeTerm, b: WholeTerm): boolean => a.from < b.to && b.from < a.to
