import type * as z from 'zod/mini'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getIncident as contract, summonsView, timelineEntry } from '../../schema/api/incidents.ts'
import { asksAnswer, asksArrival, hasPromised, stateOf, type Made } from '../../shared/congestion/calls.ts'
import { ladderAt } from '../../shared/congestion/ladder.ts'
import type { CongestionLaw, CongestionNumbers } from '../../shared/congestion/numbers.ts'
import { lapsesAt } from '../../shared/congestion/promise.ts'
import { responseDue } from '../../shared/congestion/response.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { limitsOf, overOf } from '../../shared/wording/congestion-steps.ts'
import { eventWords } from '../../shared/wording/congestion-timeline.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { callsOfIncidents, congestionEvents, incidentById } from '../store/incidents.ts'
import type { CallRow, CongestionEventRow, IncidentRow } from '../store/incidents.ts'
import { peakOf } from '../store/queue.ts'
import { congestionLaw } from './congestion-law.ts'
import { answerOf, faredIn, incidentEventOf, lastMoment, madeOf, toldOf } from './congestion-log.ts'
import type { Answered } from './congestion-log.ts'
import { seenAt } from './congestion-situation.ts'
import { mayThey, permitIn } from './may.ts'
import { shownOf } from './notices-shown.ts'
import { regionsInTimeline } from './situation.ts'
import { noticeStates } from './notices-states.ts'
import type { NoticeState } from './notices-states.ts'

export type IncidentView = AnswerOf<typeof contract>
type SummonsView = z.infer<typeof summonsView>
type Entry = z.infer<typeof timelineEntry>

const iso = (at: number | null): string | null => (at === null ? null : beijingIso(instant(at)))
const noIncident = () => new Fault('not-found', 'CG-20', 'there is no such incident', { path: 'path.id' })

/** @throws Fault not-found CG-20 */
export async function incidentAndPlace(deps: Pick<Deps, 'db'>, id: string): Promise<[IncidentRow, CheckpointRow]> {
  const [row] = await deps.db.all(incidentById(id))
  const [place] = row === undefined ? [] : await deps.db.all(checkpointById(row.checkpoint_id))
  if (row === undefined || place === undefined) throw noIncident()
  return [row, place]
}

/** An incident as it stands; folded again from its events, so that an old one reads as it was. */
export async function getIncident(deps: Deps, asker: Asker, id: string): Promise<IncidentView> {
  const [row, place] = await incidentAndPlace(deps, id)
  permitIn(asker, 'see the board', place)
  const now = deps.now()
  // What came after its end is another's.
  const until = row.ended_at ?? now + 1000
  const from = instant(row.opened_at - 15 * minute)
  const [rows, calls, [peak], notices] = await Promise.all([
    deps.db.all(congestionEvents(place.id, from)),
    deps.db.all(callsOfIncidents([id])),
    deps.db.all(peakOf(place.id, row.started_at ?? row.opened_at, until)),
    noticeStates(deps, id),
  ])
  const inIt = rows.filter((one) => one.known_at <= until)
  const law = congestionLaw(deps)
  const ladder = ladderAt(
    inIt.flatMap((one) => incidentEventOf(one) ?? []),
    law,
    row.ended_at === null ? lastMoment(inIt, now) : instant(row.ended_at),
  )
  const incident = ladder.incident?.origin === row.origin ? ladder.incident : null
  const numbers = law.at(row.ended_at === null ? now : instant(row.ended_at))
  const answers = inIt.flatMap((one) => answerOf(one) ?? [])
  const fared = faredIn(notices)
  const made = calls.map((call) => madeOf(call, answers, fared))
  const due = incident === null ? null : responseDue({ incident, roster: [], made, numbers, now })
  const seen = await seenAt(deps, place.id, { rows: inIt })
  const ended = row.ended_at
  const next = ended === null ? (ladder.next ?? (due?.next == null ? null : { what: 'response', at: due.next })) : null
  return {
    id,
    checkpoint: place.id,
    checkpointName: place.name,
    startedAt: iso(row.started_at),
    endedAt: iso(ended),
    state:
      row.dismissed === 1 ? 'dismissed' : row.started_at === null ? 'candidate' : ended === null ? 'running' : 'ended',
    cause: incident?.cause ?? 'driver',
    candidateUntil: ladder.candidate?.id === row.origin ? beijingIso(ladder.candidate.until) : null,
    incidentMinutes: row.started_at === null ? null : Math.floor(((ended ?? now) - row.started_at) / minute),
    waitMinutes: seen.waitMinutes,
    queueMetres: seen.metres,
    clock: numbers.congestionClock,
    peakWaitMinutes: peak?.wait ?? null,
    peakQueueMetres: peak?.metres ?? null,
    lostSince: iso(ladder.measured?.lostSince ?? null),
    steps: stepsOf(incident?.steps ?? [], calls, law),
    next: next === null ? null : { what: next.what, at: beijingIso(next.at) },
    greenLane: ladder.green?.state ?? 'unknown',
    allOnDutyAt: iso(incident?.allOnDutyAt ?? null),
    summonses: calls.flatMap((call, nth) => summonsOf(call, made[nth], { ended, numbers, now, answers, made })),
    timeline: timelineOf(row, place, { rows: inIt, calls, notices, regions: await regionsInTimeline(deps, id) }),
    may: {
      answer: ended === null && mayThey(asker, 'answer for the summoned'),
      close: ended === null && row.started_at !== null && mayThey(asker, 'lead at an incident'),
      judge: row.started_at === null && row.dismissed === 0 && mayThey(asker, 'lead at an incident'),
      greenLane: mayThey(asker, 'report a queue'),
    },
  }
}

