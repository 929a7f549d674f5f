import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { changeTrip, currentCode, getPass, getTrip, registerTrip } from '../../schema/api/trips.ts'

export type TripForm = BodyOf<typeof registerTrip>
export type TripChange = BodyOf<typeof changeTrip>
export type TripView = AnswerOf<typeof getTrip>['trip']
export type CodeView = AnswerOf<typeof currentCode>
type PassAnswer = AnswerOf<typeof getPass>
export type PassView = Extract<PassAnswer, { token: string }>
/** Applied for, and a person looks at it or has declined it. */
export type PassPending = Exclude<PassAnswer, PassView>
export const isPass = (answer: PassAnswer): answer is PassView => 'token' in answer
export type Cargo = TripForm['cargo']
export type DocumentKind = TripForm['crew'][number]['document']

/** One person in the form. With a `seat` he is known to the server already, shown masked and sent as that seat. */
export type Person = {
  role: 'driver' | 'escort'
  name: string
  document: DocumentKind
  number: string
  phone: string
  seat: number | null
}

/** The registration as typed so far; texts are as typed, '' means not given. */
export type Draft = {
  /** The trip's id, made on this phone: sending again is harmless. */
  id: string
  /** The version being corrected; null for a new trip. */
  version: number | null
  plate: string
  trailer: string
  throughTrain: boolean
  from: string
  via: readonly string[]
  to: string
  checkpoint: string
  /** Beijing day, 2022-05-16. */
  etaDay: string
  /** HH:mm, or `now`. */
  etaTime: string
  cargo: Cargo | ''
  cargoName: string
  consignee: string
  plan: 'leave-at-once' | 'short-stay'
  lodging: 'fixed' | 'none' | ''
  riskStay: 'yes' | 'no' | 'unsure' | ''
  crew: readonly Person[]
  commitment: boolean
}

export const nobody = (role: Person['role']): Person => ({
  role,
  name: '',
  document: 'id-card',
  number: '',
  phone: '',
  seat: null,
})

export const emptyDraft = (id: string, eta: Pick<Draft, 'etaDay' | 'etaTime'>, checkpoint = ''): Draft => ({
  id,
  version: null,
  plate: '',
  trailer: '',
  throughTrain: false,
  from: '',
  via: [],
  to: '',
  checkpoint,
  ...eta,
  cargo: '',
  cargoName: '',
  consignee: '',
  plan: 'leave-at-once',
  lodging: '',
  riskStay: '',
  crew: [nobody('driver')],
  commitment: false,
})

const riskStayOf = { true: 'yes', false: 'no', null: '' } as const

/** The draft that corrects a trip: what is known is filled in, the crew are kept by seat. */
export function draftOf(trip: TripView, eta: Pick<Draft, 'etaDay' | 'etaTime'>): Draft {
  return {
    id: trip.id,
    version: trip.version,
    plate: trip.plate,
    trailer: trip.trailer ?? '',
    throughTrain: trip.throughTrain,
    from: trip.from,
    via: trip.via.map(({ region }) => region),
    to: trip.to,
    checkpoint: trip.checkpoint ?? '',
    ...eta,
    cargo: trip.cargo,
    cargoName: trip.cargoName ?? '',
    consignee: trip.consignee ?? '',
    plan: trip.plan,
    lodging: trip.lodging ?? '',
    riskStay: riskStayOf[`${trip.riskStay}`],
    crew: trip.crew.map(({ seat, role, name, document, number, phone }) => {
      return { role, name, document, number, phone: phone ?? '', seat }
    }),
    commitment: false,
  }
}
