import * as z from 'zod/mini'
import { caseLevels } from '../../shared/cases/kinds.ts'
import { blockKinds, blockSources } from '../../shared/network/block.ts'
import { checkpointId, line, moment, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { step } from './incidents.ts'

/** What concerns more than one checkpoint (jiaozuo-20#1): groups of neighbours 区域, and roads that are blocked or slow 路网. */

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
      /** What the step is over by the numbers in force, minutes; null: it has no time of its own. */
      over: z.nullable(z.int()),
    }),
  ),
})

/** A road that is blocked or slow, as the office reads it (R109). */
export const blockView = z.strictObject({
  id: uuid,
  kind: z.enum(blockKinds),
  road: z.string(),
  place: z.string(),
  county: regionCode,
  countyName: z.string(),
  source: z.enum(blockSources),
  startedAt: moment,
  owner: z.string(),
  /** 路警联动: whom of the traffic police and the road administration to telephone. */
  contact: z.nullable(z.strictObject({ name: z.string(), phone: z.string() })),
  detour: z.nullable(z.string()),
  level: z.enum(caseLevels),
  /** When the level above has it, unless it is resolved; null = never by itself. */
  risesAt: z.nullable(moment),
  resolvedAt: z.nullable(moment),
  resolution: z.nullable(z.string()),
})

export const putBlock = endpoint({
  name: 'putBlock',
  method: 'PUT',
  path: '/api/dispatch/roads/:id',
  summary: 'Enter a road that is blocked or slow, or put right what was entered, while it goes on.',
  callers: ['dispatcher', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({
    kind: z.enum(blockKinds),
    road: line(1, 40),
    place: line(1, 60),
    county: regionCode,
    source: z.enum(blockSources),
    startedAt: moment,
    owner: line(2, 60),
    contactName: z.exactOptional(line(1, 40)),
    contactPhone: z.exactOptional(text(5, 20)),
    detour: z.exactOptional(line(2, 200)),
  }),
  answer: blockView,
})

export const resolveBlock = endpoint({
  name: 'resolveBlock',
  method: 'POST',
  path: '/api/dispatch/roads/:id/resolution',
  summary: 'The road is clear again, and what was done. A second one changes nothing.',
  callers: ['dispatcher', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ resolution: line(2, 200) }),
  answer: blockView,
})

export const situation = endpoint({
  name: 'situation',
  method: 'GET',
  path: '/api/dispatch/situation',
  summary:
    'What concerns more than one checkpoint, as far as it lies in what the asker sees: regional groups, and roads that are blocked or slow, those cleared within two hours among them.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  answer: z.strictObject({
    at: moment,
    regions: z.array(regionView),
    roads: z.array(blockView),
    may: z.strictObject({ roads: z.boolean() }),
  }),
})

export const situationApi = [situation, putBlock, resolveBlock] as const
