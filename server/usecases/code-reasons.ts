import type * as z from 'zod/mini'
import type { codeReason } from '../../schema/api/trips.ts'
import type { ClosedReason, Ledger, OpenReason, Proposal } from '../../shared/codes/ledger.ts'
import { rulesOf } from '../../shared/codes/reasons.ts'
import { beijingIso, plus } from '../../shared/instant.ts'
import { countdownOf, explain } from '../../shared/wording/codes.ts'
import type { ExplainContext } from '../../shared/wording/codes.ts'
import type { Language } from '../../shared/wording/language.ts'
import { clearedIsShownFor } from './parameters.ts'

type ReasonView = z.infer<typeof codeReason>
type Any = OpenReason | Proposal | ClosedReason

/** Everything that colours a person's code or may, and what did until lately, as he is told it (R41). */
export function reasonsInWords(ledger: Ledger, context: ExplainContext): ReasonView[] {
  const lately = plus(context.now, -clearedIsShownFor)
  const cleared = ledger.closed.filter(
    ({ closed, counted }) => closed.at > lately && (counted || closed.way === 'declined'),
  )
  return [...ledger.open, ...ledger.proposed, ...cleared.toReversed()].map((reason) => view(reason, context))
}

function view(reason: Any, context: ExplainContext): ReasonView {
  const countdown = 'clears' in reason ? countdownOf(reason.clears, context.now) : null
  const cleared = 'closed' in reason
  return {
    opening: reason.opening,
    reason: reason.reason,
    colour: rulesOf(reason.reason).colour,
    state: cleared ? 'cleared' : 'at' in reason ? 'proposed' : 'open',
    ground: reason.ground,
    since: beijingIso('at' in reason ? reason.at : reason.since),
    clearedAt: cleared ? beijingIso(reason.closed.at) : null,
    countdown: countdown && { what: countdown.what, at: beijingIso(countdown.at) },
    appealable: !cleared,
    zh: inWords(reason, 'zh', context),
    en: inWords(reason, 'en', context),
  }
}

function inWords(reason: Any, language: Language, context: ExplainContext): ReasonView['zh'] {
  const { title, reason: why, next, clears, article, since, unit } = explain(reason, language, context)
  return { title, reason: why, next, clears: [...clears], article, since, unit }
}
