import { groundFor } from '../../shared/codes/reasons.ts'
import { instant } from '../../shared/instant.ts'
import type { Cited, Row, Verdict } from '../../shared/policy/verdict.ts'
import {
  escortWanted,
  positiveAtBooth,
  undoneForDriver,
  undoneForOthers,
  yellowForDriver,
  yellowForHosts,
} from '../../shared/wording/messages-recorded.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import type { InspectionRow, Known } from '../store/inspections.ts'
import type { TripRow } from '../store/trips.ts'
import { openingId } from './inspection-events.ts'
import { tell } from './tell.ts'
import type { Ear } from './tell.ts'
import { driverOf, hosts } from './tell-person.ts'

const article = 'jiaozuo-20#7'
const office: readonly Ear[] = [{ audience: 'epidemic', ref: null, channel: 'screen' }]

export type Record = {
  row: InspectionRow
  verdict: Verdict
  /** Of the registration that still runs. */
  trip: TripRow | undefined
  checkpoint: string
  /** Those in these seats have a code of ours. */
  hasCode: (seat: number) => boolean
}

/** V13, V14: driver, company and community. V1, V3: the epidemic office, whoever it is. */
export const tellRecorded = (deps: Deps, record: Record): readonly Write[] => [
  ...tellYellow(deps, record),
  ...tellRisk(deps, record),
]

type Yellow = { seat: number; finding: Cited }

function yellowOf({ verdict, hasCode }: Record): readonly Yellow[] {
  return verdict.opens.flatMap(({ crew: seat, reason }) => {
    const finding = verdict.findings[seat]
    return reason === 'Y1' && finding && hasCode(seat) ? [{ seat, finding }] : []
  })
}

function tellYellow(deps: Deps, record: Record): readonly Write[] {
  const { row, trip } = record
  const yellow = yellowOf(record)
  if (trip === undefined || yellow.length === 0) return []
  const news = { kind: 'code-yellow', urgent: false, article } as const
  const numbers = deps.law.numbersAt(instant(row.made_at))
  return [
    ...yellow.flatMap(({ seat, finding: { ground } }) => {
      const words = yellowForDriver(groundFor('Y1', ground), numbers)
      return tell(deps, { ...news, about: openingId('Y1', row.id, seat), words }, driverOf(trip))
    }),
    ...tell(deps, { ...news, about: row.id, words: yellowForHosts(row.plate) }, hosts(trip)),
  ]
}

function tellRisk(deps: Deps, { row, verdict, checkpoint }: Record): readonly Write[] {
  if (verdict.row !== 'V1' && verdict.row !== 'V3') return []
  const seen = { plate: row.plate, checkpoint, at: instant(row.made_at) }
  const words = verdict.row === 'V1' ? positiveAtBooth(seen) : escortWanted(seen)
  return tell(deps, { kind: 'risk-at-checkpoint', about: row.id, urgent: true, words, article }, office)
}

const yellowRows: readonly string[] = ['V13', 'V14'] satisfies Row[]
const riskRows: readonly string[] = ['V1', 'V3'] satisfies Row[]

export type NoLonger = {
  id: string
  plate: string
  was: string
  is: string
  trip: TripRow | undefined
  checkpoint: string
}

const isOver = ({ was, is }: NoLonger, rows: readonly string[]) => rows.includes(was) && !rows.includes(is)

/** Company, community and epidemic office hear that what they were told no longer holds. */
export function tellOthersNoLonger(deps: Deps, over: NoLonger): readonly Write[] {
  const { id, plate, checkpoint, trip } = over
  const news = { kind: 'record-undone', about: id, article, words: undoneForOthers({ plate, checkpoint }) } as const
  return [
    ...(isOver(over, yellowRows) && trip ? tell(deps, { ...news, urgent: false }, hosts(trip)) : []),
    ...(isOver(over, riskRows) ? tell(deps, { ...news, urgent: true }, office) : []),
  ]
}

/** An undo: whoever heard of the first record hears that it no longer holds, unless the second says the like. */
export function tellUndone(deps: Deps, undone: Known, { row, trip, checkpoint }: Record): readonly Write[] {
  const { id, plate, server_row: was } = undone
  const over = { id, plate, was, is: row.server_row, trip, checkpoint }
  const driver = isOver(over, yellowRows) && trip ? driverOf(trip) : []
  const news = { kind: 'record-undone', about: id, urgent: false, article, words: undoneForDriver(checkpoint) } as const
  return [...tell(deps, news, driver), ...tellOthersNoLonger(deps, over)]
}
