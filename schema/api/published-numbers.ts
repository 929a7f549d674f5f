import * as z from 'zod/mini'
import { numberKinds } from '../../shared/wording/published-numbers.ts'
import { line, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Numbers published to everybody (jiaozuo-20#16): proposed by one of the city's command, in force once another approves. */

const kind = z.enum(numberKinds)
const number = z.nullable(z.string())

export const publishedNumbers = endpoint({
  name: 'publishedNumbers',
  method: 'GET',
  path: '/api/published-numbers',
  summary: '应急运输保障电话 and 举报电话 in force; null = none is published, and no page makes one up.',
  callers: ['anyone'],
  status: 200,
  answer: z.strictObject({ emergency: number, complaints: number }),
})

const by = z.strictObject({ id: uuid, name: z.string() })
export const numberProposal = z.strictObject({
  id: uuid,
  kind,
  /** null = to be taken back. */
  number,
  reason: z.string(),
  proposedBy: by,
  proposedAt: moment,
  /** `in-force`: the newest approved of its kind; `past`: another came after it. */
  state: z.enum(['waiting', 'in-force', 'past', 'declined']),
  decidedBy: z.nullable(by),
  decidedAt: z.nullable(moment),
  declined: z.nullable(z.string()),
  /** What the asker may do: approve another’s, decline any, his own too. */
  may: z.strictObject({ approve: z.boolean(), decline: z.boolean() }),
})

export const listNumberProposals = endpoint({
  name: 'listNumberProposals',
  method: 'GET',
  path: '/api/published-numbers/proposals',
  summary: 'What was proposed and decided, the newest first; 100 at most.',
  callers: ['admin', 'command', 'supervisor'],
  status: 200,
  answer: z.strictObject({ items: z.array(numberProposal), may: z.strictObject({ propose: z.boolean() }) }),
})

export const proposeNumber = endpoint({
  name: 'proposeNumber',
  method: 'POST',
  path: '/api/published-numbers/proposals',
  summary: 'Propose a number, or that the present one is taken back; nothing is published by it.',
  callers: ['command'],
  status: 201,
  body: z.strictObject({ kind, number: z.nullable(text(1, 30)), reason: line(2, 200) }),
  answer: numberProposal,
})

export const decideNumber = endpoint({
  name: 'decideNumber',
  method: 'POST',
  path: '/api/published-numbers/proposals/:id/decision',
  summary: 'Publish it, as another person than its author, or decline it with a reason. Decided once.',
  callers: ['command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ approve: z.boolean(), reason: z.exactOptional(line(2, 200)) }),
  answer: numberProposal,
})

export const publishedNumbersApi = [publishedNumbers, listNumberProposals, proposeNumber, decideNumber] as const
