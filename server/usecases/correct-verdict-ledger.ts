import type { Corrected, Rejudged } from '../../shared/appeals/correction.ts'
import type { Actor, LedgerEvent, Opened, Proposed, Withdrawn } from '../../shared/codes/events.ts'
import { isRed } from '../../shared/codes/reasons.ts'
import { instant, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { codeAppeal, decideAppealRow, eventsOfInspection } from '../store/appeals.ts'
import type { Write } from '../store/db.ts'
import type { Listed } from '../store/inspections.ts'
import { leftWithout } from './appeals-tell.ts'
import { addEvents, ledgersOf } from './code-ledger.ts'
import { eventsOfSeat } from './inspection-events.ts'
import type { Permitted } from './may.ts'

type Given = { row: Listed; judged: Rejudged; corrected: readonly Corrected[]; permitted: Permitted }
type Person = { person: string; seat: number; events: readonly LedgerEvent[] }

/** `reasons`: what it took back; a red that two persons have confirmed is not among them. `still`: the gravest colour that stays. */
export type TakenBack = { writes: Write[]; reasons: string[]; still: 'yellow' | 'red' | null }

/**
 * What the wrong record wrote into the ledgers of its crew: withdrawn where the facts were wrong or the reason stands no longer.
 * What stands all the same is written again beside it. Nobody gets a colour by a correction.
 */
export async function takeBack(deps: Deps, given: Given): Promise<TakenBack> {
  const now = deps.now()
  const { row, judged, corrected } = given
  const actor: Actor = { role: 'head', id: given.permitted.staff, unit: row.checkpoint_name }
  const people = await peopleIn(deps, row)
  const gone = people.map((one) => ({ ...one, gone: openingsOf(one).filter((event) => !stands(event, one, judged)) }))
  const touched = gone.filter((one) => one.gone.length > 0 || corrected.some(({ seat }) => seat === one.seat))
  const moot = await Promise.all(
    gone.flatMap((one) => one.gone.map(({ id }) => deps.db.all(codeAppeal(one.person, id)))),
  )
  const confirmed = await confirmedReds(deps, people)
  const back = gone.flatMap((one) => one.gone).filter(({ id }) => !confirmed.has(id))
  const taken = new Set(back.map(({ id }) => id))
  const still = await leftWithout(
    deps,
    people.map(({ person }) => person),
    ({ opening }) => taken.has(opening),
  )
  const decision = { decided_by: given.permitted.staff, state: 'corrected', way: 'corrected' } as const
  return {
    writes: [
      ...touched.flatMap((one) => addEvents(one.person, againOf(deps, given, actor, one), { now, inspection: row.id })),
      ...moot.flat().flatMap((appeal) => decideAppealRow(appeal, decision, now)),
    ],
    reasons: back.map(({ reason }) => reason),
    still,
  }
}

/** The epidemic office ends these, and nobody else (decision table §3). */
async function confirmedReds(deps: Deps, people: readonly Person[]): Promise<ReadonlySet<string>> {
  const ledgers = await ledgersOf(
    deps,
    people.map(({ person }) => person),
  )
  return new Set(
    [...ledgers.values()].flatMap(({ open }) =>
      open.filter(({ reason }) => isRed(reason)).map(({ opening }) => opening),
    ),
  )
}

/** Ids of a record's events end in the seat (inspection-events.ts). */
async function peopleIn(deps: Deps, row: Listed): Promise<readonly Person[]> {
  const told = await deps.db.all(eventsOfInspection(row.id))
  const people = new Map<string, Person>()
  for (const { person_tag: person, event: text } of told) {
    const event: LedgerEvent = JSON.parse(text)
    const seat = Number(/\/(\d+)$/.exec(event.id)?.[1] ?? Number.NaN)
    if (!Number.isInteger(seat)) continue
    const before = people.get(person)
    people.set(person, { person, seat, events: [...(before?.events ?? []), event] })
  }
  return [...people.values()]
}

const openingsOf = ({ events }: Person): readonly (Opened | Proposed)[] =>
  events.filter((event): event is Opened | Proposed => event.kind === 'opened' || event.kind === 'proposed')

const stands = ({ reason }: Opened | Proposed, { seat }: Person, { after }: Rejudged): boolean =>
  after.opens.some((opening) => opening.crew === seat && opening.reason === reason)

/** The withdrawal, what the right record says of arrival and tests, and the reasons that stand: a moment after it. */
function againOf(deps: Deps, { row, judged }: Given, actor: Actor, one: Person): readonly LedgerEvent[] {
  const now = deps.now()
  const withdrawn: Withdrawn = {
    kind: 'withdrawn',
    id: `withdrawn@${row.id}/corrected`,
    at: now,
    source: 'office',
    actor,
    inspection: row.id,
  }
  const record = { id: row.id, at: instant(row.made_at), crew: judged.facts.crew, actor }
  const seen = new Set(one.events.map(({ kind }) => kind))
  const right = eventsOfSeat(record, judged.after, one.seat).flatMap((event): readonly LedgerEvent[] => {
    if (event.kind === 'tested') return [ofCorrection(event, row.id)]
    return event.kind === 'arrived' && seen.has('arrived') ? [ofCorrection(event, row.id)] : []
  })
  const standing = openingsOf(one)
    .filter((event) => stands(event, one, judged))
    .map((event): LedgerEvent => ({ ...event, id: again(event.id), at: plus(now, 1), actor }))
  return [withdrawn, ...right, ...standing]
}

const again = (id: string): string => `${id}/corrected`

/** What a correction wrote falls with it, not with the record that it put right. */
export const correctedRecord = (inspection: string): string => again(inspection)

const ofCorrection = (
  event: Extract<LedgerEvent, { kind: 'tested' | 'arrived' }>,
  inspection: string,
): LedgerEvent => ({
  ...event,
  id: again(event.id),
  record: correctedRecord(inspection),
})
