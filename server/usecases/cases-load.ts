import { begin, step, type CaseFile } from '../../shared/cases/case-file.ts'
import { callBackFrom, caseNumbersAt, deadlinesOf, nextDeadline } from '../../shared/cases/clocks.ts'
import type { CaseActor, CaseDeed, CaseMade } from '../../shared/cases/events.ts'
import type { CallResult, CaseCategory, CaseLevel, CaseWay, Escalation } from '../../shared/cases/kinds.ts'
import { Fault } from '../../shared/fault.ts'
import { instant } from '../../shared/instant.ts'
import type { CaseNumbers } from '../../shared/policy/parameters-cases.ts'
import type { Deps } from '../deps.ts'
import { caseById, eventsOfCase, eventsOfCases } from '../store/cases.ts'
import type { CaseAndPlace, CaseEventAndName, CaseEventRow, CaseRow } from '../store/cases.ts'

/** What an event says besides who and when; texts are sealed beside it. */
export type Said = {
  to?: string
  result?: CallResult
  why?: Escalation
  category?: CaseCategory
  way?: CaseWay
  level?: CaseLevel
}

export type LoadedCase = {
  readonly row: CaseAndPlace
  readonly events: readonly CaseEventAndName[]
  readonly file: CaseFile
  readonly numbers: CaseNumbers
}

export const noCase = () => new Fault('not-found', 'CA-01', 'there is no such case', { path: 'path.id' })

/** @throws Fault not-found CA-01 */
export async function loadCase(deps: Deps, id: string): Promise<LoadedCase> {
  const [row] = await deps.db.all(caseById(id))
  if (row === undefined) throw noCase()
  return withEvents(deps, row)
}

export const withEvents = async (deps: Deps, row: CaseAndPlace): Promise<LoadedCase> =>
  loadedOf(deps, row, await deps.db.all(eventsOfCase(row.id)))

/** A page of them, with one question for the events of all. */
export async function allWithEvents(deps: Deps, rows: readonly CaseAndPlace[]): Promise<LoadedCase[]> {
  const found = await deps.db.all(eventsOfCases(rows.map(({ id }) => id)))
  const events = new Map<string, CaseEventAndName[]>(rows.map(({ id }) => [id, []]))
  for (const event of found) events.get(event.case_id)?.push(event)
  return rows.map((row) => loadedOf(deps, row, events.get(row.id) ?? []))
}

const loadedOf = (deps: Deps, row: CaseAndPlace, events: readonly CaseEventAndName[]): LoadedCase => ({
  row,
  events,
  file: fileIn(row, events),
  numbers: numbersOf(deps, row),
})

export const numbersOf = (deps: Pick<Deps, 'law'>, { made_at: madeAt }: Pick<CaseRow, 'made_at'>): CaseNumbers =>
  caseNumbersAt(deps.law.numbersAt(instant(madeAt)), instant(madeAt))

export const saidIn = ({ detail }: Pick<CaseEventRow, 'detail'>): Said => {
  const said: Said = JSON.parse(detail)
  return said
}

const actorIn = ({ by_role: role, by_id: id }: CaseEventRow): CaseActor => ({ role, id })

function fileIn(row: CaseRow, events: readonly CaseEventRow[]): CaseFile {
  const [first] = events
  const { way = row.way, category = row.category, level = row.level } = first === undefined ? {} : saidIn(first)
  const by: CaseActor = first === undefined ? { role: 'system', id: null } : actorIn(first)
  const made: CaseMade = { move: 'make', at: instant(row.made_at), by, way, category, level }
  return events.slice(1).reduce((file, event) => step(file, deedIn(event)), begin(made))
}

/** As it was written; what a deed does not know it does not look at. */
function deedIn(event: CaseEventRow): CaseDeed {
  const { to = '', result = 'unreached', why = 'by-hand', category = 'other' } = saidIn(event)
  const common = { at: instant(event.at), by: actorIn(event) }
  switch (event.move) {
    case 'dispatch':
      return { ...common, move: event.move, to }
    case 'answer':
      return { ...common, move: event.move, result }
    case 'escalate':
      return { ...common, move: event.move, why }
    case 'recategorise':
      return { ...common, move: event.move, category }
    case 'make':
      return { ...common, move: 'note' }
    default:
      return { ...common, move: event.move }
  }
}

/** The row as the case stands: what is searched, and when somebody has to look. */
export function standingOf(file: CaseFile, numbers: CaseNumbers) {
  const deadlines = deadlinesOf(file, numbers)
  const looks = [deadlines.dispatch, deadlines.level, callBackFrom(file, numbers)].flatMap((at) => at ?? [])
  return {
    state: file.state,
    level: file.level,
    category: file.category,
    round: file.round,
    due_at: nextDeadline(deadlines),
    look_at: looks.length === 0 ? null : Math.min(...looks),
    supervised: file.supervised ? 1 : 0,
  } as const
}
