import * as z from 'zod/mini'
import {
  callResults,
  caseCategories,
  caseLevels,
  caseRoles,
  caseStates,
  caseWays,
  escalations,
  opinions,
} from '../../shared/cases/kinds.ts'
import { caseMoves } from '../../shared/cases/moves.ts'
import { checkpointId, line, moment, plate, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { sentNotice } from './notices.ts'

/** 12328 cases 工单: taken down at any hour, dispatched, answered, called back (R103–R107, jiaozuo-20#12). */

const category = z.enum(caseCategories)
/** Read out as it is: `220516-0007`. */
const number = z.string()
const place = z.nullable(z.strictObject({ id: checkpointId, name: z.string() }))
/** By when; null = done, or not to be done. */
const deadlines = z.strictObject({
  accept: z.nullable(moment),
  dispatch: z.nullable(moment),
  reply: z.nullable(moment),
  level: z.nullable(moment),
  callBack: z.nullable(moment),
})
/** What was told of it, in words or numbers. */
const story = 500

const ofReporter = z.strictObject({
  id: uuid,
  number,
  category,
  state: z.enum(caseStates),
  level: z.enum(caseLevels),
  checkpoint: place,
  words: z.string(),
  filedAt: moment,
  replyBy: z.nullable(moment),
  /** The newest. */
  reply: z.nullable(z.strictObject({ text: z.string(), at: moment })),
  opinion: z.nullable(z.enum(opinions)),
  closedAt: z.nullable(moment),
  /** What he was told, oldest first. */
  story: z.array(z.strictObject({ at: moment, move: z.enum(['make', ...caseMoves]), words: z.nullable(z.string()) })),
  /** Whether his word on the reply is asked, and whether he may add something. */
  may: z.strictObject({ answer: z.boolean(), more: z.boolean() }),
})

const ofTrip = z.strictObject({ id: uuid })
const ofCase = z.strictObject({ id: uuid })

export const tripCases = endpoint({
  name: 'tripCases',
  method: 'GET',
  path: '/api/trips/:id/cases',
  summary: 'The cases of this trip as the reporter sees them, the newest first.',
  callers: ['driver'],
  status: 200,
  params: ofTrip,
  answer: z.strictObject({
    /** Minutes to the first reply, as the law says today. */
    replyWithin: z.number(),
    cases: z.array(ofReporter),
  }),
})

export const makeCase = endpoint({
  name: 'makeCase',
  method: 'POST',
  path: '/api/trips/:id/cases',
  summary: 'The driver reports something to 12328, at any hour. Sent again it is the same case.',
  callers: ['driver'],
  status: 201,
  params: ofTrip,
  body: z.strictObject({
    /** Made on the phone. */
    id: uuid,
    category,
    words: line(2, story),
    checkpoint: z.exactOptional(checkpointId),
    /** The verdict it is about. */
    inspection: z.exactOptional(uuid),
  }),
  answer: ofReporter,
})

export const tellCase = endpoint({
  name: 'tellCase',
  method: 'POST',
  path: '/api/trips/:id/cases/:case/words',
  summary:
    'What the reporter says of the reply 满意/基本满意/不满意, or what he has to add. Not satisfied opens the case again.',
  callers: ['driver'],
  status: 200,
  params: z.strictObject({ id: uuid, case: uuid }),
  body: z.strictObject({
    opinion: z.exactOptional(z.enum(opinions)),
    words: z.exactOptional(line(2, story)),
  }),
  answer: ofReporter,
})

export const reportCase = endpoint({
  name: 'reportCase',
  method: 'POST',
  path: '/api/cases/reports',
  summary:
    'An inspector reports for whoever stands before him; also later, from a time without a network. Sent again it is the same case.',
  callers: ['terminal'],
  status: 201,
  takesAnyApp: true,
  body: z.strictObject({
    /** Made on the phone. */
    id: uuid,
    category,
    words: line(2, story),
    plate: z.exactOptional(plate),
    trip: z.exactOptional(uuid),
    inspection: z.exactOptional(uuid),
    filedAt: moment,
  }),
  answer: z.strictObject({ id: uuid, number }),
})

/** A line of the queue. Of the reporter no more than how he reported. */
export const caseLine = z.strictObject({
  id: uuid,
  number,
  way: z.enum(caseWays),
  category,
  state: z.enum(caseStates),
  level: z.enum(caseLevels),
  area: regionCode,
  areaName: z.string(),
  plate: z.nullable(z.string()),
  checkpoint: place,
  /** Numbers of persons masked. */
  words: z.string(),
  filedAt: moment,
  madeAt: moment,
  deadlines,
  /** What is due first; null = closed. */
  dueAt: z.nullable(moment),
  supervised: z.boolean(),
  /** Was late once. */
  overdue: z.boolean(),
})

const desk = ['dispatcher', 'supervisor', 'command'] as const
/** A head sees those of his checkpoint, without whoever reported, and says how it is there (`note`). */
const deskAndHead = [...desk, 'head'] as const

export const openCase = endpoint({
  name: 'openCase',
  method: 'POST',
  path: '/api/cases',
  summary:
    'A call taken down: accepted with it, and dispatched where the unit is named. Sent again it is the same case.',
  callers: ['dispatcher'],
  status: 201,
  body: z.strictObject({
    id: uuid,
    category,
    words: line(2, story),
    plate: z.exactOptional(plate),
    /** As typed; 11 digits. */
    phone: z.exactOptional(text(7, 20)),
    caller: z.exactOptional(line(1, 40)),
    /** Found by plate or phone: then the driver reads the reply on his own page. */
    trip: z.exactOptional(uuid),
    checkpoint: z.exactOptional(checkpointId),
    dispatchTo: z.exactOptional(line(2, 60)),
  }),
  answer: caseLine,
})

export const findCaller = endpoint({
  name: 'findCaller',
  method: 'POST',
  path: '/api/cases/callers',
  summary:
    'Whoever calls, by plate or phone number: running trips, and cases before. That it was asked stands in the log.',
  callers: ['dispatcher'],
  status: 200,
  body: z.union([z.strictObject({ plate }), z.strictObject({ phone: text(7, 20) })]),
  answer: z.strictObject({
    trips: z.array(
      z.strictObject({
        id: uuid,
        number: z.string(),
        plate: z.string(),
        /** Masked. */
        driver: z.string(),
        phone: z.nullable(z.string()),
        from: regionCode,
        to: regionCode,
        checkpoint: place,
        eta: moment,
      }),
    ),
    /** The newest first. */
    cases: z.array(caseLine),
  }),
})

const looked = {
  /** `open`: by what is due first. Everything else: the newest first. */
  show: z.enum(['open', 'overdue', 'closed', 'all', ...caseStates]),
  category: z.exactOptional(category),
  level: z.exactOptional(z.enum(caseLevels)),
  checkpoint: z.exactOptional(checkpointId),
  /** GB/T 2260 of a county; of a city, all below. */
  county: z.exactOptional(regionCode),
  /** A plate, the number of a case, a phone number, words of the story; four digits alone are today’s number or the end of a phone. */
  text: z.exactOptional(text(1, 60)),
  since: z.exactOptional(moment),
  until: z.exactOptional(moment),
}
export const searchCases = endpoint({
  name: 'searchCases',
  method: 'POST',
  path: '/api/cases/search',
  summary:
    'Cases by what is due first, or those that fit, the newest first: a county its own, city and province all below, a head his checkpoint’s.',
  callers: [...deskAndHead],
  status: 200,
  body: z.strictObject({
    ...looked,
    after: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.int().check(z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({
    items: z.array(caseLine),
    next: z.nullable(z.string()),
    /** Counted to 1000. `oldest`: since when the longest waiting one waits to be accepted. */
    counts: z.strictObject({ new: z.int(), open: z.int(), overdue: z.int(), oldest: z.nullable(moment) }),
  }),
})

export const exportCases = endpoint({
  name: 'exportCases',
  method: 'POST',
  path: '/api/cases/export',
  summary: 'Cases that fit for a file, 500 a call, plates and numbers masked. The log tells who took them and why.',
  callers: [...desk],
  status: 200,
  body: z.strictObject({ ...looked, reason: line(2, 200), after: z.exactOptional(text(1, 80)) }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        ...caseLine.shape,
        acceptedAt: z.nullable(moment),
        dispatchedAt: z.nullable(moment),
        dispatchedTo: z.nullable(z.string()),
        repliedAt: z.nullable(moment),
        reply: z.nullable(z.string()),
        opinion: z.nullable(z.enum(opinions)),
        closedAt: z.nullable(moment),
      }),
    ),
    next: z.nullable(z.string()),
  }),
})

