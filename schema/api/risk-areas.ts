import * as z from 'zod/mini'
import { line, moment, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Medium and high risk areas 中高风险地区 as published (henan-16#7, jiaozuo-20#7). They are asked about, and decide nothing by themselves. */

export const riskLevel = z.enum(['high', 'medium'])
/** As anybody may read it: where a stay is asked about. */
export const riskArea = z.strictObject({ region: regionCode, name: z.string(), level: riskLevel, from: moment })

export const readRiskAreas = endpoint({
  name: 'readRiskAreas',
  method: 'GET',
  path: '/api/risk-areas',
  summary: 'The risk areas listed now. Public information: the driver’s form and anybody may read it.',
  callers: ['anyone'],
  status: 200,
  answer: z.strictObject({ at: moment, items: z.array(riskArea) }),
})

export const riskAreaView = z.strictObject({
  ...riskArea.shape,
  id: uuid,
  to: z.nullable(moment),
  /** The document or notice that lists it. */
  source: z.string(),
  addedBy: z.string(),
  addedAt: moment,
  ended: z.nullable(z.strictObject({ at: moment, by: z.string(), reason: z.string() })),
})

export const riskAreaStandings = ['in-force', 'coming', 'ended'] as const

export const listRiskAreas = endpoint({
  name: 'listRiskAreas',
  method: 'GET',
  path: '/api/office/risk-areas',
  summary:
    'Risk areas with their history, the newest entry first. `search`: a region code (or its beginning) or part of a name. `before` is the `next` of the page before.',
  callers: ['epidemic', 'supervisor', 'appeal-officer'],
  status: 200,
  query: z.strictObject({
    standing: z.exactOptional(z.enum(riskAreaStandings)),
    search: z.exactOptional(text(1, 40)),
    before: z.exactOptional(text(1, 80)),
    limit: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  }),
  answer: z.strictObject({ items: z.array(riskAreaView), next: z.nullable(z.string()), inForce: z.int() }),
})

/** Lines of one request; a longer file is sent in parts. */
export const mostRiskAreaLines = 200

export const riskAreaItem = z.strictObject({
  region: regionCode,
  /** The street, village or estate as it was published. */
  name: line(2, 80),
  level: riskLevel,
  /** Left out: from now on. */
  from: z.exactOptional(moment),
})

export const addRiskAreas = endpoint({
  name: 'addRiskAreas',
  method: 'POST',
  path: '/api/office/risk-areas',
  summary: 'List risk areas. Each is answered by itself; one that stands there already is `already`.',
  callers: ['epidemic'],
  status: 200,
  body: z.strictObject({
    source: line(4, 80),
    items: z.array(riskAreaItem).check(z.minLength(1), z.maxLength(mostRiskAreaLines)),
  }),
  answer: z.strictObject({
    results: z.array(
      z.strictObject({
        status: z.enum(['recorded', 'already', 'refused']),
        id: z.nullable(uuid),
        error: z.nullable(z.strictObject({ code: z.string(), message: z.string(), path: z.string() })),
      }),
    ),
  }),
})

export const endRiskArea = endpoint({
  name: 'endRiskArea',
  method: 'POST',
  path: '/api/office/risk-areas/:id/end',
  summary: 'Take a risk area off the list, with the reason; it stays in the history.',
  callers: ['epidemic'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  /** `to` left out: from now on. */
  body: z.strictObject({ to: z.exactOptional(moment), reason: line(2, 120) }),
  answer: riskAreaView,
})

export const riskAreasApi = [readRiskAreas, listRiskAreas, addRiskAreas, endRiskArea] as const
