import * as z from 'zod/mini'
import { codeGrounds, decidedWays, evidenceKinds, reasons, redReasons, ways } from '../../shared/codes/reasons.ts'
import { personQueues, revealPurposes, tracePurposes, unlistPurposes } from '../../shared/codes/purposes.ts'
import { line, listed, moment, plate, text, told, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { documentKinds } from './trips.ts'

/**
 * Persons and their codes, for the epidemic office. A person is named by his tag, which says nothing of him; whatever tells
 * who he is goes in a body, never in an address. Answers are masked but for `revealPerson` and `exportTrace`.
 */

const personId = z.string().check(z.regex(/^[\w-]{43}$/))
const colour = z.enum(['green', 'yellow', 'red', 'grey'])
const reason = z.enum(reasons)
/** The number of a paper (文号): with a figure in it, and too short to be an opinion. */
const paper = line(3, 40).check(z.regex(/\d/))

const actor = z.strictObject({ role: z.string(), name: z.nullable(z.string()), unit: z.nullable(z.string()) })
const evidence = z.strictObject({ kind: z.enum(evidenceKinds), id: z.string() })
const masked = {
  person: personId,
  surname: z.string(),
  idTail: z.string(),
  /** Of his newest trips, newest first. */
  plates: z.array(z.string()),
}
const queued = z.strictObject({ opening: z.string(), reason, ground: z.enum(codeGrounds), since: moment })

export const personRow = z.strictObject({
  ...masked,
  colour,
  /** From when the gravest open reason colours; null = nothing is open. */
  since: z.nullable(moment),
  open: z.array(queued),
  waiting: z.array(z.strictObject({ ...queued.shape, signatures: z.int() })),
  insideSince: z.nullable(moment),
  /** First minute at which the newest valid negative no longer holds. */
  testLapsesAt: z.nullable(moment),
  listed: z.nullable(listed),
})

const signature = z.strictObject({ at: moment, by: actor })
/** One reason with its whole story. `told`: as the driver reads it. */
const reasonView = z.strictObject({
  opening: z.string(),
  reason,
  ground: z.enum(codeGrounds),
  state: z.enum(['open', 'proposed', 'closed']),
  since: moment,
  by: actor,
  evidence,
  signatures: z.array(signature),
  appeals: z.array(z.strictObject({ at: moment, decision: z.enum(['cleared', 'upheld', 'referred']), by: actor })),
  closed: z.nullable(
    z.strictObject({
      at: moment,
      way: z.enum(ways),
      by: actor,
      document: z.nullable(z.string()),
      /** false: it never coloured anything. */
      counted: z.boolean(),
    }),
  ),
  told: z.strictObject({ zh: told, en: told }),
  /** What whoever asks may do to it. */
  may: z.strictObject({ sign: z.boolean(), decline: z.boolean(), ways: z.array(z.enum(decidedWays)) }),
})
/** One thing that happened, as written. `why` is a code of shared/codes/openings where it had no effect. */
const happening = z.strictObject({
  id: z.string(),
  at: moment,
  kind: z.string(),
  source: z.string(),
  by: actor,
  what: z.nullable(z.string()),
  about: z.nullable(z.string()),
  sampledAt: z.nullable(moment),
  reportedAt: z.nullable(moment),
  inspection: z.nullable(uuid),
  refused: z.nullable(z.string()),
})

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary:
    'Persons of one queue, masked: proposals that wait for a signature, red, yellow, or those inside the city whose test lapses within the span of the first reminder. `after` is the `next` of the page before.',
  callers: ['epidemic', 'supervisor', 'appeal-officer'],
  status: 200,
  query: z.strictObject({
    queue: z.enum(personQueues),
    after: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  }),
  answer: z.strictObject({
    /** `overstay` only where that queue was asked for. */
    counts: z.strictObject({
      waiting: z.int(),
      red: z.int(),
      yellow: z.int(),
      overstay: z.nullable(z.int()),
      listed: z.int(),
    }),
    items: z.array(personRow),
    next: z.nullable(z.string()),
  }),
})
export const findPeople = endpoint({
  name: 'findPeople',
  method: 'POST',
  path: '/api/people/searches',
  summary: 'Find persons by plate, trip number, or the whole number of a personal document; masked.',
  callers: ['epidemic', 'supervisor', 'appeal-officer'],
  status: 200,
  body: z.union([
    z.strictObject({ plate }),
    z.strictObject({ trip: text(12, 20) }),
    z.strictObject({ document: z.enum(documentKinds), number: text(4, 30) }),
  ]),
  answer: z.strictObject({ items: z.array(personRow) }),
})
export const getPerson = endpoint({
  name: 'getPerson',
  method: 'GET',
  path: '/api/people/:person',
  summary: 'The whole ledger of one person: every reason with its story, tests, stays, what comes next; masked.',
  callers: ['epidemic', 'supervisor', 'appeal-officer'],
  status: 200,
  params: z.strictObject({ person: personId }),
  answer: z.strictObject({
    row: personRow,
    reasons: z.array(reasonView),
    /** Newest first. */
    story: z.array(happening),
    /** What time will bring, soonest first. */
    coming: z.array(
      z.strictObject({ at: moment, timer: z.string(), action: z.string(), zh: z.string(), en: z.string() }),
    ),
    /** What was told of it and to whom, newest first. */
    messages: z.array(
      z.strictObject({
        at: moment,
        audience: z.string(),
        channel: z.enum(['screen', 'sms']),
        zh: z.string(),
        en: z.string(),
        sentAt: z.nullable(moment),
      }),
    ),
    /** Records that a red can stand on, newest first. */
    evidence: z.array(z.strictObject({ ...evidence.shape, at: moment, label: z.string() })),
    may: z.strictObject({ propose: z.boolean(), reveal: z.boolean(), trace: z.boolean() }),
  }),
})
export const revealPerson = endpoint({
  name: 'revealPerson',
  method: 'POST',
  path: '/api/people/:person/readings',
  summary: 'Who this is, in full. For one purpose of a closed list; written into the log before it is answered.',
  callers: ['epidemic', 'appeal-officer'],
  status: 200,
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ purpose: z.enum(revealPurposes) }),
  answer: z.strictObject({
    name: z.string(),
    document: z.enum(documentKinds),
    number: z.string(),
    phone: z.nullable(z.string()),
  }),
})

