import type * as z from 'zod/mini'
import type { plateView } from '../../schema/api/terminals.ts'
import { parsePlate } from '../../shared/identity/plate.ts'

import { idTail } from '../../shared/identity/id-card.ts'
import { surnameOf } from '../../shared/identity/name.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { releases } from '../store/inspections.ts'
import { lastPassOfPlate } from '../store/passes.ts'
import { notValidOfPlate } from '../store/status-lists.ts'
import { withdrawnOfPlate } from '../store/withdrawn-codes.ts'
import { runningTripsOfPlate } from '../store/trips.ts'
import type { TripRow } from '../store/trips.ts'
import type { Member } from './crew.ts'
import { entriesInForce } from './lists-in-force.ts'
import { listsView } from './lists-at-booth.ts'
import { colourOf } from './freight-code.ts'
import { gatherFacts } from './health-facts.ts'
import type { Gathered, PersonFacts } from './health-facts.ts'
import { viewOfTest } from './health-view.ts'
import { withCrew } from './load-trip.ts'
import { needTerminal } from './may.ts'
import { standing } from './passes-view.ts'
import { marksOf, sparing } from './prior-releases.ts'
import { must } from './read-notes.ts'
import { tagsOf, tagsOfDay } from './tag-key.ts'
import { showTripNumber } from './trip-number.ts'

type PlateView = z.infer<typeof plateView>

/** What is known of a truck before the booth. What is not known is null, and holds nobody: the inspector asks. */
export async function lookUpPlate(deps: Deps, asker: Asker, text: string): Promise<PlateView> {
  const { checkpoint } = needTerminal(asker)
  const plate = must(parsePlate(text), 'path.plate')
  const [trip, pass, priorRelease, notCounting] = await Promise.all([
    nearestTrip(deps, plate),
    passFor(deps, plate),
    priorReleaseOf(deps, plate, checkpoint),
    voidOf(deps, plate),
  ])
  const aboard = trip === undefined ? nobodyAboard(deps) : await aboardOf(deps, trip, plate)
  return { plate, ...aboard, pass, ...notCounting, priorRelease }
}

type Aboard = Pick<PlateView, 'trip' | 'crew' | 'healthData'>

const nobodyAboard = ({ healthData }: Deps): Aboard => ({
  trip: null,
  crew: [],
  healthData: healthData.configured ? 'fresh' : 'none',
})

async function aboardOf(deps: Deps, trip: TripRow, plate: string): Promise<Aboard> {
  const { crew } = await withCrew(deps, trip)
  const tags = crew.map(({ personTag }) => personTag)
  const [gathered, listed] = await Promise.all([gatherFacts(deps, crew), entriesInForce(deps, tags, deps.now())])
  return {
    trip: tripView(deps, trip, gathered),
    crew: crew.map((member, index) => ({
      ...memberView(member, gathered.people[index]),
      ...listsView(deps, listed.get(member.personTag) ?? [], { plate, test: gathered.people[index]?.test ?? null }),
    })),
    healthData: gathered.healthData,
  }
}

/** Of several registrations the one whose stated arrival is nearest to now. */
async function nearestTrip(deps: Deps, plate: string): Promise<TripRow | undefined> {
  const now = deps.now()
  const trips = await deps.db.all(runningTripsOfPlate(plate, now))
  return trips.toSorted((a, b) => Math.abs(a.eta - now) - Math.abs(b.eta - now))[0]
}

function tripView(deps: Deps, trip: TripRow, gathered: Gathered): PlateView['trip'] {
  const { state, why = null } = colourOf(trip, gathered, { now: deps.now(), numbers: deps.law.numbersAt(deps.now()) })
  return {
    id: trip.id,
    number: showTripNumber(trip.number),
    scope: trip.scope,
    throughTrain: trip.through_train === 1,
    cargo: trip.cargo,
    from: trip.from_region,
    to: trip.to_region,
    riskStayDeclared: trip.risk_stay === null ? null : trip.risk_stay === 1,
    code: { state, why },
  }
}

const memberView = (member: Member, facts: PersonFacts | undefined) => ({
  role: member.role,
  surname: surnameOf(member.name),
  idTail: idTail(member.number),
  nucleicAcid: viewOfTest(facts?.test ?? null),
  healthCode: facts?.healthCode ?? null,
  travelCard: facts?.travelCard ?? null,
  listed: facts?.listed ?? null,
})

async function passFor(deps: Deps, plate: string): Promise<PlateView['pass']> {
  const [pass] = await deps.db.all(lastPassOfPlate(plate))
  if (pass === undefined) return null
  return { number: pass.number, state: standing(pass, deps.now()), validTo: beijingIso(instant(pass.valid_to)) }
}

/** More trips than that nobody changes within a day, and more passes nobody has. */
const mostVoid = 20

/** A phone without the newest bundle hears of it here. */
async function voidOf({ db, now }: Deps, plate: string): Promise<Pick<PlateView, 'voidCodes' | 'voidPasses'>> {
  const [codes, voidPasses] = await Promise.all([
    db.all(withdrawnOfPlate(plate, now(), mostVoid)),
    db.all(notValidOfPlate(plate, now(), mostVoid)),
  ])
  const voidCodes = codes.map((row) => ({ trip: row.trip_number, before: beijingIso(instant(row.before_at)) }))
  return { ...(voidCodes.length > 0 && { voidCodes }), ...(voidPasses.length > 0 && { voidPasses }) }
}

async function priorReleaseOf(deps: Deps, plate: string, checkpoint: string): Promise<PlateView['priorRelease']> {
  const [row] = await deps.db.all(releases({ ...sparing(deps, checkpoint), plate, limit: 1 }))
  if (row === undefined) return null
  const tags = await tagsOfDay(deps)
  const marks = marksOf(row.crew)
  await tags.ready({ people: marks, plates: [] })
  return {
    at: beijingIso(instant(row.made_at)),
    checkpoint: row.checkpoint_id,
    checkpointName: row.checkpoint_name,
    crew: tagsOf(tags, marks),
    day: tags.day,
  }
}
