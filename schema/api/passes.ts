import * as z from 'zod/mini'
import { passFlagIds } from '../../shared/passes/checks.ts'
import { departmentIds, keyGoods } from '../../shared/passes/departments.ts'
import {
  declineReasonIds,
  readPurposeIds,
  standingDeeds,
  standingReasonIds,
  voidReasonIds,
} from '../../shared/passes/reasons.ts'
import { cargoCode, line, moment, plate, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { passView } from './trips.ts'

/** Passes 通行证 as the office and companies see them, and the passes of other provinces. Sources: henan-16#8, jiaozuo-20#8. */

const words = z.strictObject({ zh: z.string(), en: z.string() })
const passNumber = z.string().check(z.regex(/^\d{12}$/))
const page = {
  /** The `next` of the page before. */
  before: z.exactOptional(text(1, 80)),
  limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
}

/** Printed on the pass for whoever holds it, never in its code. */
const crewOnPass = z.strictObject({
  name: text(1, 40),
  /** Last four of the document. */
  idTail: z.exactOptional(z.string().check(z.regex(/^[0-9A-Za-z]{4}$/))),
})

export const companyApplication = z.strictObject({
  id: uuid,
  applicant: z.enum(['shipper', 'consignee']),
  company: line(2, 60),
  companyCode: text(15, 24),
  contact: text(1, 40),
  phone: text(6, 24),
  /** Of the tractor. */
  plate,
  from: regionCode,
  to: regionCode,
  cargo: z.enum(keyGoods),
  cargoName: z.exactOptional(line(1, 40)),
  crew: z.array(crewOnPass).check(z.minLength(1), z.maxLength(5)),
  commitment: z.literal(true, 'PA-17'),
  /** The same applicant's earlier application whose pass this one's takes the place of: another plate, crew or route. */
  replaces: z.exactOptional(z.strictObject({ application: uuid, key: text(20, 64) })),
})

/** What became of an application, for whoever applied. */
export const applicationAnswer = z.strictObject({
  application: z.strictObject({
    id: uuid,
    state: z.enum(['issued', 'waiting', 'declined']),
    appliedAt: moment,
    /** Answered by then, as a rule. */
    answerBy: moment,
    department: z.strictObject({ id: z.enum(departmentIds), ...words.shape }),
    /** What a person looks at; empty = issued at once. */
    flags: z.array(z.strictObject({ id: z.enum(passFlagIds), ...words.shape })),
    declined: z.nullable(
      z.strictObject({ reason: z.string(), ...words.shape, next: words, note: z.nullable(z.string()) }),
    ),
  }),
  /** The pass as it is now, re-issued ones followed to their end. */
  pass: z.nullable(passView),
  /** Why the pass gives no green lane now; null = it does, or has run out. */
  standing: z.nullable(
    z.strictObject({
      state: z.enum(['suspended', 'revoked']),
      ...words.shape,
      note: z.nullable(z.string()),
      at: moment,
    }),
  ),
})

export const applyAsCompany = endpoint({
  name: 'applyAsCompany',
  method: 'POST',
  path: '/api/passes/applications',
  summary:
    'A shipper or consignee applies for a pass on a credit commitment: issued at once, or looked at by a person within half an hour. The id is the caller’s, so sending again is harmless.',
  callers: ['anyone'],
  status: 201,
  body: companyApplication,
  /** `key` asks again later; who has it has the pass. */
  answer: z.strictObject({ key: z.string(), ...applicationAnswer.shape }),
})

export const followApplication = endpoint({
  name: 'followApplication',
  method: 'POST',
  path: '/api/passes/applications/:id/outcome',
  summary: 'What became of an application, for whoever holds its key.',
  callers: ['anyone'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ key: text(20, 64) }),
  answer: applicationAnswer,
})

