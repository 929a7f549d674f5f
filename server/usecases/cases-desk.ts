import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { findCaller as findContract, openCase as openContract } from '../../schema/api/cases.ts'
import { maskName } from '../../shared/identity/name.ts'
import { maskPhone, normalisePhone, parsePhone, phoneTail } from '../../shared/identity/phone.ts'
import { normalisePlate, parsePlate } from '../../shared/identity/plate.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { newestCases, tripsOfPhone } from '../store/cases.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { runningTripsOfPlate } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import { byStaff } from './actor.ts'
import { allWithEvents } from './cases-load.ts'
import { makeTheCase, tripNamed } from './cases-make.ts'
import type { NewCase } from './cases-make.ts'
import { permitCases } from './cases-reach.ts'
import { iso, lineOfCase } from './cases-view.ts'
import type { Spoken } from './cases-write.ts'
import { withCrew } from './load-trip.ts'
import { phoneTag } from './person-tag.ts'
import { must } from './read-notes.ts'

/** The last four digits of whoever reported, searched among cases only. */
export const caseTailTag = (deps: Pick<Deps, 'vault'>, tail: string): Promise<string> =>
  deps.vault.tag('case-phone-tail', tail)

/** A call: accepted by being answered, and dispatched where the unit is named already. */
export async function openCase(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof openContract>,
): Promise<AnswerOf<typeof openContract>> {
  const permitted = permitCases(asker, 'take down cases')
  const trip = await tripNamed(deps, form.trip)
  const by = { role: 'dispatcher', id: permitted.staff } as const
  const common = { at: deps.now(), by }
  const deeds: Spoken[] = [
    { deed: { ...common, move: 'accept' } },
    ...(form.dispatchTo === undefined ? [] : [{ deed: { ...common, move: 'dispatch', to: form.dispatchTo } as const }]),
  ]
  const made = await makeTheCase(deps, {
    id: form.id,
    way: 'phone',
    by,
    category: form.category,
    words: form.words,
    filedAt: deps.now(),
    plate: form.plate === undefined ? (trip?.plate ?? null) : must(parsePlate(form.plate), 'plate'),
    trip,
    checkpoint: form.checkpoint ?? trip?.checkpoint_id ?? null,
    inspection: null,
    staff: permitted.staff,
    terminal: null,
    caller: await callerIn(deps, form),
    deeds,
    entry: {
      by: byStaff(permitted),
      action: 'case-made',
      subject: form.id,
      detail: { way: 'phone', category: form.category, dispatched: form.dispatchTo ?? null },
    },
  })
  return lineOfCase(made)
}

async function callerIn(deps: Deps, form: BodyOf<typeof openContract>): Promise<NonNullable<NewCase['caller']>> {
  const phone = form.phone === undefined ? null : must(parsePhone(form.phone), 'phone')
  const name = form.caller ?? null
  if (phone === null && name === null) return { reporter_sealed: null, phone_tag: null, phone_tail_tag: null }
  return {
    reporter_sealed: await deps.vault.seal('case-caller', JSON.stringify({ name, phone })),
    phone_tag: phone === null ? null : await phoneTag(deps.vault, phone),
    phone_tail_tag: phone === null ? null : await caseTailTag(deps, phoneTail(phone)),
  }
}

const shown = 10

/** Whoever calls: his running trips and what was reported before. What was asked for stands in the log, masked. */
export async function findCaller(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof findContract>,
): Promise<AnswerOf<typeof findContract>> {
  const permitted = permitCases(asker, 'take down cases')
  const plate = 'plate' in form ? must(parsePlate(form.plate), 'plate') : undefined
  const phone = 'phone' in form ? must(parsePhone(form.phone), 'phone') : undefined
  const tag = phone === undefined ? undefined : await phoneTag(deps.vault, normalisePhone(phone))
  const trips =
    tag === undefined
      ? runningTripsOfPlate(normalisePlate(plate ?? ''), deps.now())
      : tripsOfPhone(tag, deps.now(), shown)
  const [found, before] = await Promise.all([
    deps.db.all(trips),
    deps.db.all(newestCases({ within: permitted.within, wanted: { plate, phone: tag }, limit: shown })),
  ])
  const detail = { by: plate === undefined ? 'phone' : 'plate', trips: found.length, cases: before.length }
  const subject = plate ?? maskPhone(phone ?? '')
  await deps.audit.commit([], [{ by: byStaff(permitted), action: 'caller-looked-up', subject, detail }])
  return {
    trips: await Promise.all(found.slice(0, shown).map((trip) => viewOfTrip(deps, trip))),
    cases: (await allWithEvents(deps, before.slice(0, shown))).map(lineOfCase),
  }
}

async function viewOfTrip(deps: Deps, trip: TripRow): Promise<AnswerOf<typeof findContract>['trips'][number]> {
  const { crew } = await withCrew(deps, trip)
  const [driver] = crew
  const [place] = trip.checkpoint_id === null ? [] : await deps.db.all(checkpointById(trip.checkpoint_id))
  return {
    id: trip.id,
    number: trip.number,
    plate: trip.plate,
    driver: maskName(driver?.name ?? ''),
    phone: driver?.phone ? maskPhone(driver.phone) : null,
    from: trip.from_region,
    to: trip.to_region,
    checkpoint: place === undefined ? null : { id: place.id, name: place.name },
    eta: iso(trip.eta),
  }
}