const proposal = {
  /** Made by the caller: the same proposal sent twice is one. */
  id: uuid,
  reason: z.enum(redReasons),
  ground: z.enum(codeGrounds),
  evidence: z.strictObject({ kind: z.enum(evidenceKinds), id: line(3, 80) }),
}
const done = z.strictObject({ ok: z.literal(true), row: personRow })

export const proposeRed = endpoint({
  name: 'proposeRed',
  method: 'POST',
  path: '/api/people/:person/proposals',
  summary: 'Propose a red reason on a listed ground with evidence; it colours nothing until another person signs.',
  callers: ['epidemic'],
  status: 201,
  params: z.strictObject({ person: personId }),
  body: z.strictObject(proposal),
  answer: done,
})
export const proposeReds = endpoint({
  name: 'proposeReds',
  method: 'POST',
  path: '/api/people/proposals',
  summary: 'The same for many at once: only under the number of an order of the city’s command. All or none.',
  callers: ['epidemic'],
  status: 201,
  body: z.strictObject({
    ...proposal,
    order: paper,
    people: z.array(personId).check(z.minLength(1), z.maxLength(50)),
  }),
  answer: z.strictObject({ proposed: z.int() }),
})
export const signRed = endpoint({
  name: 'signRed',
  method: 'POST',
  path: '/api/people/:person/signatures',
  summary: 'Sign a proposed red. The second signature, of another person, makes it count (CO-01 otherwise).',
  callers: ['epidemic'],
  status: 201,
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ opening: text(1, 120) }),
  answer: done,
})
export const declineRed = endpoint({
  name: 'declineRed',
  method: 'POST',
  path: '/api/people/:person/refusals',
  summary: 'Do not confirm a proposed red; its story stays.',
  callers: ['epidemic'],
  status: 201,
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ opening: text(1, 120) }),
  answer: done,
})
export const closeReason = endpoint({
  name: 'closeReason',
  method: 'POST',
  path: '/api/people/:person/closings',
  summary: 'End an open reason in one of the ways the rules give this role, on a paper with a number.',
  callers: ['epidemic', 'appeal-officer'],
  status: 201,
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ opening: text(1, 120), way: z.enum(decidedWays), document: paper }),
  answer: done,
})

