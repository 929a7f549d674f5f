import type { Opened, OpenedFreight } from '../../shared/credential/open.ts'
import { freightCodeFact } from '../../shared/credential/credential-facts.ts'
import type { AntigenResult, Scope } from '../../shared/facts.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import type { Instant } from '../../shared/instant.ts'
import type { KnownTruck, PersonAnswers } from '../device/known-here.ts'
import type { ListsAnswer } from '../device/lists-here.ts'
import type { PlateView } from '../device/server.ts'
import { allHeldAgainst, heldAgainst } from '../device/void-here.ts'
import type { Settlement } from '../../shared/sync/settlement.ts'
import { addPerson, asStrangers, removePerson, seatCrew, stranger, type Comer } from './crew-seats.ts'
import { forget, forgetPerson, recorded, takeBack } from './session-corrections.ts'
import { antigenTimer, heard, started, type TimerName, type TruckTimer } from './truck-timers.ts'

export type PlateBy = 'camera' | 'typed' | 'code'

/** One truck in front of the booth. Plain data, so that it can be set aside, kept on the disk and taken up again. */
export type Session = {
  readonly id: string
  readonly startedAt: Instant
  /** The plate as seen on the truck. */
  readonly plate?: { readonly text: string; readonly by: PlateBy }
  /** The plate a code names, not yet held against the truck. */
  readonly proposed?: string
  /** The inspector said that the code names another truck. */
  readonly differs?: boolean
  readonly lookup: 'none' | 'asking' | 'done'
  /** For which plate and people the lists were asked. */
  readonly listsFor?: string
  readonly known: Omit<KnownTruck, 'plate'>
  readonly records: readonly SessionRecord[]
  /** What the truck waits for: a kit, a second reading, the head. */
  readonly timers?: readonly TruckTimer[]
  /** How what the law leaves to people here was settled. */
  readonly settled?: Settlement
  /** The next record corrects this one, while there is time. */
  readonly correcting?: { readonly id: string; readonly until: Instant }
}

/** `facts` as they were judged, to tell a new answer from the same one. */
export type SessionRecord = { readonly id: string; readonly row: string; readonly at: Instant; readonly facts: string }

type OnSite = NonNullable<KnownTruck['onSite']>

export type SessionEvent =
  | { readonly type: 'code-read'; readonly opened: Opened }
  | { readonly type: 'plate-seen'; readonly plate: string; readonly by: PlateBy }
  | { readonly type: 'plate-matches' }
  | { readonly type: 'plate-differs' }
  | { readonly type: 'lookup-asked' }
  | { readonly type: 'lookup-answered'; readonly plate: string; readonly view: PlateView }
  | { readonly type: 'lookup-failed'; readonly plate: string }
  | { readonly type: 'lists-answered'; readonly key: string; readonly lists: ListsAnswer }
  | { readonly type: 'scope-said'; readonly scope: Scope }
  | { readonly type: 'registered-said'; readonly registered: boolean }
  | { readonly type: 'registered-here'; readonly onSite: OnSite; readonly crew: readonly Comer[] }
  | { readonly type: 'no-freight-code' }
  | { readonly type: 'foreign-pass'; readonly pass: NonNullable<KnownTruck['foreignPass']> }
  | { readonly type: 'not-freight' }
  | { readonly type: 'same-crew-said'; readonly same: boolean }
  | { readonly type: 'listed-checked'; readonly person: number; readonly same: boolean }
  | { readonly type: 'person-added' }
  | { readonly type: 'person-removed'; readonly person: number }
  | { readonly type: 'temperature'; readonly person: number; readonly reading: number }
  | { readonly type: 'answered'; readonly person: number; readonly answers: PersonAnswers }
  | { readonly type: 'forgotten'; readonly what: 'plate' | 'trip' | 'code' }
  | { readonly type: 'person-forgotten'; readonly person: number }
  | { readonly type: 'timer-started'; readonly timer: TruckTimer }
  | { readonly type: 'timer-heard'; readonly timer: TimerName }
  | { readonly type: 'antigen-read'; readonly person: number; readonly result: AntigenResult; readonly at: Instant }
  | { readonly type: 'agreed'; readonly at: Instant }
  | { readonly type: 'settled'; readonly settled: Settlement | undefined }
  | { readonly type: 'recorded'; readonly record: SessionRecord }
  | { readonly type: 'taken-back'; readonly at: Instant }

