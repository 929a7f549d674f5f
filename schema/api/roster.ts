import * as z from 'zod/mini'
import { checkpointId, line, moment, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Who answers for a checkpoint and for a county (jiaozuo-20#17): one county leader and two or three cadres, at every time. */

/** Of a checkpoint: leader, cadre, head. Of a county or city or the province, by its code: the rest. */
export const dutyRole = z.enum([
  'leader',
  'cadre',
  'head',
  'party-principal',
  'government-principal',
  'county-desk',
  'city-desk',
  'province-desk',
  'logistics-office',
  'liaison',
])

export const dutyView = z.strictObject({
  id: uuid,
  role: dutyRole,
  checkpoint: z.nullable(checkpointId),
  area: z.nullable(regionCode),
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  /** Whole for whoever may change it and for the dispatcher who calls, else its last four digits. */
  phone: z.string(),
  from: moment,
  to: z.nullable(moment),
  /** Cadres step in in this order. */
  rank: z.int(),
  endedAt: z.nullable(moment),
})

export const listDuty = endpoint({
  name: 'listDuty',
  method: 'GET',
  path: '/api/roster',
  summary: 'Who answers for what, now and to come; `past` shows those whose time is over.',
  callers: ['admin', 'head', 'dispatcher', 'command', 'supervisor'],
  status: 200,
  query: z.strictObject({
    checkpoint: z.exactOptional(checkpointId),
    area: z.exactOptional(regionCode),
    past: z.exactOptional(z.enum(['yes'])),
  }),
  answer: z.strictObject({ items: z.array(dutyView) }),
})

export const putDuty = endpoint({
  name: 'putDuty',
  method: 'PUT',
  path: '/api/roster/:id',
  summary: 'Enter a person, or change the entry of that id; who was called by it before stays as it was.',
  callers: ['admin', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({
    role: dutyRole,
    checkpoint: z.exactOptional(checkpointId),
    area: z.exactOptional(regionCode),
    name: line(1, 40),
    title: line(1, 60),
    unit: line(1, 60),
    phone: text(7, 20),
    from: moment,
    to: z.exactOptional(z.nullable(moment)),
    rank: z.exactOptional(z.int().check(z.gte(1), z.lte(9))),
  }),
  answer: dutyView,
})

export const endDuty = endpoint({
  name: 'endDuty',
  method: 'POST',
  path: '/api/roster/:id/end',
  summary: 'He answers no longer, from now on.',
  callers: ['admin', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  answer: dutyView,
})

export const dutyGaps = endpoint({
  name: 'dutyGaps',
  method: 'GET',
  path: '/api/roster/gaps',
  summary:
    'Where within the next 24 hours a checkpoint has not exactly one county leader and two or three cadres with telephone numbers.',
  callers: ['admin', 'head', 'dispatcher', 'command', 'supervisor'],
  status: 200,
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        checkpoint: checkpointId,
        checkpointName: z.string(),
        active: z.boolean(),
        from: moment,
        to: moment,
        leaders: z.int(),
        cadres: z.int(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  }),
})

export const rosterApi = [listDuty, putDuty, endDuty, dutyGaps] as const
