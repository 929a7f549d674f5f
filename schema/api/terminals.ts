import * as z from 'zod/mini'
import {
  cargoCode,
  checkpointId,
  codeState,
  healthCode,
  line,
  listed,
  moment,
  nucleicAcid,
  plate,
  text,
  travelCard,
  uuid,
} from './common.ts'
import { endpoint } from './endpoint.ts'

/**
 * An inspector's phone: one card, one phone, one inspector 一卡一机一查验员 (jiaozuo-20#2). A terminal proves itself on each
 * call with `Authorization: Terminal <jws>`: ES256 by its own non-extractable key over {terminal, method, path, iat, jti}.
 */

export const enrol = endpoint({
  name: 'enrol',
  method: 'POST',
  path: '/api/enrolments',
  summary: 'Make the one-time link (shown as QR) that binds a phone to an inspector, a checkpoint and a lane.',
  callers: ['admin', 'head'],
  status: 201,
  body: z.strictObject({
    staff: uuid,
    checkpoint: checkpointId,
    lane: z.int().check(z.gte(1), z.lte(30)),
    /** The dedicated number 专用号段 of the phone, where it is known. */
    segment: z.exactOptional(line(3, 24)),
  }),
  answer: z.strictObject({ link: z.string(), expiresAt: moment }),
})

/** Whom and what a phone is bound to. */
export const boundTo = {
  inspector: z.strictObject({ id: uuid, name: z.string() }),
  checkpoint: z.strictObject({ id: checkpointId, name: z.string(), county: z.string() }),
  lane: z.int(),
}

export const bindTerminal = endpoint({
  name: 'bindTerminal',
  method: 'POST',
  path: '/api/terminals',
  summary:
    'Bind this phone with the one-time secret and its public key. Refused while the inspector is bound to another terminal.',
  callers: ['anyone'],
  status: 201,
  body: z.strictObject({
    secret: text(20, 64),
    key: z.strictObject({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
      y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    }),
    device: line(1, 120),
    /** The dedicated number of the phone 专用号段, where the province issues one. */
    segment: z.exactOptional(line(3, 24)),
  }),
  answer: z.strictObject({
    terminal: uuid,
    ...boundTo,
    segment: z.nullable(z.string()),
    serverTime: moment,
  }),
})

export const listTerminals = endpoint({
  name: 'listTerminals',
  method: 'GET',
  path: '/api/terminals',
  summary: 'Phones bound now and before; a head sees those of his checkpoint.',
  callers: ['admin', 'head', 'supervisor'],
  status: 200,
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        id: uuid,
        ...boundTo,
        device: z.string(),
        boundAt: moment,
        releasedAt: z.nullable(moment),
        lastSeenAt: z.nullable(moment),
        /** The dedicated number 专用号段, where it has one. */
        segment: z.nullable(z.string()),
        releaseReason: z.nullable(z.string()),
      }),
    ),
  }),
})

export const releaseTerminal = endpoint({
  name: 'releaseTerminal',
  method: 'POST',
  path: '/api/terminals/:id/release',
  summary: 'Release a phone so that its inspector can be bound to another; the reason is kept.',
  callers: ['admin', 'head'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ reason: line(2, 200) }),
  answer: z.strictObject({ id: uuid, releasedAt: moment }),
})

/** What is known online of the truck before the booth. `null` facts of a person mean: not known here, ask the person. */
export const plateView = z.strictObject({
  plate: z.string(),
  /** The valid registration for this plate; null = none found. */
  trip: z.nullable(
    z.strictObject({
      id: uuid,
      number: z.string(),
      scope: z.enum(['in-province', 'cross-province', 'unknown']),
      throughTrain: z.boolean(),
      cargo: cargoCode,
      from: z.string(),
      to: z.string(),
      riskStayDeclared: z.nullable(z.boolean()),
      code: z.strictObject({ state: codeState, why: z.nullable(z.string()) }),
    }),
  ),
  crew: z.array(
    z.strictObject({
      role: z.enum(['driver', 'escort']),
      surname: z.string(),
      idTail: z.string(),
      nucleicAcid: z.nullable(nucleicAcid),
      healthCode: z.nullable(healthCode),
      travelCard: z.nullable(travelCard),
      listed: z.nullable(listed),
      /** Entry on the drivers' white list (W1) in force for this plate. */
      driverWhitelist: z.nullable(z.strictObject({ from: moment, to: moment, closedLoop: z.boolean() })),
      /** Crew of a transfer point (W3) in force; no effect at the checkpoint. `entry`: what would be asked at the transfer point now. */
      transferCrew: z.exactOptional(
        z.strictObject({
          company: z.nullable(z.string()),
          to: moment,
          entry: z.enum(['enter', 'test-first', 'closed-loop-off']),
        }),
      ),
    }),
  ),
  pass: z.nullable(
    z.strictObject({ number: z.string(), state: z.enum(['valid', 'expired', 'revoked']), validTo: moment }),
  ),
  /** Freight codes that name this plate and were issued for the trip before the moment: void since the trip was changed. */
  voidCodes: z.exactOptional(z.array(z.strictObject({ trip: z.string(), before: moment }))),
  /** Passes of this plate that would still run and do not count. */
  voidPasses: z.exactOptional(
    z.array(z.strictObject({ number: z.string(), standing: z.enum(['revoked', 'suspended']) })),
  ),
  priorRelease: z.nullable(
    z.strictObject({
      at: moment,
      checkpoint: checkpointId,
      checkpointName: z.string(),
      /** Tags under the key of this day (`tag-key` of the bundle): of another day they say nothing. */
      crew: z.array(z.string()),
      day: z.string(),
    }),
  ),
  healthData: z.enum(['fresh', 'down', 'none']),
})

export const lookUpPlate = endpoint({
  name: 'lookUpPlate',
  method: 'GET',
  path: '/api/plates/:plate',
  summary: 'Registration, codes, lists and the prior release of the truck with this plate.',
  callers: ['terminal'],
  status: 200,
  params: z.strictObject({ plate }),
  answer: plateView,
})

export const terminalsApi = [enrol, bindTerminal, listTerminals, releaseTerminal, lookUpPlate] as const
