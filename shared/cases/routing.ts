/** Who else is told of a case, by what it is about (R106). */
import type { CaseCategory } from './kinds.ts'
import type { ClauseRef } from '../policy/documents.ts'

type Route = {
  /** Supervision has a copy from the first minute, whatever becomes of the case (jiaozuo-20#16). */
  readonly copied: boolean
  /** A driver's word for the queue estimate of that checkpoint: a candidate, never a proof. */
  readonly queue: boolean
  /** About what a checkpoint did to whoever reports: its head is not shown by whose truck. */
  readonly conduct: boolean
  /** Somebody stands on the road: told as urgent. */
  readonly urgent: boolean
  readonly article: ClauseRef
}
const route = (article: ClauseRef, more: Partial<Omit<Route, 'article'>> = {}): Route => ({
  copied: false,
  queue: false,
  conduct: false,
  urgent: false,
  ...more,
  article,
})

export const routing = {
  'extra-demands': route('jiaozuo-20#16', { copied: true, conduct: true }),
  'repeat-test': route('jiaozuo-20#6', { conduct: true }),
  'pass-refused': route('jiaozuo-20#8', { conduct: true }),
  'code-wrong': route('jiaozuo-20#15'),
  congestion: route('jiaozuo-20#19', { queue: true, urgent: true }),
  'service-area': route('jiaozuo-20#1'),
  stranded: route('jiaozuo-20#12', { urgent: true }),
  fees: route('jiaozuo-20#12', { conduct: true }),
  'test-fees': route('jiaozuo-20#12', { conduct: true }),
  other: route('jiaozuo-20#12'),
} as const satisfies Record<CaseCategory, Route>

export const routeOf = (category: CaseCategory): Route => routing[category]
