import * as z from 'zod/mini'
import {
  cargoCode,
  checkpointId,
  codeState,
  line,
  moment,
  nucleicAcid,
  plate,
  regionCode,
  text,
  uuid,
  warning,
  healthCode,
  travelCard,
} from './common.ts'
import { endpoint } from './endpoint.ts'

/** Registration 报备, the freight code 货畅码 and the pass 通行证 of one trip. Sources: henan-16#5 #8, jiaozuo-20#2 #5 #8. */

export const documentKinds = [
  'id-card',
  'hk-macau-permit',
  'taiwan-permit',
  'passport',
  'foreigner-permit',
  'other',
] as const

const crewMember = z.strictObject({
  role: z.enum(['driver', 'escort']),
  name: text(1, 40),
  document: z.enum(documentKinds),
  number: text(4, 30),
  phone: z.exactOptional(text(6, 24)),
})
/** A member already known to the server, kept as he is: `seat` counts from 0 in the trip's present order. */
const keptMember = z.strictObject({ seat: z.int().check(z.gte(0), z.lte(7)) })

const tripFields = {
  plate,
  trailer: z.exactOptional(plate),
  from: regionCode,
  /** Places of a stay of more than four hours on the way. */
  via: z.array(z.strictObject({ region: regionCode })).check(z.maxLength(10)),
  to: regionCode,
  checkpoint: z.exactOptional(checkpointId),
  eta: moment,
  cargo: cargoCode,
  cargoName: z.exactOptional(line(1, 40)),
  consignee: z.exactOptional(line(1, 60)),
  /** Declared stay in a listed area in the last 14 days; null = cannot say. Prefills the check, never colours a code. */
  riskStay: z.nullable(z.boolean()),
  plan: z.enum(['leave-at-once', 'short-stay']),
  lodging: z.exactOptional(z.enum(['fixed', 'none'])),
  throughTrain: z.exactOptional(z.boolean()),
  commitment: z.literal(true),
}
export const tripForm = z.strictObject({
  id: uuid,
  ...tripFields,
  crew: z.array(crewMember).check(z.minLength(1), z.maxLength(5)),
})
export const tripChange = z.strictObject({
  version: z.int().check(z.gte(1)),
  ...tripFields,
  crew: z.array(z.union([crewMember, keptMember])).check(z.minLength(1), z.maxLength(5)),
})

const crewView = z.strictObject({
  seat: z.int(),
  role: z.enum(['driver', 'escort']),
  /** Masked: 张*三. */
  name: z.string(),
  document: z.enum(documentKinds),
  /** Masked: 4108**********1234. */
  number: z.string(),
  /** Masked: 138****1234; null when none was given. */
  phone: z.nullable(z.string()),
})
export const tripView = z.strictObject({
  id: uuid,
  /** Twelve digits as they are read out: 4821 0937 1165; the last is a check digit. */
  number: z.string(),
  version: z.int(),
  state: z.enum(['registered', 'ended', 'cancelled']),
  scope: z.enum(['in-province', 'cross-province', 'unknown']),
  plate: z.string(),
  trailer: z.nullable(z.string()),
  from: regionCode,
  via: z.array(z.strictObject({ region: regionCode })),
  to: regionCode,
  checkpoint: z.nullable(checkpointId),
  eta: moment,
  cargo: cargoCode,
  cargoName: z.nullable(z.string()),
  consignee: z.nullable(z.string()),
  riskStay: z.nullable(z.boolean()),
  plan: z.enum(['leave-at-once', 'short-stay']),
  lodging: z.nullable(z.enum(['fixed', 'none'])),
  throughTrain: z.boolean(),
  crew: z.array(crewView),
  registeredAt: moment,
  /** When the registration and its codes end. */
  endsAt: moment,
  /** Registered at least 24 h before the ETA: statistics only, never a condition. */
  early: z.boolean(),
})

/** Why a freight code is not green; the driver's page has a sentence for each. */
export const codeWhys = [
  'no-test',
  'test-lapsed',
  'test-pending',
  'code-not-green',
  'card-not-green',
  'facts-unknown',
  'yellow-reason',
  'red-reason',
  'ended',
  'not-registered',
] as const