export const caseSheet = z.strictObject({
  case: caseLine,
  /** As told. */
  words: z.string(),
  caller: z.nullable(z.string()),
  /** Whole, for the call back; of a trip, its driver's. */
  phone: z.nullable(z.string()),
  trip: z.nullable(uuid),
  inspection: z.nullable(uuid),
  dispatchedTo: z.nullable(z.string()),
  unreached: z.int(),
  opinion: z.nullable(z.enum(opinions)),
  events: z.array(
    z.strictObject({
      n: z.int(),
      move: z.enum(['make', ...caseMoves]),
      at: moment,
      role: z.enum(caseRoles),
      by: z.nullable(z.string()),
      to: z.nullable(z.string()),
      result: z.nullable(z.enum(callResults)),
      why: z.nullable(z.enum(escalations)),
      category: z.nullable(category),
      words: z.nullable(z.string()),
    }),
  ),
  /** What left of it over channels: to the reporter by SMS, to duty desks and groups. Nobody's number. */
  told: z.array(
    z.strictObject({
      at: moment,
      to: z.enum(['reporter', 'duty', 'group']),
      /** Of a duty desk or a group, whose. */
      area: z.nullable(z.string()),
      zh: z.string(),
      /** null = nothing could leave by a channel: whoever calls tells it. */
      sent: z.nullable(sentNotice),
    }),
  ),
  /** What whoever asks may do to it now. `close` only after enough calls that nobody answered. */
  may: z.array(z.enum(caseMoves)),
})

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/api/cases/:id',
  summary: 'One case with its story, deadlines and what may be done now; that it was read stands in the log.',
  callers: [...deskAndHead],
  status: 200,
  params: ofCase,
  answer: caseSheet,
})

