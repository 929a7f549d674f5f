import { ledgerAt } from '../../../shared/codes/ledger.ts'
import { nextAt } from '../../../shared/codes/next.ts'
import { comingOf } from '../../../shared/codes/coming-people.ts'
import type { PersonEvents } from '../../../shared/codes/coming-people.ts'
import { minute, plus } from '../../../shared/instant.ts'
import type { Instant } from '../../../shared/instant.ts'
import type { Deps } from '../../deps.ts'
import { peopleDue, settlePerson } from '../../store/codes.ts'
import type { PersonRow } from '../../store/codes.ts'
import { addEvents, eventsOf } from '../../usecases/code-ledger.ts'
import { askAbout } from '../../usecases/feed-tests.ts'
import { tellPerson } from '../../usecases/tell-person.ts'
import type { DueSource } from '../due-source.ts'

const page = 500
/** Something could not be done for a person; the others go first. */
const tryAgainAfter = minute
/** The authority's system is asked about so many of a page, and of what came due no longer ago than this. */
const askedAtOnce = 50
const askedWithin = 10 * minute

/** T1–T4: tests that lapse, overstays, and what cleared by itself. */
export const people: DueSource = {
  name: 'people',
  actions: ['remind-test', 'test-lapsed', 'open-overstay', 'tell-cleared'],
  load: async (deps, until) => {
    const tags = (await deps.db.all(peopleDue(until, page))).map((row) => row.person_tag)
    const events = await eventsOf(deps, tags)
    const unsure = tags.filter((person) => hangsOnATest(deps, { person, events: events.get(person) ?? [] }, until))
    await askAbout(deps, unsure.slice(0, askedAtOnce))
    const newer = unsure.length === 0 ? [] : await eventsOf(deps, unsure)
    return { people: [...new Map([...events, ...newer])].map(([person, of]) => ({ person, events: of })) }
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

/** Before anybody is warned or made yellow for want of a newer test, the authority's system is asked for one. */
const hangsOnATest = (deps: Deps, one: PersonEvents, until: Instant): boolean =>
  comingOf(one, until, (at) => deps.law.numbersAt(at)).some(
    ({ action, at }) =>
      (action === 'remind-test' || action === 'open-overstay') && at <= until && at > plus(until, -askedWithin),
  )

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