/** A reason of a code as it is told to whoever has it; the same words as on his screen, for whoever reads the API. */
const reasonInWords = z.strictObject({
  title: z.string(),
  reason: z.string(),
  next: z.string(),
  clears: z.array(z.string()),
  article: z.string(),
  since: z.string(),
  unit: z.string(),
})
export const codeReason = z.strictObject({
  /** Names it, also in an appeal. */
  opening: z.string(),
  reason: z.enum(['Y1', 'Y2', 'R1', 'R2', 'R3']),
  colour: z.enum(['yellow', 'red']),
  /** Only `open` colours; `proposed` waits for the epidemic office; `cleared` was open until lately. */
  state: z.enum(['open', 'proposed', 'cleared']),
  ground: z.string(),
  since: moment,
  clearedAt: z.nullable(moment),
  /** What runs: leave by, second sample from, second sample until. */
  countdown: z.nullable(z.strictObject({ what: z.enum(['leave', 'sampleFrom', 'sampleUntil']), at: moment })),
  appealable: z.boolean(),
  zh: reasonInWords,
  en: reasonInWords,
})

export const codeView = z.strictObject({
  state: codeState,
  why: z.nullable(z.enum(codeWhys)),
  /** Compact JWS; null only when the trip has ended. */
  token: z.nullable(z.string()),
  /** The text to draw as QR on paper, as a picture to keep, and on a phone without a key of its own. */
  qr: z.nullable(z.string()),
  /** The same code for the screen of the phone that asked with its key, which stamps it live; null for everybody else. */
  live: z.nullable(z.strictObject({ token: z.string() })),
  issuedAt: moment,
  expiresAt: moment,
  /** The earliest moment a crew member's test lapses; null when no test is known. */
  testUntil: z.nullable(moment),
  /**
   * The law's numbers when it was issued: hours that a negative test and this code hold, from when a test is counted, and hours until
   * a departure counts that only the driver tells.
   */
  numbers: z.strictObject({
    testValidity: z.int(),
    freightCodeLife: z.int(),
    selfReportedLeavingWait: z.int(),
    testClockBasis: z.enum(['report', 'sample']),
  }),
  crew: z.array(
    z.strictObject({
      seat: z.int(),
      name: z.string(),
      nucleicAcid: z.nullable(nucleicAcid),
      healthCode: z.nullable(healthCode),
      travelCard: z.nullable(travelCard),
      /** In the city since; null = not, as far as is known here. */
      inside: z.nullable(moment),
      /** He said that he left; it counts from then on unless he is seen in the city before. */
      leaving: z.nullable(z.strictObject({ saidAt: moment, countsFrom: moment })),
      /** Gravest first, then those that wait, then those cleared within two days. */
      reasons: z.array(codeReason),
    }),
  ),
  /** A company awaits the truck since it was let go; `at`: when it is known to have arrived there. null = nobody awaits it. */
  arrival: z.nullable(z.strictObject({ at: z.nullable(moment) })),
  /** Whether the health-data neighbour answered just now; with it down everything goes on by hand. */
  healthData: z.enum(['fresh', 'down', 'none']),
})

const inBoth = z.strictObject({ zh: z.string(), en: z.string() })

export const passView = z.strictObject({
  /** Twelve digits: six of the region, six serial. */
  number: z.string(),
  state: z.enum(['valid', 'expired', 'revoked']),
  plate: z.string(),
  from: regionCode,
  to: regionCode,
  cargo: cargoCode,
  validFrom: moment,
  validTo: moment,
  issuer: z.string(),
  token: z.string(),
  qr: z.string(),
  /** Why somebody revoked or suspended it; of one whose trip has changed nothing is said. */
  standing: z.exactOptional(z.strictObject({ state: z.enum(['suspended', 'revoked']), ...inBoth.shape })),
  /** A company applied for it, not the driver. */
  byCompany: z.exactOptional(z.literal(true)),
})

/** Applied for, and a person looks at it, or has declined it; nobody is held meanwhile, nor for that. */
export const passPending = z.strictObject({
  state: z.enum(['waiting', 'declined']),
  appliedAt: moment,
  /** Answered by then, as a rule. */
  answerBy: moment,
  /** What a person looks at. */
  flags: z.array(inBoth),
  declined: z.nullable(z.strictObject({ ...inBoth.shape, next: inBoth, note: z.nullable(z.string()) })),
})

const tripId = z.strictObject({ id: uuid })
/** `key` opens this trip again from this phone: sent as `Authorization: Bearer <key>`. */
const tripAnswer = z.strictObject({ trip: tripView, key: z.string(), code: codeView, warnings: z.array(warning) })

