import * as z from 'zod/mini'
import { checkpointId, line, moment } from './common.ts'
import { endpoint } from './endpoint.ts'

/** How a checkpoint lies on its road (jiaozuo-20#16, #19): what the wait is reckoned with, and the signs beside the road. */

export const stake = z.string().check(z.regex(/^K\d{1,4}\+\d{1,3}$/))
/** The number a sign has in its code. */
export const signNumber = z.int().check(z.gte(1), z.lte(99))

const upstream = z.enum(['increasing', 'decreasing'])
const fields = {
  approachLanes: z.int().check(z.gte(1), z.lte(30)),
  /** How far up the road a queue can stand, metres. */
  approachMetres: z.int().check(z.gte(50), z.lte(50_000)),
  /** The lane of the green channel; null = none of its own. */
  greenLane: z.nullable(z.int().check(z.gte(1), z.lte(30))),
  /** The stake at the booth, and whether stakes grow up the queue; null = stakes cannot be read here. */
  booth: z.nullable(z.strictObject({ stake, upstream })),
  /** How far before the booth a phone checks in by itself; null = nowhere. */
  fenceMetres: z.nullable(z.int().check(z.gte(50), z.lte(50_000))),
}

export const siteView = z.strictObject({
  checkpoint: checkpointId,
  /** 0 = nobody has described it; what stands here is what is taken then. */
  version: z.int(),
  ...fields,
  booth: z.nullable(z.strictObject({ stake: z.string(), upstream })),
  /** The nearest first; with the stake where it is to stand, where that can be told. */
  signs: z.array(z.strictObject({ number: signNumber, metres: z.int(), stake: z.nullable(z.string()) })),
  changed: z.nullable(z.strictObject({ at: moment, by: z.string(), reason: z.string() })),
  /** What the asker may do here. */
  may: z.strictObject({ change: z.boolean() }),
})

export const getSite = endpoint({
  name: 'getSite',
  method: 'GET',
  path: '/api/checkpoints/:id/site',
  summary: 'How a checkpoint lies on its road: approach, green lane, stakes, fence and the signs for check-ins.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  answer: siteView,
})

export const changeSite = endpoint({
  name: 'changeSite',
  method: 'PUT',
  path: '/api/checkpoints/:id/site',
  summary:
    'Describe the road anew, with the reason; the wait is reckoned with it from the next look on, on every server. Of two who change the same version the second is told.',
  callers: ['admin', 'command'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  body: z.strictObject({
    /** The one that was changed. */
    version: z.int().check(z.gte(0), z.lte(1_000_000)),
    ...fields,
    signs: z
      .array(z.strictObject({ number: signNumber, metres: z.int().check(z.gte(10), z.lte(50_000)) }))
      .check(z.maxLength(40)),
    reason: line(2, 200),
  }),
  answer: siteView,
})

export const sitesApi = [getSite, changeSite] as const