export const newSession = (id: string, startedAt: Instant): Session => ({
  id,
  startedAt,
  lookup: 'none',
  known: { crew: [stranger(0, 'driver')] },
  records: [],
})

/** What is known of the truck whose plate was seen; `undefined` before. */
export const knownOf = ({ plate, known }: Session): KnownTruck | undefined =>
  plate === undefined ? undefined : { ...known, plate: plate.text }

const learn = (session: Session, known: Partial<KnownTruck>): Session => ({
  ...session,
  known: { ...session.known, ...known },
})

/** A good freight code that names this truck also names its crew. */
function crewFromCode(session: Session): Session {
  const { plate, known } = session
  const code = known.freight
  if (plate === undefined || !code?.ok || code.kind !== 'freight' || known.online?.crew.length) return session
  if (freightCodeFact(code, code.claims.issuedAt, plate.text).suspect) return session
  return learn(session, { crew: seatCrew(known.crew, comersOf(code)) })
}

const comersOf = (code: OpenedFreight): Comer[] =>
  code.claims.crew.map(({ role, surname, idTail }) => ({ role, mark: { surname, idTail } }))

function readCode(session: Session, opened: Opened): Session {
  const isPass = opened.kind === 'pass'
  const credential = heldAgainst(opened, session.known.online)
  const read = learn(session, isPass ? { pass: credential } : { freight: credential })
  const named = opened.ok ? opened.claims.plate : opened.claims?.plate
  if (session.plate !== undefined || named === undefined || session.differs === true) return crewFromCode(read)
  return { ...read, proposed: named }
}

/** Another plate is another truck: what was looked up for the first no longer counts, what people showed does. */
function seePlate(session: Session, text: string, by: PlateBy): Session {
  const plate = { text: normalisePlate(text), by }
  const { proposed: _, ...rest } = session
  if (session.plate?.text === plate.text) return { ...rest, plate }
  const sameTruck = session.proposed === plate.text && session.lookup !== 'none'
  return crewFromCode(
    sameTruck ? { ...rest, plate } : { ...rest, plate, known: anotherTruck(rest.known), lookup: 'none' },
  )
}

function anotherTruck({ online: _online, prior: _prior, ...known }: Session['known']): Session['known'] {
  return { ...known, crew: asStrangers(known.crew) }
}

function answerLookup(session: Session, plate: string, view: PlateView): Session {
  if (session.lookup !== 'asking' || plate !== lookupPlate(session)) return session
  const comers = view.crew.map((online): Comer => {
    const { role, surname, idTail } = online
    return { role, mark: { surname, idTail }, online }
  })
  const crew = comers.length > 0 ? seatCrew(session.known.crew, comers) : session.known.crew
  return learn({ ...session, lookup: 'done' }, { online: view, crew, ...allHeldAgainst(session.known, view) })
}

/** The code names another truck: the plate seen must be typed, and the code is then held against it. */
function seeAnother(session: Session): Session {
  const { proposed: _, ...rest } = session
  return { ...rest, known: anotherTruck(rest.known), differs: true, lookup: 'none' }
}

/** The plate to ask the server about: seen, or named by a code and about to be confirmed. */
export const lookupPlate = ({ plate, proposed }: Session): string | undefined => plate?.text ?? proposed

/** Names the truck and people that the lists must be asked about. */
export const listsKey = (session: Session): string =>
  JSON.stringify([
    session.plate?.text,
    session.known.crew.map(({ mark }) => `${mark.surname}|${mark.idTail}`),
    session.known.online !== undefined,
  ])

function answerLists(session: Session, key: string, { prior, people }: ListsAnswer): Session {
  if (key !== listsKey(session)) return session
  const crew = session.known.crew.map((person, index) => {
    const { tag: before, listed: _listed, whitelist: _whitelist, listedSame: same, ...rest } = person
    const { tag, listed, whitelist } = people[index] ?? {}
    // The head looked at this person, not at whoever sits there now.
    const looked = same !== undefined && tag === before ? { listedSame: same } : {}
    return { ...rest, ...looked, ...(tag && { tag }), ...(listed && { listed }), ...(whitelist && { whitelist }) }
  })
  const { prior: _, ...known } = session.known
  return { ...session, listsFor: key, known: { ...known, crew, ...(prior === undefined ? {} : { prior }) } }
}