export const registerTrip = endpoint({
  name: 'registerTrip',
  method: 'POST',
  path: '/api/trips',
  summary:
    'Register a trip. The id is made on the phone, so sending again is harmless. An enrolled terminal may register on site.',
  callers: ['anyone', 'terminal'],
  status: 201,
  takesAnyApp: true,
  body: tripForm,
  answer: tripAnswer,
})

export const findTrip = endpoint({
  name: 'findTrip',
  method: 'POST',
  path: '/api/trips/find',
  summary:
    'Open a trip on another phone: trip number + last four of a crew phone, or plate + phone + last four of the ID.',
  callers: ['anyone'],
  status: 200,
  body: z.union([
    z.strictObject({ number: text(8, 20), phoneTail: z.string().check(z.regex(/^\d{4}$/)) }),
    z.strictObject({ plate, phone: text(6, 24), idTail: z.string().check(z.regex(/^[0-9A-Za-z]{4}$/)) }),
  ]),
  answer: tripAnswer,
})

export const getTrip = endpoint({
  name: 'getTrip',
  method: 'GET',
  path: '/api/trips/:id',
  summary: 'The trip as registered, personal data masked.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  answer: z.strictObject({ trip: tripView }),
})

export const changeTrip = endpoint({
  name: 'changeTrip',
  method: 'PUT',
  path: '/api/trips/:id',
  summary: 'Correct a trip; `version` must be the one last seen, else 409.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  body: tripChange,
  answer: z.strictObject({ trip: tripView, code: codeView, warnings: z.array(warning) }),
})

export const currentCode = endpoint({
  name: 'currentCode',
  method: 'GET',
  path: '/api/trips/:id/code',
  summary: 'The freight code as of now, newly signed.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  answer: codeView,
})

export const liveCode = endpoint({
  name: 'liveCode',
  method: 'POST',
  path: '/api/trips/:id/code',
  summary:
    'The freight code as of now, and once more for the screen of this phone: `shownBy` is the public key with which it stamps the code every few seconds (compressed P-256 point, base64url).',
  callers: ['driver'],
  status: 200,
  params: tripId,
  body: z.strictObject({ shownBy: text(44, 44) }),
  answer: codeView,
})

export const sayLeft = endpoint({
  name: 'sayLeft',
  method: 'POST',
  path: '/api/trips/:id/left',
  summary:
    'The driver says that he and his crew have left the city. It counts after two hours without a record to the contrary.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  body: z.strictObject({}),
  answer: z.strictObject({ saidAt: moment, countsFrom: moment, code: codeView }),
})

const arrivedWhen = z.strictObject({ at: z.exactOptional(moment) })

export const sayArrived = endpoint({
  name: 'sayArrived',
  method: 'POST',
  path: '/api/trips/:id/arrived',
  summary:
    'The driver says that he is at the company that awaits him; `at` is when he pressed the button on a phone that was offline. The first to say so counts.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  body: arrivedWhen,
  answer: z.strictObject({ arrivedAt: moment, code: codeView }),
})

export const recordArrival = endpoint({
  name: 'recordArrival',
  method: 'POST',
  path: '/api/trips/:id/arrival',
  summary:
    'The office learnt by telephone that the truck is at its company; `at` is when it arrived, now when left out. The first to say so counts.',
  callers: ['dispatcher', 'epidemic', 'command'],
  status: 200,
  params: tripId,
  body: arrivedWhen,
  answer: z.strictObject({ trip: uuid, arrivedAt: moment }),
})

export const applyForPass = endpoint({
  name: 'applyForPass',
  method: 'POST',
  path: '/api/trips/:id/pass',
  summary:
    'Apply for the key-goods pass on a credit commitment; issued at once or, where a check asks for it, looked at by a person within half an hour. Asked again it is the same.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  body: z.strictObject({ commitment: z.literal(true, 'PA-17') }),
  answer: z.union([passView, passPending]),
})

export const getPass = endpoint({
  name: 'getPass',
  method: 'GET',
  path: '/api/trips/:id/pass',
  summary:
    "The trip's pass, or the one a company holds for this truck and route, or what became of the application; 404 when none was applied for.",
  callers: ['driver'],
  status: 200,
  params: tripId,
  answer: z.union([passView, passPending]),
})

export const tripsApi = [
  registerTrip,
  findTrip,
  getTrip,
  changeTrip,
  currentCode,
  liveCode,
  sayLeft,
  sayArrived,
  recordArrival,
  applyForPass,
  getPass,
] as const