export const lookUpNumber = endpoint({
  name: 'lookUpNumber',
  method: 'GET',
  path: '/api/numbers/:number',
  summary:
    'Typing the twelve digits of a pass or a trip is scanning it: the token as its code holds it, to be opened by the phone like a scanned one.',
  callers: ['terminal'],
  status: 200,
  params: z.strictObject({ number: text(12, 20) }),
  answer: z.strictObject({
    number: passNumber,
    pass: z.nullable(
      z.strictObject({
        token: z.string(),
        state: z.enum(['valid', 'expired', 'revoked', 'suspended']),
        plate: z.string(),
        from: regionCode,
        to: regionCode,
        cargo: cargoCode,
        validFrom: moment,
        validTo: moment,
        issuer: z.string(),
      }),
    ),
    /** The trip's freight code of this moment, as for paper; the rest is found by its plate. */
    freight: z.nullable(z.strictObject({ token: z.string(), plate: z.string() })),
  }),
})

export const passRow = z.strictObject({
  number: passNumber,
  state: z.enum(['valid', 'suspended', 'revoked', 'expired']),
  plate: z.string(),
  from: regionCode,
  to: regionCode,
  cargo: cargoCode,
  applicant: z.enum(['driver', 'shipper', 'consignee']),
  company: z.nullable(z.string()),
  issuedAt: moment,
  validTo: moment,
  /** Why it is suspended or revoked. */
  reason: z.nullable(words),
  /** The pass whose place it took, and the one that took its own. */
  replaces: z.nullable(passNumber),
  replacedBy: z.nullable(passNumber),
})
const applicationRow = z.strictObject({
  id: uuid,
  state: z.enum(['issued', 'waiting', 'declined']),
  applicant: z.enum(['driver', 'shipper', 'consignee']),
  company: z.nullable(z.string()),
  plate: z.string(),
  from: regionCode,
  to: regionCode,
  cargo: cargoCode,
  department: z.enum(departmentIds),
  /** Goods people live on 民生物资. */
  first: z.boolean(),
  flags: z.array(z.enum(passFlagIds)),
  appliedAt: moment,
  answerBy: moment,
  decidedAt: z.nullable(moment),
})

export const listPasses = endpoint({
  name: 'listPasses',
  method: 'GET',
  path: '/api/passes',
  summary:
    'Passes that were issued, newest first, found by state, or by number, plate or the beginning of a company’s name.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  query: z.strictObject({
    show: z.exactOptional(z.enum(['valid', 'suspended', 'revoked', 'expired', 'all'])),
    find: z.exactOptional(line(2, 60)),
    ...page,
  }),
  answer: z.strictObject({ items: z.array(passRow), next: z.nullable(z.string()) }),
})

export const listPassApplications = endpoint({
  name: 'listPassApplications',
  method: 'GET',
  path: '/api/passes/applications',
  summary:
    'Applications: those that wait with goods people live on first, then the oldest; declined ones with the newest first.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  query: z.strictObject({ show: z.exactOptional(z.enum(['waiting', 'late', 'declined'])), ...page }),
  answer: z.strictObject({
    items: z.array(applicationRow),
    next: z.nullable(z.string()),
    /** `late`: waiting longer than half an hour. */
    counts: z.strictObject({ waiting: z.int(), late: z.int() }),
  }),
})

const person = z.strictObject({ name: z.string(), idTail: z.nullable(z.string()) })
export const passSheet = z.strictObject({
  pass: z.nullable(passRow),
  application: z.nullable(
    z.strictObject({
      ...applicationRow.shape,
      companyCode: z.nullable(z.string()),
      cargoName: z.nullable(z.string()),
      /** Masked. */
      contact: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      crew: z.array(person),
      committedAt: moment,
      decidedBy: z.nullable(z.string()),
      declined: z.nullable(z.strictObject({ ...words.shape, note: z.nullable(z.string()) })),
    }),
  ),
  /** Twelve digits of the trip it belongs to. */
  trip: z.nullable(z.string()),
  /** The passes of this chain 换发, oldest first. */
  chain: z.array(passRow),
  /** What was done to it, oldest first; `by`: null = the system. */
  history: z.array(
    z.strictObject({
      at: moment,
      deed: z.enum(['applied', 'issued', 'declined', 'revoked', 'suspended', 'restored', 'replaced']),
      by: z.nullable(z.string()),
      reason: z.nullable(words),
      note: z.nullable(z.string()),
    }),
  ),
  may: z.strictObject({ decide: z.boolean(), read: z.boolean(), deeds: z.array(z.enum(standingDeeds)) }),
})

