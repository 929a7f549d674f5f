import * as z from 'zod/mini'
import { conditionIds } from '../../shared/appeals/conditions.ts'
import { allSayings, appealKinds, appealStates, refusals, sayings } from '../../shared/appeals/kinds.ts'
import { placeOf } from '../../shared/appeals/places.ts'
import { decidedWays, reasons, ways } from '../../shared/codes/reasons.ts'
import {
  checkpointId,
  healthCode,
  line,
  listed,
  moment,
  nucleicAcid,
  regionCode,
  text,
  told,
  travelCard,
  uuid,
} from './common.ts'
import { endpoint } from './endpoint.ts'

/** The green lane for appeals 申诉绿色通道, and verdicts put right (henan-16#15, jiaozuo-20#15, R99–R102, R140). */

const path = z.strictObject({
  way: z.enum(ways),
  /** All of them together open this way; `met` null = nobody who could say has said. */
  conditions: z.array(z.strictObject({ id: z.enum(conditionIds), met: z.nullable(z.boolean()) })),
})
const healthData = z.enum(['fresh', 'down', 'none'])
const place = z.string().check(
  z.maxLength(60),
  z.refine((typed) => placeOf(typed) !== undefined, 'not a place with a poster'),
)

/** An appeal as the driver sees it. */
export const appealView = z.strictObject({
  id: uuid,
  kind: z.enum(appealKinds),
  seat: z.nullable(z.int()),
  opening: z.nullable(z.string()),
  reason: z.nullable(z.enum(reasons)),
  inspection: z.nullable(uuid),
  place: z.nullable(z.string()),
  said: z.enum(allSayings),
  by: z.enum(['driver', 'terminal', 'system']),
  state: z.enum(appealStates),
  automatic: z.boolean(),
  checks: z.array(path),
  submittedAt: moment,
  /** By when a person is to have decided, and when his superiors are told that nobody has. */
  targetAt: moment,
  alertAt: moment,
  acceptedAt: z.nullable(moment),
  decidedAt: z.nullable(moment),
  way: z.nullable(z.enum(ways)),
  why: z.nullable(z.enum(refusals)),
  reply: z.nullable(z.string()),
  /** Of a code given elsewhere: whom to ask, under which number. */
  referral: z.nullable(
    z.strictObject({
      region: regionCode,
      regionName: z.string(),
      colour: z.nullable(z.enum(['yellow', 'red'])),
      contact: z.string(),
      caseNumber: z.string(),
    }),
  ),
})

const tripId = z.strictObject({ id: uuid })

export const tripAppeals = endpoint({
  name: 'tripAppeals',
  method: 'GET',
  path: '/api/trips/:id/appeals',
  summary: 'What can be appealed on this trip, what a machine can check of it now, and the appeals made.',
  callers: ['driver', 'terminal'],
  status: 200,
  params: tripId,
  answer: z.strictObject({
    /** What the law says today: minutes to a person's decision, and hours between the two samples. */
    numbers: z.strictObject({ appealTarget: z.number(), twoTestsMinGap: z.number(), twoTestsMaxGap: z.number() }),
    people: z.array(
      z.strictObject({
        seat: z.int(),
        /** Masked. */
        name: z.string(),
        openings: z.array(
          z.strictObject({
            opening: z.string(),
            reason: z.enum(reasons),
            state: z.enum(['open', 'proposed']),
            told: z.strictObject({ zh: told, en: told }),
            paths: z.array(path),
          }),
        ),
        /** What the authority's system shows just now; null = nothing. */
        healthCode: z.nullable(healthCode),
        travelCard: z.nullable(travelCard),
        testHolds: z.boolean(),
      }),
    ),
    /** Of the last two days, newest first. */
    inspections: z.array(
      z.strictObject({
        id: uuid,
        madeAt: moment,
        checkpointName: z.string(),
        row: z.string(),
        outcome: z.string(),
        corrected: z.boolean(),
      }),
    ),
    /** Newest first. */
    appeals: z.array(appealView),
    healthData,
  }),
})

const common = {
  /** Made on the phone: sent again it is the same appeal. */
  id: uuid,
  seat: z.int().check(z.gte(0), z.lte(7)),
  place: z.exactOptional(place),
  note: z.exactOptional(line(1, 200)),
}
export const makeAppeal = endpoint({
  name: 'makeAppeal',
  method: 'POST',
  path: '/api/trips/:id/appeals',
  summary:
    'Appeal against a reason of the code, a code given elsewhere, or a verdict. Where the conditions are met it is cleared at once and the answer says so.',
  callers: ['driver', 'terminal'],
  status: 201,
  params: tripId,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('code'), opening: text(1, 120), said: z.enum(sayings.code), ...common }),
    z.strictObject({
      kind: z.literal('external-code'),
      /** The authority that gave it. */
      region: regionCode,
      colour: z.enum(['yellow', 'red']),
      said: z.enum(sayings['external-code']),
      ...common,
    }),
    z.strictObject({ kind: z.literal('verdict'), inspection: uuid, said: z.enum(sayings.verdict), ...common }),
  ]),
  answer: appealView,
})

