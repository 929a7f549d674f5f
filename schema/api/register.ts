import * as z from 'zod/mini'
import { directions, placeKinds } from '../../shared/register/register.ts'
import { checkpointId, line, moment } from './common.ts'
import { endpoint } from './endpoint.ts'
import { stake } from './sites.ts'

/** Why and by whose leave a checkpoint stands where it stands (henan-16#6, jiaozuo-20#6), and its temporary party branch (#18). */

const fields = {
  /** 批准文号; null = there is none yet. */
  approvalNo: z.nullable(line(2, 60)),
  kind: z.enum(placeKinds),
  /** Needed on a national or provincial road. */
  kindReason: z.nullable(line(2, 200)),
  direction: z.enum(directions),
  bridge: z.nullable(line(2, 40)),
  /** 临时党支部. */
  branch: z.strictObject({
    secretary: z.nullable(line(2, 40)),
    members: z.nullable(line(2, 400)),
    /** 工作制度、工作纪律: their titles, or where they hang. */
    rules: z.nullable(line(2, 400)),
  }),
}

export const registerView = z.strictObject({
  checkpoint: checkpointId,
  /** 0 = nobody has registered it. */
  version: z.int(),
  ...fields,
  kind: z.nullable(z.enum(placeKinds)),
  direction: z.nullable(z.enum(directions)),
  stake: z.nullable(z.string()),
  changed: z.nullable(z.strictObject({ at: moment, by: z.string(), reason: z.string() })),
  /** What is not as the articles want it; `bridge-ends` keeps it from being opened. */
  warnings: z.array(
    z.strictObject({
      what: z.enum(['not-registered', 'no-approval', 'no-reason', 'close-by', 'bridge-ends']),
      other: z.nullable(checkpointId),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  may: z.strictObject({ change: z.boolean() }),
})

export const listRegister = endpoint({
  name: 'listRegister',
  method: 'GET',
  path: '/api/register',
  summary: 'Every checkpoint of the asker with its approval, kind, place, party branch, and what is wrong with it.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  answer: z.strictObject({ items: z.array(registerView) }),
})

export const changeRegister = endpoint({
  name: 'changeRegister',
  method: 'PUT',
  path: '/api/checkpoints/:id/register',
  summary:
    'Register a checkpoint, with the reason of the change. Both ends of one bridge are refused while the other one is open.',
  callers: ['admin', 'command'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  body: z.strictObject({
    version: z.int().check(z.gte(0), z.lte(1_000_000)),
    ...fields,
    stake: z.nullable(stake),
    reason: line(2, 200),
  }),
  answer: registerView,
})

export const registerApi = [listRegister, changeRegister] as const