export const getPassSheet = endpoint({
  name: 'getPassSheet',
  method: 'GET',
  path: '/api/passes/:number/sheet',
  summary: 'One pass: its application, the passes before and after it, and what was done to it; masked.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  params: z.strictObject({ number: passNumber }),
  answer: passSheet,
})

export const getPassApplication = endpoint({
  name: 'getPassApplication',
  method: 'GET',
  path: '/api/passes/applications/:id',
  summary: 'One application with what the checks found; masked.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: passSheet,
})

export const readPassApplication = endpoint({
  name: 'readPassApplication',
  method: 'POST',
  path: '/api/passes/applications/:id/readings',
  summary: 'Who applied and who drives, in full. For one purpose of a closed list; written into the log.',
  callers: ['pass-officer'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ purpose: z.enum(readPurposeIds) }),
  answer: z.strictObject({
    contact: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    crew: z.array(person),
  }),
})

export const decidePassApplication = endpoint({
  name: 'decidePassApplication',
  method: 'POST',
  path: '/api/passes/applications/:id/decision',
  summary: 'Issue the pass, or decline it for one reason of a closed list; of two officers at once one is told (409).',
  callers: ['pass-officer'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.union([
    z.strictObject({ decision: z.literal('issue') }),
    z.strictObject({
      decision: z.literal('decline'),
      reason: z.enum(declineReasonIds),
      note: z.exactOptional(line(2, 200)),
    }),
  ]),
  answer: passSheet,
})

export const changePassStanding = endpoint({
  name: 'changePassStanding',
  method: 'POST',
  path: '/api/passes/:number/standing',
  summary:
    'Revoke, suspend or restore a pass, for one reason of a closed list. `was` is the state it was seen in, else 409.',
  callers: ['pass-officer', 'command'],
  status: 200,
  params: z.strictObject({ number: passNumber }),
  body: z.strictObject({
    deed: z.enum(standingDeeds),
    was: z.enum(['valid', 'suspended']),
    reason: z.enum(standingReasonIds),
    note: z.exactOptional(line(2, 200)),
  }),
  answer: passSheet,
})

export const voidFreightCodes = endpoint({
  name: 'voidFreightCodes',
  method: 'POST',
  path: '/api/freight-codes/voidings',
  summary:
    'Make void the freight codes of a trip issued so far, for one reason of a closed list; the driver’s phone gets a new one.',
  callers: ['pass-officer', 'command'],
  status: 200,
  body: z.strictObject({ trip: text(12, 20), reason: z.enum(voidReasonIds) }),
  answer: z.strictObject({ trip: z.string(), plate: z.string(), before: moment }),
})

export const samplePasses = endpoint({
  name: 'samplePasses',
  method: 'GET',
  path: '/api/passes/sample',
  summary: 'Some passes of the last days drawn by lot, for the check after issue 事后抽查.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  query: z.strictObject({ count: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(50))) }),
  answer: z.strictObject({ since: moment, issued: z.int(), items: z.array(passRow) }),
})

export const listForeignPasses = endpoint({
  name: 'listForeignPasses',
  method: 'GET',
  path: '/api/foreign-passes',
  summary: 'Passes of other provinces as inspectors recorded them 全国互认, newest first.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  query: z.strictObject({ plate: z.exactOptional(text(2, 16)), ...page }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        id: uuid,
        inspection: uuid,
        plate: z.string(),
        /** Two digits of the province, or as it was typed. */
        issuer: z.string(),
        number: z.nullable(z.string()),
        validTo: z.nullable(moment),
        shown: z.enum(['number', 'qr', 'photo']),
        oldStyle: z.boolean(),
        recordedAt: moment,
      }),
    ),
    next: z.nullable(z.string()),
  }),
})

export const passesApi = [
  applyAsCompany,
  followApplication,
  lookUpNumber,
  listPassApplications,
  samplePasses,
  listPasses,
  getPassSheet,
  getPassApplication,
  readPassApplication,
  decidePassApplication,
  changePassStanding,
  voidFreightCodes,
  listForeignPasses,
] as const
