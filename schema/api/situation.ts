import * as z from 'zod/mini'
import { checkpointId, moment, regionCode, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { step } from './incidents.ts'

/** What concerns more than one checkpoint 区域 (jiaozuo-20#1): groups of neighbours that rose because one was closed. */

const place = { id: checkpointId, name: z.string(), county: regionCode }

export const regionView = z.strictObject({
  id: uuid,
  cause: z.strictObject(place),
  /** Every lane of it, or the checkpoint itself. */
  why: z.enum(['lanes', 'checkpoint']),
  closedAt: moment,
  /** null = it is closed still. */
  openedAt: z.nullable(moment),
  since: moment,
  endedAt: z.nullable(moment),
  /** In the order in which they rose. */
  members: z.array(
    z.strictObject({
      ...place,
      incident: uuid,
      startedAt: z.nullable(moment),
      endedAt: z.nullable(moment),
      step: z.nullable(step),
    }),
  ),
})

export const situation = endpoint({
  name: 'situation',
  method: 'GET',
  path: '/api/dispatch/situation',
  summary:
    'What concerns more than one checkpoint: regional groups that go on, as far as the asker sees one of their checkpoints.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  answer: z.strictObject({ at: moment, regions: z.array(regionView) }),
})

export const situationApi = [situation] as const
