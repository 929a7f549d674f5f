import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  makeCase as makeContract,
  tellCase as tellContract,
  tripCases as contract,
} from '../../schema/api/cases.ts'
import { deadlinesOf } from '../../shared/cases/clocks.ts'
import type { CaseDeed } from '../../shared/cases/events.ts'
import { mayMove, type CaseMove } from '../../shared/cases/moves.ts'
import { Fault } from '../../shared/fault.ts'
import { day } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { casesOfTrip } from '../store/cases.ts'
import type { CaseAndPlace, CaseEventAndName } from '../store/cases.ts'
import { makeTheCase, tripNamed } from './cases-make.ts'
import { caseDone } from './cases-move.ts'
import { allWithEvents, loadCase, noCase, saidIn } from './cases-load.ts'
import type { LoadedCase } from './cases-load.ts'
import { numberOf } from './cases-number.ts'
import { iso, isoOrNull, openWords, placeOf, replyOf, wholeWords } from './cases-view.ts'
import { needDriver } from './may.ts'

type View = AnswerOf<typeof makeContract>

const shown = 20
/** Who sends more in a day calls. */
const mostADay = 20

/** The cases of this trip, as whoever holds its key sees them. */
export async function tripCases(deps: Deps, asker: Asker, trip: string): Promise<AnswerOf<typeof contract>> {
  needDriver(asker, trip)
  const rows = await deps.db.all(casesOfTrip(trip, shown))
  const cases = (await allWithEvents(deps, rows)).map((loaded) => viewForReporter(deps, loaded))
  return { replyWithin: deps.law.numbersAt(deps.now()).hotlineReplyWithin, cases: await Promise.all(cases) }
}

export async function makeCase(
  deps: Deps,
  asker: Asker,
  { trip: id, ...form }: BodyOf<typeof makeContract> & { trip: string },
): Promise<View> {
  needDriver(asker, id)
  const trip = await tripNamed(deps, id)
  await refuseTooMany(deps, id, form.id)
  const made = await makeTheCase(deps, {
    id: form.id,
    way: 'driver',
    by: { role: 'driver', id: null },
    category: form.category,
    words: form.words,
    filedAt: deps.now(),
    plate: trip?.plate ?? null,
    trip,
    checkpoint: form.checkpoint ?? null,
    inspection: form.inspection ?? null,
    staff: null,
    terminal: null,
  })
  return viewForReporter(deps, made)
}

async function refuseTooMany(deps: Deps, trip: string, id: string): Promise<void> {
  const made: readonly CaseAndPlace[] = await deps.db.all(casesOfTrip(trip, mostADay))
  const isMany = made.length === mostADay && made.every(({ made_at: at }) => at > deps.now() - day)
  if (isMany && !made.some((one) => one.id === id))
    throw new Fault('too-many', 'CA-10', 'too many reports on this trip')
}

/** His word on the reply, or something to add; both at once are both kept. */
export async function tellCase(
  deps: Deps,
  asker: Asker,
  { trip, id, opinion, words }: BodyOf<typeof tellContract> & { trip: string; id: string },
): Promise<View> {
  needDriver(asker, trip)
  const loaded = await loadCase(deps, id)
  if (loaded.row.trip_id !== trip) throw noCase()
  const common = { at: deps.now(), by: { role: 'driver', id: null } } as const
  if (opinion === undefined && words === undefined)
    throw new Fault('bad-input', 'CA-11', 'neither a word on the reply nor anything to add', { path: 'opinion' })
  const deed: CaseDeed =
    opinion === undefined ? { ...common, move: 'more' } : { ...common, move: 'answer', result: opinion }
  return viewForReporter(deps, await caseDone(deps, loaded, [{ deed, words }]))
}

/** What the office says among itself is not his. */
const told: readonly (CaseMove | 'make')[] = [
  'make',
  'accept',
  'dispatch',
  'handle',
  'reply',
  'answer',
  'escalate',
  'reopen',
  'close',
  'more',
]

export async function viewForReporter(deps: Deps, { row, file, numbers, events }: LoadedCase): Promise<View> {
  return {
    id: row.id,
    number: numberOf(row),
    category: file.category,
    state: file.state,
    level: file.level,
    checkpoint: placeOf(row),
    words: await wholeWords(deps, row),
    filedAt: iso(row.filed_at),
    replyBy: isoOrNull(deadlinesOf(file, numbers).reply),
    reply: await replyOf(deps, events),
    opinion: file.opinion,
    closedAt: isoOrNull(file.closedAt),
    story: await Promise.all(events.filter(isHis).map((event) => lineForReporter(deps, event))),
    may: { answer: mayMove(file, 'answer', 'driver'), more: mayMove(file, 'more', 'driver') },
  }
}

const isHis = (event: CaseEventAndName): boolean =>
  told.includes(event.move) && !(event.move === 'answer' && saidIn(event).result === 'unreached')

/** Of the office's words he reads the replies and who has it, of his own all. */
async function lineForReporter(deps: Deps, event: CaseEventAndName): Promise<View['story'][number]> {
  const isOpen = event.move === 'reply' || event.by_role === 'driver'
  const words = isOpen ? await openWords(deps, event.text_sealed) : null
  return { at: iso(event.at), move: event.move, words: event.move === 'dispatch' ? (saidIn(event).to ?? null) : words }
}
