/** The trade's words for one truck at the booth: what is scanned, looked up, answered, and what is asked next. */
import type { Opened } from '../../shared/credential/open.ts'
import { openCredential } from '../../shared/credential/open.ts'
import type { FreightClaims } from '../../shared/credential/claims.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import type { PersonAnswers } from '../../checkpoint-app/device/known-here.ts'
import type { ListsAnswer } from '../../checkpoint-app/device/lists-here.ts'
import type { PlateView } from '../../checkpoint-app/device/server.ts'
import { nextStep, type Step } from '../../checkpoint-app/inspector/next-step.ts'
import {
  listsKey,
  lookupPlate,
  newSession,
  truckSession,
  type Session,
  type SessionEvent,
} from '../../checkpoint-app/inspector/truck-session.ts'
import type { Instant } from '../../shared/instant.ts'
import { hour, plus } from '../../shared/instant.ts'
import { freight, office, pass } from '../credential/kit.ts'
import { moment, now, person } from '../policy/truck.ts'

export const plate = '豫HX0001'

export const issuer = await office()

export const opened = (token: string, at: Instant = now, revoked?: 'revoked'): Promise<Opened> =>
  openCredential(token, { keys: issuer.keys, now: at, standing: () => revoked })

export const freightToken = (claims: Partial<FreightClaims> = {}) =>
  sealFreightCode(freight({ plate, issuedAt: now, expiresAt: plus(now, 20 * hour), ...claims }), issuer.freight.signer)
export const scannedFreight = async (claims: Partial<FreightClaims> = {}) => opened(await freightToken(claims))
export const scannedPass = async (claims: Parameters<typeof pass>[0] = {}, at: Instant = now) =>
  opened(await sealPass(pass({ plate, ...claims }), issuer.pass.signer), at)

/** The server's answer for a truck; nothing found unless said. */
export const view = (changes: Partial<PlateView> = {}): PlateView => ({
  plate,
  trip: null,
  crew: [],
  pass: null,
  priorRelease: null,
  healthData: 'fresh',
  ...changes,
})

export const trip = (changes: Partial<NonNullable<PlateView['trip']>> = {}): NonNullable<PlateView['trip']> => ({
  id: '0190a6b0-0000-7000-8000-000000000001',
  number: '1234 5678 9012',
  scope: 'cross-province',
  throughTrain: false,
  cargo: '99',
  from: '320500',
  to: '410823',
  riskStayDeclared: null,
  code: { state: 'grey', why: 'no-test' },
  ...changes,
})

type OnlinePerson = PlateView['crew'][number]
export const onlinePerson = (changes: Partial<OnlinePerson> = {}): OnlinePerson => ({
  role: 'driver',
  surname: '张',
  idTail: '0015',
  nucleicAcid: null,
  healthCode: null,
  travelCard: null,
  listed: null,
  driverWhitelist: null,
  ...changes,
})

/** Everything an inspector finds when a person shows papers that hold. */
export const papers = (changes: PersonAnswers = {}): PersonAnswers => {
  const { role: _, ...answers } = person()
  return { ...answers, ...changes }
}

export type Booth = {
  readonly session: Session
  readonly happens: (...events: SessionEvent[]) => Booth
  /** The server answers (`undefined` = no network), then the lists. */
  readonly lookedUp: (view: PlateView | undefined, lists?: Partial<ListsAnswer>) => Booth
  readonly answers: (person: number, answers: PersonAnswers) => Booth
  readonly asks: (at?: Instant) => Step
  /** The row where a verdict stands, else what is asked: `V8 +M6`, `documents 0: healthCode riskStay`. */
  readonly says: (at?: Instant) => string
}

const booth = (session: Session): Booth => {
  const happens = (...events: SessionEvent[]) => booth(events.reduce(truckSession, session))
  return {
    session,
    happens,
    lookedUp: (answer, lists) => listed(booth(looked(session, answer)).session, lists, answer),
    answers: (index, answers) => listed(happens({ type: 'answered', person: index, answers }).session),
    asks: (at = now) => nextStep(session, at),
    says: (at = now) => said(nextStep(session, at)),
  }
}

export const truckArrives = (): Booth => booth(newSession('0190a6b0-0000-7000-8000-0000000000aa', now))
export const truckSeen = (text = plate): Booth =>
  truckArrives().happens({ type: 'plate-seen', plate: text, by: 'typed' })

function looked(session: Session, answer: PlateView | undefined): Session {
  const asked = truckSession(session, { type: 'lookup-asked' })
  const named = lookupPlate(session) ?? ''
  return answer === undefined
    ? truckSession(asked, { type: 'lookup-failed', plate: named })
    : truckSession(asked, { type: 'lookup-answered', plate: named, view: answer })
}

/** The lists as the phone asks them: for exactly these people. */
function listed(session: Session, lists: Partial<ListsAnswer> = {}, online?: PlateView): Booth {
  const prior = online?.priorRelease ? { ...online.priorRelease, at: momentOf(online.priorRelease.at) } : undefined
  const people = session.known.crew.map(({ tag, listed: on }) => ({ tag, listed: on ?? undefined }))
  const answer: ListsAnswer = { prior: prior ?? session.known.prior, people, ...lists }
  return booth(truckSession(session, { type: 'lists-answered', key: listsKey(session), lists: answer }))
}

const momentOf = (iso: string): Instant => moment(iso.slice(0, 16))

function said(step: Step): string {
  if (step.ask === 'nothing') {
    const { row, modifiers } = step.judgement.verdict
    return [row, ...modifiers.map((modifier) => `+${modifier}`)].join(' ')
  }
  if (step.ask === 'documents') return `documents ${step.person}: ${step.missing.join(' ')}`
  if (step.ask === 'temperature') return `temperature ${step.person}${step.again ? ' again' : ''}`
  return step.ask
}
