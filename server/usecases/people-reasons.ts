import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getPerson } from '../../schema/api/codes.ts'
import { ofKind } from '../../shared/codes/events.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import type { ClosedReason, Ledger, OpenReason, Proposal } from '../../shared/codes/ledger.ts'
import { decidedWays, mayClose, mayOpen } from '../../shared/codes/reasons.ts'
import type { ActorRole, DecidedWay } from '../../shared/codes/reasons.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Signature } from '../../shared/codes/signatures.ts'
import { explain } from '../../shared/wording/codes.ts'
import type { ExplainContext } from '../../shared/wording/codes.ts'
import type { NameActor } from './people-actors.ts'

type ReasonView = AnswerOf<typeof getPerson>['reasons'][number]
type Any = OpenReason | Proposal | ClosedReason
/** `role`: null = looks only. */
export type Reader = { staff: string; red: boolean; closes: ActorRole | null }
export type Setting = { context: ExplainContext; name: NameActor; reader: Reader; events: readonly LedgerEvent[] }

/** Open, waiting, then what is over, newest end first. */
export const reasonViews = ({ open, proposed, closed }: Ledger, setting: Setting): ReasonView[] =>
  [...open, ...proposed, ...closed.toReversed()].map((one) => reasonView(one, setting))

function reasonView(one: Any, setting: Setting): ReasonView {
  const { name, context } = setting
  return {
    opening: one.opening,
    reason: one.reason,
    ground: one.ground,
    state: 'closed' in one ? 'closed' : 'at' in one ? 'proposed' : 'open',
    since: beijingIso('at' in one ? one.at : one.since),
    by: name(one.by),
    evidence: one.evidence,
    signatures: signaturesIn(one, setting).map(({ at, by }) => ({ at: beijingIso(at), by: name(by) })),
    appeals: one.appeals.map(({ at, decision, by }) => ({ at: beijingIso(at), decision, by: name(by) })),
    closed: 'closed' in one ? endOf(one, setting) : null,
    told: { zh: told(one, 'zh', context), en: told(one, 'en', context) },
    may: mayDo(one, setting.reader),
  }
}

/** Of one that is over they are looked up again: who signed it stays to be seen. */
function signaturesIn(one: Any, { events }: Setting): readonly Signature[] {
  if ('signatures' in one) return one.signatures
  const signed = ofKind(events, 'signed').filter(({ proposal }) => proposal === one.opening)
  const proposed = ofKind(events, 'proposed').filter(({ id, actor }) => id === one.opening && actor.role === 'epidemic')
  const all = [...proposed, ...signed].map(({ at, actor: by }) => ({ at, by }))
  return all.filter(({ by }, place) => all.findIndex((other) => other.by.id === by.id) === place)
}

function endOf({ opening, closed: { at, way, by }, counted }: ClosedReason, { name, events }: Setting) {
  const paper = ofKind(events, 'closed').find((event) => event.opening === opening && event.at === at)?.document
  return { at: beijingIso(at), way, by: name(by), document: paper ?? null, counted }
}

function told(one: Any, language: 'zh' | 'en', context: ExplainContext) {
  const { appeal: _, ...lines } = explain(one, language, context)
  return { ...lines, clears: [...lines.clears] }
}

const endings: readonly DecidedWay[] = decidedWays.filter((way) => way !== 'declined')

/** The same as the rules will say when it is tried. */
function mayDo(one: Any, { staff, red, closes }: Reader): ReasonView['may'] {
  const proposed = 'at' in one
  const signed = proposed && [one.by, ...one.signatures.map(({ by }) => by)].some(({ id }) => id === staff)
  return {
    sign: proposed && red && !signed && mayOpen('epidemic', one.reason, 'sign'),
    decline: proposed && red,
    ways: 'clears' in one && closes !== null ? endings.filter((way) => mayClose(closes, one.reason, way)) : [],
  }
}
