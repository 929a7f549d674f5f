import type * as z from 'zod/mini'
import type { appealRow, appealView } from '../../schema/api/appeals.ts'
import type { Path } from '../../shared/appeals/conditions.ts'
import { refusals } from '../../shared/appeals/kinds.ts'
import type { Refusal } from '../../shared/appeals/kinds.ts'
import type { OpenReason, Proposal } from '../../shared/codes/ledger.ts'
import { clearingWays, mayClose, mayDecide, ways } from '../../shared/codes/reasons.ts'
import type { ActorRole } from '../../shared/codes/reasons.ts'
import { beijingIso, instant, minute, plus } from '../../shared/instant.ts'
import { explain } from '../../shared/wording/codes.ts'
import type { Deps } from '../deps.ts'
import type { AppealRow, ListedAppeal } from '../store/appeals.ts'
import { caseNumberOf, regionInWords, sayingOf } from './appeals-names.ts'

export type AppealView = z.infer<typeof appealView>
export type AppealLine = z.infer<typeof appealRow>

const iso = (at: number | null) => (at === null ? null : beijingIso(instant(at)))

const whyOf = (text: string | null): Refusal | null => refusals.find((known) => known === text) ?? null

const pathsIn = (text: string): Path[] => {
  const paths: Path[] = JSON.parse(text)
  return paths
}

export const plainPaths = (paths: readonly Path[]) =>
  paths.map(({ way, conditions }) => ({ way, conditions: conditions.map((one) => ({ ...one })) }))

const referralOf = ({ id, state, region, colour }: AppealRow): AppealView['referral'] =>
  state !== 'referred' || region === null
    ? null
    : { region, regionName: regionInWords(region), colour, contact: '12328', caseNumber: caseNumberOf(id) }

export function viewOfAppeal(deps: Pick<Deps, 'law'>, row: AppealRow): AppealView {
  const submitted = instant(row.submitted_at)
  const { appealTarget, appealAlert } = deps.law.numbersAt(submitted)
  return {
    id: row.id,
    kind: row.kind,
    seat: row.seat,
    opening: row.kind === 'code' ? row.opening : null,
    reason: row.reason,
    inspection: row.inspection_id,
    place: row.place,
    said: sayingOf(row.said),
    by: row.by_kind,
    state: row.state,
    automatic: row.automatic === 1,
    checks: plainPaths(pathsIn(row.checks)),
    submittedAt: beijingIso(submitted),
    targetAt: beijingIso(plus(submitted, appealTarget * minute)),
    alertAt: beijingIso(plus(submitted, appealAlert * minute)),
    acceptedAt: iso(row.accepted_at),
    decidedAt: iso(row.decided_at),
    way: ways.find((way) => way === row.way) ?? null,
    why: whyOf(row.why),
    reply: row.reply,
    referral: referralOf(row),
  }
}

/** Who looks at the queue: in which role he may decide codes, and of which checkpoint he may correct verdicts. */
export type Reader = { decides: Extract<ActorRole, 'appeal-officer' | 'epidemic'> | null; heads: string | null }

function mayDo({ kind, reason, state, checkpoint_id: checkpoint }: AppealRow, reader: Reader): AppealLine['may'] {
  const running = state === 'waiting' || state === 'accepted'
  const role = running && kind === 'code' && reason !== null ? reader.decides : null
  const mine = role !== null && reason !== null && mayDecide(role, reason)
  const heads = running && kind === 'verdict' && checkpoint !== null && checkpoint === reader.heads
  return {
    accept: state === 'waiting' && (mine || heads),
    ways: mine && role !== null && reason !== null ? clearingWays.filter((way) => mayClose(role, reason, way)) : [],
    uphold: mine || heads,
    refer: mine,
    correct: heads,
  }
}

const party = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

export const lineOfAppeal = (deps: Pick<Deps, 'law'>, row: ListedAppeal, reader: Reader): AppealLine => ({
  ...viewOfAppeal(deps, row),
  plate: row.plate,
  surname: row.surname,
  checkpoint: row.checkpoint_id,
  checkpointName: row.checkpoint_name,
  elapsedSeconds: row.elapsed_ms === null ? null : Math.round(row.elapsed_ms / 1000),
  acceptedBy: party(row.accepted_by, row.accepted_name),
  decidedBy: party(row.decided_by, row.decided_name),
  falseEvidence: row.false_evidence === 1,
  document: row.document,
  may: mayDo(row, reader),
})

/** A reason as its person reads it, in both languages. */
export function toldOf(deps: Pick<Deps, 'law' | 'now'>, reason: OpenReason | Proposal) {
  const now = deps.now()
  const context = { now, numbers: deps.law.numbersAt(now) }
  const inLanguage = (language: 'zh' | 'en') => {
    const { appeal: _, ...lines } = explain(reason, language, context)
    return { ...lines, clears: [...lines.clears] }
  }
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}