type Steps = IncidentView['steps']
/** By the calls that were made: what was done, not what would be done today. */
function stepsOf(
  fired: readonly { step: Steps[number]['step']; dueAt: Instant; knownAt: Instant }[],
  calls: readonly CallRow[],
  law: CongestionLaw,
): Steps {
  const steps = [...new Set(calls.flatMap(({ step }) => step ?? []))]
  return steps.flatMap((step) => {
    const of = calls.filter((call) => call.step === step)
    const first = of.reduce<CallRow | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined)
    if (first === undefined) return []
    const dueAt = fired.find((one) => one.step === step)?.dueAt ?? first.due_at
    const firedAt = instant(first.at)
    return [
      {
        step,
        over: overOf(step, limitsOf(law.at(firedAt))),
        dueAt: beijingIso(instant(dueAt)),
        firedAt: beijingIso(firedAt),
        late: first.late === 1,
      },
    ]
  })
}

type Around = {
  ended: number | null
  numbers: CongestionNumbers
  now: Instant
  answers: readonly Answered[]
  made: readonly Made[]
}

export function summonsOf(call: CallRow, made: Made | undefined, around: Around): SummonsView[] {
  const { ended, numbers, now, answers } = around
  if (made === undefined || made.ear.kind !== 'person' || call.step === null) return []
  const { purpose, ear } = made
  if (purpose !== 'summons' && purpose !== 'deputy' && purpose !== 'inform') return []
  const state = stateOf(made)
  const open = ended === null && asksAnswer(made) && !hasPromised(state) && state !== 'cannot'
  const by = plus(instant(call.at), numbers.congestionAnswerWithin * minute)
  const said = (kind: string) => made.answers.find(({ answer }) => answer === kind)?.at ?? null
  const lapsed = lapsesAt(made, around)
  const last = answers.findLast((one) => one.call === call.id)?.row.by_kind
  return [
    {
      id: call.id,
      step: call.step,
      purpose,
      role: ear.person.role,
      name: ear.person.name,
      title: ear.person.title,
      at: beijingIso(instant(call.at)),
      late: call.late === 1,
      state: ended !== null && asksAnswer(made) && !hasPromised(state) ? 'moot' : state,
      unsent: made.unsent === true,
      answerBy: open ? beijingIso(by) : null,
      overdue: open && now > by,
      onSiteAsked: asksArrival(made),
      acknowledgedAt: iso(said('acknowledged') ?? said('under-way') ?? said('arrived')),
      arrivedAt: iso(said('arrived')),
      lapsedAt: lapsed !== null && lapsed <= now ? beijingIso(lapsed) : null,
      answeredBy: last === 'link' || last === 'reply' || last === 'phone' ? last : last === undefined ? null : 'app',
    },
  ]
}

type Happened = {
  rows: readonly CongestionEventRow[]
  calls: readonly CallRow[]
  notices: readonly NoticeState[]
  regions: Awaited<ReturnType<typeof regionsInTimeline>>
}

/** What happened and who was told, in the order in which it came to be known. */
function timelineOf(row: IncidentRow, place: CheckpointRow, { rows, calls, notices, regions }: Happened): Entry[] {
  const from = row.opened_at - 15 * minute
  const byId = new Map(calls.map((call) => [call.id, call]))
  const events = rows
    .filter((one) => one.kind !== 'measured' && one.known_at >= from)
    .flatMap((one) => {
      const answer = answerOf(one)
      const call = answer === undefined ? undefined : byId.get(answer.call)
      if (answer !== undefined && call === undefined) return []
      const words = eventWords(one.kind, {
        checkpoint: place.name,
        answer: answer?.answer,
        name: call === undefined ? '' : nameIn(call),
        told: toldOf(one),
      })
      return [
        { ...times(one.at, one.known_at), kind: one.kind, step: call?.step ?? null, late: false, ...words, sent: [] },
      ]
    })
  const left = (key: string) => notices.filter(({ dedupe }) => dedupe.split('+')[0] === `${row.id}/${key}`).map(shownOf)
  const told = calls.map(({ key, at, due_at: due, purpose, step, late, zh, en }) => ({
    ...times(due, at),
    kind: purpose,
    step,
    late: late === 1,
    zh,
    en,
    sent: left(key),
  }))
  const grouped = regions.map(({ at, zh, en }) => ({
    ...times(at, at),
    kind: 'region',
    step: null,
    late: false,
    zh,
    en,
    sent: [],
  }))
  return [...events, ...told, ...grouped].toSorted((a, b) =>
    a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0,
  )
}

const times = (at: number, knownAt: number) => ({ at: beijingIso(instant(at)), knownAt: beijingIso(instant(knownAt)) })

export function nameIn(call: CallRow): string {
  const made = madeOf(call, [])
  return made.ear.kind === 'person' ? made.ear.person.name : ''
}
