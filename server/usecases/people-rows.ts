import type * as z from 'zod/mini'
import type { personRow } from '../../schema/api/codes.ts'
import type { Ledger, OpenReason, Proposal } from '../../shared/codes/ledger.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { listedAmong } from '../store/people.ts'
import { knownAmong } from '../store/people-known.ts'
import type { KnownRow } from '../store/people-known.ts'
import type { ListedRow } from '../store/people-queues.ts'
import { ledgersOf } from './code-ledger.ts'

export type PersonView = z.infer<typeof personRow>

export const isoOrNull = (at: Instant | null | undefined): string | null =>
  at === null || at === undefined ? null : beijingIso(at)

/** Who somebody is, masked: what registrations say, else what a list says. */
export function maskedOf(person: string, known: readonly KnownRow[], listed: ListedRow | undefined) {
  const trips = known.filter((row) => row.person_tag === person)
  return {
    person,
    surname: trips[0]?.surname ?? listed?.surname ?? '',
    idTail: trips[0]?.id_tail ?? listed?.id_tail ?? '',
    plates: [...new Set(trips.map(({ plate }) => plate))],
  }
}

const openOf = ({ opening, reason, ground, since }: OpenReason) => ({
  opening,
  reason,
  ground,
  since: beijingIso(since),
})
const waitingOf = ({ opening, reason, ground, at, signatures }: Proposal) => ({
  opening,
  reason,
  ground,
  since: beijingIso(at),
  signatures: signatures.length,
})

const viewOf = (masked: ReturnType<typeof maskedOf>, ledger: Ledger, listed: ListedRow | undefined): PersonView => ({
  ...masked,
  colour: ledger.colour,
  since: isoOrNull(ledger.open[0]?.since),
  open: ledger.open.map(openOf),
  waiting: ledger.proposed.map(waitingOf),
  insideSince: isoOrNull(ledger.insideSince),
  testLapsesAt: isoOrNull(ledger.test?.lapsesAt),
  listed: listed?.kind ?? null,
})

/** In the order asked; every colour from the ledger itself. Nobody here is told in full. */
export async function peopleRows(deps: Deps, persons: readonly string[]): Promise<PersonView[]> {
  const people = [...new Set(persons)]
  const [ledgers, known, listed] = await Promise.all([
    ledgersOf(deps, people),
    deps.db.all(knownAmong(people)),
    deps.db.all(listedAmong(people)),
  ])
  return people.flatMap((person) => {
    const ledger = ledgers.get(person)
    const entry = listed.find((row) => row.person_tag === person)
    return ledger === undefined ? [] : [viewOf(maskedOf(person, known, entry), ledger, entry)]
  })
}

export async function personRowOf(deps: Deps, person: string): Promise<PersonView> {
  const [row] = await peopleRows(deps, [person])
  if (row === undefined) throw noSuchPerson()
  return row
}

export const noSuchPerson = () =>
  new Fault('not-found', 'CO-10', 'there is no such person here', { path: 'path.person' })