const words = line(2, story)
export const moveCase = endpoint({
  name: 'moveCase',
  method: 'POST',
  path: '/api/cases/:id/moves',
  summary:
    'Do something to a case that its state, its level and the role allow. Of two at once one is refused; closed without a reply: 422.',
  callers: [...deskAndHead],
  status: 200,
  params: ofCase,
  body: z.discriminatedUnion('move', [
    z.strictObject({ move: z.literal('accept') }),
    z.strictObject({ move: z.literal('dispatch'), to: line(2, 60), words: z.exactOptional(words) }),
    z.strictObject({ move: z.literal('handle'), words: z.exactOptional(words) }),
    z.strictObject({ move: z.literal('reply'), words }),
    z.strictObject({ move: z.literal('ask-call-back') }),
    z.strictObject({
      move: z.literal('answer'),
      result: z.enum(callResults),
      words: z.exactOptional(words),
      /** With 不满意: one level up as well. */
      escalate: z.exactOptional(z.boolean()),
    }),
    z.strictObject({ move: z.literal('close') }),
    z.strictObject({ move: z.literal('reopen'), words }),
    z.strictObject({ move: z.literal('escalate'), words }),
    z.strictObject({ move: z.literal('supervise'), words }),
    z.strictObject({ move: z.literal('recategorise'), category }),
    z.strictObject({ move: z.literal('note'), words }),
  ]),
  answer: caseSheet,
})

export const casesApi = [
  tripCases,
  makeCase,
  tellCase,
  reportCase,
  openCase,
  findCaller,
  searchCases,
  exportCases,
  getCase,
  moveCase,
] as const
