import type * as z from 'zod/mini'
import type { caseLine, caseSheet } from '../../schema/api/cases.ts'
import { deadlinesOf, mayClose } from '../../shared/cases/clocks.ts'
import { routeOf } from '../../shared/cases/routing.ts'
import type { CaseRole } from '../../shared/cases/kinds.ts'
import { movesFor, type CaseMove } from '../../shared/cases/moves.ts'
import { masked } from '../../shared/audit/mask.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import { regionName } from '../../shared/identity/region.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { CaseAndPlace, CaseEventAndName } from '../store/cases.ts'
import { crewOfTrip } from '../store/trips.ts'
import { saidIn } from './cases-load.ts'
import type { LoadedCase } from './cases-load.ts'
import { numberOf } from './cases-number.ts'
import { toldOf } from './cases-told.ts'
import { openMember } from './crew.ts'

export type CaseLine = z.infer<typeof caseLine>
export type CaseSheet = z.infer<typeof caseSheet>

export const iso = (at: number) => beijingIso(instant(at))
export const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

export const placeOf = ({ checkpoint_id: id, checkpoint_name: name }: CaseAndPlace): CaseLine['checkpoint'] =>
  id === null ? null : { id, name: name ?? id }

export function lineOfCase({ row, file, numbers }: LoadedCase): CaseLine {
  const { accept, dispatch, reply, level, callBack } = deadlinesOf(file, numbers)
  return {
    id: row.id,
    number: numberOf(row),
    way: row.way,
    category: file.category,
    state: file.state,
    level: file.level,
    area: row.area,
    areaName: regionName(row.area) ?? row.area,
    plate: row.plate,
    checkpoint: placeOf(row),
    words: row.words,
    filedAt: iso(row.filed_at),
    madeAt: iso(row.made_at),
    deadlines: {
      accept: isoOrNull(accept),
      dispatch: isoOrNull(dispatch),
      reply: isoOrNull(reply),
      level: isoOrNull(level),
      callBack: isoOrNull(callBack),
    },
    dueAt: isoOrNull(row.due_at),
    supervised: file.supervised,
    overdue: row.overdue === 1,
  }
}

/** What the head of the checkpoint reads of it: of what his checkpoint did to somebody, not by whose truck. */
export function lineForHead(loaded: LoadedCase): CaseLine {
  const line = lineOfCase(loaded)
  const { plate } = line
  if (plate === null || !routeOf(line.category).conduct) return line
  return { ...line, plate: null, words: line.words.replaceAll(plate, '***').replaceAll(showPlate(plate), '***') }
}

const lineFor = (role: CaseRole, loaded: LoadedCase): CaseLine =>
  role === 'head' ? lineForHead(loaded) : lineOfCase(loaded)

export const openWords = async (deps: Pick<Deps, 'vault'>, sealed: string | null): Promise<string | null> =>
  sealed === null ? null : deps.vault.open('case-words', sealed)

/** As told, with what a search does not see. */
export const wholeWords = async (deps: Pick<Deps, 'vault'>, { words, words_sealed: sealed }: CaseAndPlace) =>
  (await openWords(deps, sealed)) ?? words

export type Caller = { name: string | null; phone: string | null }

/** Whoever called, or who drives the trip it is about. */
export async function callerOf(deps: Deps, row: CaseAndPlace): Promise<Caller> {
  if (row.reporter_sealed !== null) {
    const caller: Caller = JSON.parse(await deps.vault.open('case-caller', row.reporter_sealed))
    return caller
  }
  const [first] = row.trip_id === null ? [] : await deps.db.all(crewOfTrip(row.trip_id))
  if (first === undefined) return { name: null, phone: null }
  const { name, phone } = await openMember(deps.vault, first)
  return { name, phone }
}

/** What the table gives this role, less what needs more than a state. */
export const mayDo = ({ file, numbers }: LoadedCase, role: CaseRole): CaseMove[] =>
  movesFor(file, role).filter((move) => move !== 'close' || mayClose(file, numbers))

export async function sheetOfCase(deps: Deps, loaded: LoadedCase, role: CaseRole): Promise<CaseSheet> {
  const { row, events, file } = loaded
  const isHead = role === 'head'
  const line = lineFor(role, loaded)
  const caller = isHead ? nobody : await callerOf(deps, row)
  const told = isHead ? events.filter(isForHead).map((event) => viewForHead(deps, event)) : undefined
  return {
    case: line,
    words: isHead ? line.words : await wholeWords(deps, row),
    caller: caller.name,
    phone: caller.phone,
    trip: isHead ? null : row.trip_id,
    inspection: isHead && line.plate === null ? null : row.inspection_id,
    dispatchedTo: file.dispatchedTo,
    unreached: file.unreached,
    opinion: file.opinion,
    events: await Promise.all(told ?? events.map((event) => viewOfEvent(deps, event))),
    told: isHead ? [] : await toldOf(deps, row.id),
    may: mayDo(loaded, role),
  }
}

const nobody: Caller = { name: null, phone: null }
const ofOffice: readonly CaseEventAndName['move'][] = ['note', 'supervise', 'answer', 'ask-call-back']

/** What the office says among itself, and what the reporter said of the reply, is not the head's. */
const isForHead = ({ move, by_role: role }: CaseEventAndName): boolean => role === 'head' || !ofOffice.includes(move)

async function viewForHead(deps: Deps, event: CaseEventAndName): Promise<CaseSheet['events'][number]> {
  const whole = await viewOfEvent(deps, event)
  const isOpen = event.move === 'reply' || event.move === 'more' || event.by_role === 'head'
  return { ...whole, words: isOpen && whole.words !== null ? masked(whole.words) : null }
}

async function viewOfEvent(deps: Deps, event: CaseEventAndName): Promise<CaseSheet['events'][number]> {
  const { to = null, result = null, why = null, category = null } = saidIn(event)
  return {
    n: event.n,
    move: event.move,
    at: iso(event.at),
    role: event.by_role,
    by: event.by_name,
    to,
    result,
    why,
    category,
    words: await openWords(deps, event.text_sealed),
  }
}

/** The newest reply and its time. */
export async function replyOf(deps: Deps, events: readonly CaseEventAndName[]) {
  const last = events.findLast(({ move }) => move === 'reply')
  const text = await openWords(deps, last?.text_sealed ?? null)
  return last === undefined || text === null ? null : { text, at: iso(last.at) }
}
