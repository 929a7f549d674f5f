import { ledgerAt } from '../../../shared/codes/ledger.ts'
import { nextAt } from '../../../shared/codes/next.ts'
import type { PersonEvents } from '../../../shared/codes/coming-people.ts'
import { minute, plus } from '../../../shared/instant.ts'
import type { Instant } from '../../../shared/instant.ts'
import type { Deps } from '../../deps.ts'
import { peopleDue, settlePerson } from '../../store/codes.ts'
import type { PersonRow } from '../../store/codes.ts'
import { addEvents, eventsOf } from '../../usecases/code-ledger.ts'
import { tellPerson } from '../../usecases/tell-person.ts'
import type { DueSource } from '../due-source.ts'

const page = 500
/** Something could not be done for a person; the others go first. */
const tryAgainAfter = minute

/** T1–T4: tests that lapse, overstays, and what cleared by itself. */
export const people: DueSource = {
  name: 'people',
  actions: ['remind-test', 'test-lapsed', 'open-overstay', 'tell-cleared'],
  load: async (deps, until) => {
    const rows = await deps.db.all(peopleDue(until, page))
    const events = await eventsOf(
      deps,
      rows.map((row) => row.person_tag),
    )
    return { people: [...events].map(([person, of]) => ({ person, events: of })) }
  },
  act: async (deps, due, told) => [
    ...addEvents(due.subject, due.event === null ? [] : [due.event], { now: deps.now() }),
    ...(told ? await tellPerson(deps, due) : []),
  ],
  settle: (deps, { people: loaded = [] }, { seen, failed }) =>
    loaded.map((one) =>
      settlePerson(rowOf(deps, one, failed.has(one.person) ? { seen, again: plus(seen, tryAgainAfter) } : { seen })),
    ),
}

type Look = { seen: Instant; again?: Instant }

function rowOf(deps: Deps, { person, events }: PersonEvents, { seen, again }: Look): PersonRow {
  const numbersAt = (at: Instant) => deps.law.numbersAt(at)
  const { colour, open, proposed } = ledgerAt(events, seen, numbersAt)
  return {
    person_tag: person,
    colour,
    since: open[0]?.since ?? null,
    proposals: proposed.length,
    events: events.length,
    next_at: again ?? nextAt(events, seen, numbersAt),
  }
}