const party = z.strictObject({ id: uuid, name: z.string() })
/** A line of the queue; of the person no more than the surname. */
export const appealRow = z.strictObject({
  ...appealView.shape,
  plate: z.string(),
  surname: z.string(),
  checkpoint: z.nullable(checkpointId),
  checkpointName: z.nullable(z.string()),
  elapsedSeconds: z.nullable(z.int()),
  acceptedBy: z.nullable(party),
  decidedBy: z.nullable(party),
  falseEvidence: z.boolean(),
  document: z.nullable(z.string()),
  /** What whoever asks may do to it. */
  may: z.strictObject({
    accept: z.boolean(),
    ways: z.array(z.enum(decidedWays)),
    uphold: z.boolean(),
    refer: z.boolean(),
    correct: z.boolean(),
  }),
})
const readers = ['appeal-officer', 'epidemic', 'supervisor', 'dispatcher', 'head'] as const

export const listAppeals = endpoint({
  name: 'listAppeals',
  method: 'GET',
  path: '/api/appeals',
  summary:
    'Appeals that wait, the longest waiting first, or decided ones, newest first; a head sees those about verdicts of his checkpoint. `after` is the `next` of the page before.',
  callers: [...readers],
  status: 200,
  query: z.strictObject({
    state: z.enum(['running', 'decided']),
    after: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.strictObject({
    /** Running ones, and those of them beyond the target and the alert; counted up to 500. */
    counts: z.strictObject({ running: z.int(), late: z.int(), overdue: z.int() }),
    items: z.array(appealRow),
    next: z.nullable(z.string()),
  }),
})
export const getAppeal = endpoint({
  name: 'getAppeal',
  method: 'GET',
  path: '/api/appeals/:id',
  summary: 'One appeal with what the driver wrote; that it was read stands in the log.',
  callers: [...readers],
  status: 200,
  params: tripId,
  answer: z.strictObject({
    appeal: appealRow,
    note: z.nullable(z.string()),
    person: z.nullable(z.string()),
    /** The reason as the driver reads it, as it stands now; null = it is no longer open. */
    told: z.nullable(z.strictObject({ zh: told, en: told })),
  }),
})
export const acceptAppeal = endpoint({
  name: 'acceptAppeal',
  method: 'POST',
  path: '/api/appeals/:id/acceptance',
  summary: 'Take an appeal up; the driver sees that somebody looks at it. 409 when somebody else has.',
  callers: ['appeal-officer', 'epidemic', 'head'],
  status: 200,
  params: tripId,
  answer: appealRow,
})
export const decideAppeal = endpoint({
  name: 'decideAppeal',
  method: 'POST',
  path: '/api/appeals/:id/decision',
  summary:
    'Clear the reason in a way that the rules give this role and on a paper with a number, refuse on a listed ground, or refer to the authority outside.',
  callers: ['appeal-officer', 'epidemic', 'head'],
  status: 200,
  params: tripId,
  body: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('cleared'),
      way: z.enum(decidedWays),
      document: line(3, 40).check(z.regex(/\d/)),
      reply: z.exactOptional(line(1, 100)),
    }),
    z.strictObject({
      decision: z.literal('upheld'),
      why: z.enum(refusals),
      /** To the driver. */
      reply: line(2, 100),
    }),
    z.strictObject({ decision: z.literal('referred'), region: regionCode, reply: z.exactOptional(line(1, 100)) }),
  ]),
  answer: appealRow,
})

/** How it was, for one person: at least one fact. */
const corrected = z.strictObject({
  seat: z.int().check(z.gte(0), z.lte(7)),
  healthCode: z.exactOptional(z.nullable(healthCode)),
  travelCard: z.exactOptional(z.nullable(travelCard)),
  nucleicAcid: z.exactOptional(z.nullable(nucleicAcid)),
  riskStay: z.exactOptional(z.boolean()),
  /** null = another person was meant. */
  listed: z.exactOptional(z.nullable(listed)),
  temperatures: z.exactOptional(z.array(z.number().check(z.gte(30), z.lte(45))).check(z.minLength(1), z.maxLength(4))),
})
export const correctVerdict = endpoint({
  name: 'correctVerdict',
  method: 'POST',
  path: '/api/inspections/:id/correction',
  summary:
    'Put a wrong verdict right after the undo minutes: by the head of that checkpoint, with facts as they were, only towards release. The record stays, the correction stands beside it.',
  callers: ['head'],
  status: 201,
  params: tripId,
  body: z.strictObject({
    corrected: z.array(corrected).check(z.minLength(1), z.maxLength(8)),
    reason: line(4, 200),
  }),
  answer: z.strictObject({
    inspection: uuid,
    row: z.string(),
    outcome: z.string(),
    was: z.string(),
    withdrawn: z.int(),
  }),
})

export const appealsApi = [
  tripAppeals,
  makeAppeal,
  listAppeals,
  getAppeal,
  acceptAppeal,
  decideAppeal,
  correctVerdict,
] as const
