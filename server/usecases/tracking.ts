import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { getTracking as getContract, listTrackings as listContract } from '../../schema/api/tracking.ts'
import { Fault } from '../../shared/fault.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { beijingIso, day, hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { messagesAbout } from '../store/messages.ts'
import { crewOnPlate, openCounts, trackingById, trackingPage } from '../store/tracking.ts'
import type { OpenCount, TrackingAndPlace, TrackingPage } from '../store/tracking.ts'
import { permit } from './may.ts'
import { viewOfMessage } from './messages.ts'
import { viewOfTracking } from './tracking-view.ts'

type Query = QueryOf<typeof listContract>
type Show = NonNullable<Query['show']>
const usualPage = 50
/** How far back before a release its crew may have registered. */
const registeredWithin = 30 * day

/** Releases with a pending sample; what still has to be done first. */
export async function listTrackings(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see tracking')
  const limit = query.limit ?? usualPage
  const overdueBefore = overdueNow(deps)
  const [rows, counts] = await Promise.all([
    deps.db.all(
      trackingPage({
        ...shown(query.show ?? 'open', overdueBefore),
        plate: query.plate === undefined ? undefined : normalisePlate(query.plate),
        after: query.before === undefined ? undefined : readCursor(query.before),
        limit,
      }),
    ),
    deps.db.all(openCounts(overdueBefore)),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => viewOfTracking(deps, row)),
    next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    counts: countsOf(counts),
  }
}

/** What was opened by then should have its result; by today's number, which only chooses rows. */
const overdueNow = (deps: Deps): Instant =>
  plus(deps.now(), -deps.law.numbersAt(deps.now()).trackingResultWithin * hour)

function shown(show: Show, overdueBefore: Instant): Pick<TrackingPage, 'states' | 'unmatched' | 'until'> {
  const filters: Readonly<Record<Show, Pick<TrackingPage, 'states' | 'unmatched' | 'until'>>> = {
    open: { states: ['positive', 'waiting'] },
    waiting: { states: ['waiting'] },
    overdue: { states: ['waiting'], until: overdueBefore },
    positive: { states: ['positive'] },
    unmatched: { states: ['positive', 'waiting'], unmatched: true },
    closed: { states: 'done' },
  }
  return filters[show]
}

function countsOf(counts: readonly OpenCount[]): AnswerOf<typeof listContract>['counts'] {
  const of = (fits: (count: OpenCount) => boolean) => counts.filter(fits).reduce((sum, { n }) => sum + n, 0)
  return {
    waiting: of(({ state }) => state === 'waiting'),
    overdue: of(({ state, overdue }) => state === 'waiting' && overdue === 1),
    positive: of(({ state }) => state === 'positive'),
    unmatched: of(({ unmatched }) => unmatched === 1),
  }
}

const cursorOf = (row: TrackingAndPlace): string => `${row.state === 'positive' ? 'p' : 'o'}_${row.opened_at}_${row.id}`

function readCursor(text: string): NonNullable<TrackingPage['after']> {
  const [, state, openedAt, id] = /^([po])_(-?\d{1,15})_([0-9a-f-]{36,39})$/.exec(text) ?? []
  if (openedAt === undefined || id === undefined)
    throw new Fault('bad-input', 'TK-05', 'not the `next` of a page', { path: 'query.before' })
  return { positive: state === 'p', openedAt: Number(openedAt), id }
}

/** One tracking, who was told of it and who answered. */
export async function getTracking(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof getContract>> {
  const { role } = permit(asker, 'see tracking')
  const row = await findTracking(deps, id)
  const told = await deps.db.all(messagesAbout(id))
  return {
    tracking: viewOfTracking(deps, row),
    told: told.map((message) => viewOfMessage(message, false)),
    candidates: role === 'epidemic' && isUnmatched(row) ? await candidatesFor(deps, row) : [],
  }
}

export const isUnmatched = ({ person_tag: person, state }: TrackingAndPlace): boolean =>
  person === null && state === 'waiting'

/** Whoever was registered on that plate then; the same surname and last four come first. */
async function candidatesFor(deps: Deps, row: TrackingAndPlace): Promise<AnswerOf<typeof getContract>['candidates']> {
  const openedAt = instant(row.opened_at)
  const crew = await deps.db.all(
    crewOnPlate(row.plate, { from: plus(openedAt, -registeredWithin), to: plus(openedAt, day) }),
  )
  return crew
    .map((one) => ({
      trip: one.trip_id,
      tripNumber: one.number,
      seat: one.seat,
      role: one.role,
      surname: one.surname,
      idTail: one.id_tail,
      registeredAt: beijingIso(instant(one.registered_at)),
    }))
    .toSorted((a, b) => Number(b.idTail === row.id_tail) - Number(a.idTail === row.id_tail))
}

/** @throws Fault not-found TK-01 */
export async function findTracking(deps: Deps, id: string): Promise<TrackingAndPlace> {
  const [row] = await deps.db.all(trackingById(id))
  if (row === undefined) throw new Fault('not-found', 'TK-01', 'there is no such tracking', { path: 'path.id' })
  return row
}