function answer(session: Session, person: number, given: (before: PersonAnswers) => PersonAnswers): Session {
  const crew = session.known.crew.map((each, index) =>
    index === person ? { ...each, answers: { ...each.answers, ...given(each.answers) } } : each,
  )
  return learn(session, { crew })
}

const checkListed = (session: Session, person: number, same: boolean): Session =>
  learn(session, {
    crew: session.known.crew.map((each, at) => (at === person ? { ...each, listedSame: same } : each)),
  })

/** The lines of a kit: an invalid one is followed by a new kit, whose time begins now. */
function readAntigen(session: Session, person: number, result: AntigenResult, at: Instant): Session {
  const read = answer(session, person, () => ({ antigen: result }))
  const key = session.known.crew[person]?.key
  if (result !== 'invalid' || key === undefined) return read
  return { ...read, timers: started(session.timers ?? [], antigenTimer(at, key)) }
}

function settle(session: Session, settled: Settlement | undefined): Session {
  const { settled: _, ...open } = session
  return settled === undefined ? open : { ...open, settled }
}

/** He takes part after all: the next record corrects the refusal while that is young enough. */
function agree(session: Session, at: Instant): Session {
  const { crew } = session.known
  const willing = crew.map((each) =>
    each.answers.refuses === true ? { ...each, answers: { ...each.answers, refuses: false } } : each,
  )
  return learn(takeBack(session, at), { crew: willing })
}

type Reduce = { [T in SessionEvent['type']]: (session: Session, event: Extract<SessionEvent, { type: T }>) => Session }

const reduce: Reduce = {
  'code-read': (session, { opened }) => readCode(session, opened),
  'plate-seen': (session, { plate, by }) => seePlate(session, plate, by),
  'plate-matches': (session) =>
    session.proposed === undefined ? session : seePlate(session, session.proposed, 'code'),
  'plate-differs': (session) => seeAnother(session),
  'lookup-asked': (session) => ({ ...session, lookup: 'asking' }),
  'lookup-answered': (session, { plate, view }) => answerLookup(session, plate, view),
  'lookup-failed': (session, { plate }) =>
    session.lookup === 'asking' && plate === lookupPlate(session) ? { ...session, lookup: 'done' } : session,
  'lists-answered': (session, { key, lists }) => answerLists(session, key, lists),
  'scope-said': (session, { scope }) => learn(session, { scopeSaid: scope }),
  'registered-said': (session, { registered }) => learn(session, { registeredSaid: registered }),
  'registered-here': (session, { onSite, crew }) =>
    learn(session, { onSite, crew: seatCrew(session.known.crew, crew) }),
  'foreign-pass': (session, { pass }) => learn(session, { foreignPass: pass }),
  'no-freight-code': (session) => learn(session, { freight: null }),
  'not-freight': (session) => learn(session, { notFreight: true }),
  'same-crew-said': (session, { same }) => learn(session, { sameCrewSaid: same }),
  'listed-checked': (session, { person, same }) => checkListed(session, person, same),
  'person-added': (session) => learn(session, { crew: addPerson(session.known.crew) }),
  'person-removed': (session, { person }) => learn(session, { crew: removePerson(session.known.crew, person) }),
  temperature: (session, { person, reading }) =>
    answer(session, person, ({ temperatures = [] }) => ({ temperatures: [...temperatures, reading] })),
  answered: (session, { person, answers }) => answer(session, person, () => answers),
  forgotten: (session, { what }) => forget(session, what),
  'person-forgotten': (session, { person }) => forgetPerson(session, person),
  'timer-started': (session, { timer }) => ({ ...session, timers: started(session.timers ?? [], timer) }),
  'timer-heard': (session, { timer }) => ({ ...session, timers: heard(session.timers ?? [], timer) }),
  'antigen-read': (session, { person, result, at }) => readAntigen(session, person, result, at),
  agreed: (session, { at }) => agree(session, at),
  settled: (session, { settled }) => settle(session, settled),
  recorded: (session, { record: made }) => recorded(session, made),
  'taken-back': (session, { at }) => takeBack(session, at),
}

export const truckSession = <T extends SessionEvent['type']>(
  session: Session,
  event: Extract<SessionEvent, { type: T }> & { readonly type: T },
): Session => {
  const step: (session: Session, event: Extract<SessionEvent, { type: T }>) => Session = reduce[event.type]
  return step(session, event)
}
