import * as z from 'zod/mini'
import { eligibilityIds, listKinds } from '../../shared/lists/kinds.ts'
import { reasonIds } from '../../shared/lists/reasons.ts'
import { standings } from '../../shared/lists/stage.ts'
import { line, moment, plate, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { documentKinds } from './trips.ts'

/** White lists 白名单 W1–W4. Lists show masked values; whole ones only where they are asked for by themselves, which the log tells. */

const list = z.enum(listKinds)
const eligibility = z.enum(eligibilityIds)
const documentNo = line(2, 80)
const stepId = z.enum(['draft', 'submit', 'approve', 'commit', 'county', 'city', 'department', 'report', 'closed-loop'])

/** Which of them an entry needs depends on the list; what it has no use for is refused. */
export const listItem = z.strictObject({
  name: z.exactOptional(text(1, 60)),
  document: z.exactOptional(z.enum(documentKinds)),
  number: z.exactOptional(text(1, 40)),
  phone: z.exactOptional(text(1, 30)),
  plate: z.exactOptional(plate),
  company: z.exactOptional(line(2, 80)),
  /** Unified social credit code; of W3 that of the key enterprise. */
  companyCode: z.exactOptional(text(1, 30)),
  closedLoop: z.exactOptional(z.boolean()),
  eligibility: z.exactOptional(eligibility),
  from: z.exactOptional(moment),
  to: z.exactOptional(moment),
  /** W2: number of the company's commitment. */
  documentNo: z.exactOptional(documentNo),
})

const itemError = z.strictObject({ code: z.string(), message: z.string(), path: z.string() })

export const importEntries = endpoint({
  name: 'importListEntries',
  method: 'POST',
  path: '/api/lists/:list/entries',
  summary:
    'Draft up to 500 entries. Each item is answered by itself; the same person for the same time again is "already".',
  callers: ['list-officer'],
  status: 200,
  params: z.strictObject({ list }),
  body: z.strictObject({ batch: uuid, items: z.array(listItem).check(z.minLength(1), z.maxLength(500)) }),
  answer: z.strictObject({
    results: z.array(
      z.strictObject({
        status: z.enum(['recorded', 'already', 'refused']),
        id: z.nullable(uuid),
        error: z.nullable(itemError),
      }),
    ),
  }),
})

export const listEntry = z.strictObject({
  id: uuid,
  list,
  version: z.int(),
  standing: z.enum(standings),
  /** The last step of the chain, or complete, suspended, removed. */
  stage: z.string(),
  /** The step that comes next; null when the chain is complete or over. */
  next: z.nullable(stepId),
  name: z.nullable(z.string()),
  number: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  company: z.nullable(z.string()),
  companyCode: z.nullable(z.string()),
  plate: z.nullable(z.string()),
  closedLoop: z.boolean(),
  eligibility: z.nullable(eligibility),
  from: z.nullable(moment),
  to: z.nullable(moment),
  batch: z.nullable(uuid),
  madeAt: moment,
})

const counts = z.array(z.strictObject({ standing: z.enum(standings), n: z.int() }))

export const listEntries = endpoint({
  name: 'listListEntries',
  method: 'GET',
  path: '/api/lists/:list/entries',
  summary: 'One white list, newest first, masked; `urgent` (suspended, ending soon) comes with the first page.',
  callers: ['list-officer', 'command', 'epidemic', 'supervisor'],
  status: 200,
  params: z.strictObject({ list }),
  query: z.strictObject({
    standing: z.exactOptional(z.enum(standings)),
    /** Plate, credit code, last four of a document, or part of a company's name. Never a whole identity number. */
    search: z.exactOptional(line(2, 40)),
    batch: z.exactOptional(uuid),
    before: z.exactOptional(text(3, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({
    items: z.array(listEntry),
    urgent: z.array(listEntry),
    counts,
    next: z.nullable(z.string()),
  }),
})

export const entryStep = z.strictObject({
  step: z.string(),
  /** Name of the member of staff; null = the system itself. */
  by: z.nullable(z.string()),
  at: moment,
  documentNo: z.nullable(z.string()),
  reason: z.nullable(z.string()),
})

export const getEntry = endpoint({
  name: 'getListEntry',
  method: 'GET',
  path: '/api/list-entries/:id',
  summary: 'One entry, masked, with every step of its chain: who, when, on which document.',
  callers: ['list-officer', 'command', 'epidemic', 'supervisor'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: z.strictObject({ entry: listEntry, steps: z.array(entryStep), mayStep: z.boolean() }),
})

export const takeStep = endpoint({
  name: 'takeListStep',
  method: 'POST',
  path: '/api/list-entries/:id/steps',
  summary:
    'Take the next step of the chain. What the province decided is recorded by the command with its document number.',
  callers: ['list-officer', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ version: z.int(), step: stepId, documentNo: z.exactOptional(documentNo) }),
  answer: listEntry,
})

export const takeBatchStep = endpoint({
  name: 'takeListBatchStep',
  method: 'POST',
  path: '/api/list-batches/:batch/steps',
  summary: 'The same step for every entry of an import that stands before it, 500 a call; `left` are still to do.',
  callers: ['list-officer', 'command'],
  status: 200,
  params: z.strictObject({ batch: uuid }),
  body: z.strictObject({ list, step: stepId, documentNo: z.exactOptional(documentNo) }),
  answer: z.strictObject({ taken: z.int(), refused: z.int(), left: z.int() }),
})

export const changeEntry = endpoint({
  name: 'changeListEntry',
  method: 'POST',
  path: '/api/list-entries/:id/standing',
  summary: 'Suspend, resume or remove an entry, with a reason of the closed list. Effective at the next look-up.',
  callers: ['list-officer', 'command', 'epidemic'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ version: z.int(), deed: z.enum(['suspend', 'resume', 'remove']), reason: z.enum(reasonIds) }),
  answer: listEntry,
})

export const extendEntry = endpoint({
  name: 'extendListEntry',
  method: 'POST',
  path: '/api/list-entries/:id/extension',
  summary: 'A later end, on the document of whoever approved; the beginning stays, so there is no gap.',
  callers: ['command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ version: z.int(), to: moment, documentNo }),
  answer: listEntry,
})

const wholePerson = z.strictObject({
  name: z.nullable(z.string()),
  document: z.nullable(z.enum(documentKinds)),
  number: z.nullable(z.string()),
  phone: z.nullable(z.string()),
})

export const revealEntry = endpoint({
  name: 'revealListEntry',
  method: 'POST',
  path: '/api/list-entries/:id/reveal',
  summary: 'Name, number and phone of one entry unmasked. The log tells who asked and why.',
  callers: ['list-officer', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ reason: line(2, 200) }),
  answer: wholePerson,
})

export const exportEntries = endpoint({
  name: 'exportListEntries',
  method: 'POST',
  path: '/api/lists/:list/export',
  summary: 'A list unmasked, 500 a call, for the office that keeps it. The log tells who asked, why, and how many.',
  callers: ['list-officer', 'command'],
  status: 200,
  params: z.strictObject({ list }),
  body: z.strictObject({
    reason: line(2, 200),
    standing: z.exactOptional(z.enum(standings)),
    before: z.exactOptional(text(3, 80)),
  }),
  answer: z.strictObject({
    items: z.array(z.strictObject({ entry: listEntry, person: wholePerson })),
    next: z.nullable(z.string()),
  }),
})

export const listsApi = [
  importEntries,
  listEntries,
  getEntry,
  takeStep,
  takeBatchStep,
  changeEntry,
  extendEntry,
  revealEntry,
  exportEntries,
] as const