const listedRow = z.strictObject({ ...masked, kind: listed, since: moment, source: z.string() })

export const listPersonsAtRisk = endpoint({
  name: 'listPersonsAtRisk',
  method: 'GET',
  path: '/api/persons-at-risk',
  summary: 'Persons on the positive, red and tracking lists that every checkpoint matches in the background; masked.',
  callers: ['epidemic', 'supervisor', 'appeal-officer'],
  status: 200,
  query: z.strictObject({
    kind: z.exactOptional(listed),
    after: z.exactOptional(personId),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({ items: z.array(listedRow), next: z.nullable(z.string()) }),
})
export const addToList = endpoint({
  name: 'addToList',
  method: 'POST',
  path: '/api/persons-at-risk',
  summary: 'Put a person on one of these lists, on a paper with a number.',
  callers: ['epidemic'],
  status: 201,
  body: z.strictObject({
    document: z.enum(documentKinds),
    number: text(4, 30),
    kind: listed,
    paper,
  }),
  answer: z.strictObject({ person: personId }),
})
export const removeFromList = endpoint({
  name: 'removeFromList',
  method: 'POST',
  path: '/api/persons-at-risk/:person/removals',
  summary: 'Take a person off, for one reason of a closed list and on a paper with a number. His code is not touched.',
  callers: ['epidemic'],
  status: 201,
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ purpose: z.enum(unlistPurposes), paper }),
  answer: z.strictObject({ ok: z.literal(true) }),
})

const traced = z.strictObject({
  inspection: uuid,
  at: moment,
  checkpoint: z.string(),
  road: z.string(),
  lane: z.int(),
  plate: z.string(),
  row: z.string(),
  outcome: z.string(),
  consignee: z.nullable(z.string()),
  to: z.nullable(z.string()),
  /** In full: whom to call is what a trace is for. */
  crew: z.array(
    z.strictObject({
      role: z.string(),
      name: z.string(),
      document: z.nullable(z.enum(documentKinds)),
      number: z.string(),
      phone: z.nullable(z.string()),
      person: z.nullable(personId),
    }),
  ),
})
export const exportTrace = endpoint({
  name: 'exportTrace',
  method: 'POST',
  path: '/api/traces',
  summary:
    'Epidemiological trace: passages of one person or plate in a window of at most 31 days, with crews in full. For a listed purpose under a case number; written into the log before it is answered.',
  callers: ['epidemic'],
  status: 200,
  body: z.strictObject({
    of: z.union([z.strictObject({ person: personId }), z.strictObject({ plate })]),
    from: moment,
    until: moment,
    purpose: z.enum(tracePurposes),
    paper,
  }),
  /** `cut`: there is more than one answer holds; narrow the window. */
  answer: z.strictObject({ passages: z.array(traced), cut: z.boolean() }),
})

export const codesApi = [
  listPeople,
  findPeople,
  getPerson,
  revealPerson,
  proposeRed,
  proposeReds,
  signRed,
  declineRed,
  closeReason,
  listPersonsAtRisk,
  addToList,
  removeFromList,
  exportTrace,
] as const
