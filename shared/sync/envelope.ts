import * as z from 'zod/mini'
import { parseInspection } from '../facts-json.ts'
import { listings, type Inspection } from '../facts.ts'
import { Fault } from '../fault.ts'
import { settlements } from './settlement.ts'

const text = (min: number, max: number) => z.string().check(z.trim(), z.minLength(min), z.maxLength(max))

/** More people than sit in a truck are no record of one. */
const crewAtMost = 8

/**
 * One inspection as the phone keeps it: made before the verdict counts as recorded, signed by the phone's key
 * (sealed-envelope.ts) and uploaded once there is a network. `facts` is the JSON of contracts §1 without `id` and `now`: the
 * id is the envelope's, `now` is `madeAt`.
 */
export const inspectionEnvelope = z.strictObject({
  id: z.uuid(),
  terminal: z.uuid(),
  checkpoint: z.string().check(z.regex(/^[A-Z0-9][A-Z0-9-]{1,15}$/)),
  lane: z.int(),
  /** Device clock corrected by the last known server offset. */
  madeAt: z.iso.datetime({ offset: true }),
  /** When the truck was taken up, its plate or code read, by the same clock; never after `madeAt`. Earlier apps leave it out. */
  begunAt: z.exactOptional(z.iso.datetime({ offset: true })),
  /** Device clock minus server clock at the last contact, milliseconds; null = never compared. */
  clockOffsetMs: z.nullable(z.int()),
  offline: z.boolean(),
  plateBy: z.enum(['camera', 'typed', 'code']),
  facts: z.record(z.string(), z.unknown()),
  /** What the phone said, to be held beside the server's own judgement. */
  verdict: z.strictObject({ row: text(1, 8), outcome: text(1, 24), edition: text(1, 60) }),
  /** Crew as the inspector matched them, in the order of facts.crew; enough to find the registered person, no more. */
  crew: z
    .array(
      z.strictObject({
        surname: text(0, 10),
        idTail: text(0, 4),
        /** The bundle's list seemed to name this person; the head looked at the ID card and said whether it does. */
        listHit: z.exactOptional(z.strictObject({ list: z.enum(listings), confirmed: z.boolean() })),
      }),
    )
    .check(z.maxLength(crewAtMost)),
  trip: z.nullable(z.uuid()),
  /** Ids (jti) of credentials that were opened, and why one was not accepted. */
  credentials: z
    .array(
      z.strictObject({
        kind: z.enum(['freight', 'pass', 'unknown']),
        jti: z.nullable(text(1, 40)),
        refused: z.nullable(text(1, 24)),
        /** The trip's or the pass's number, where the credential was opened: a freight code's `jti` changes with every new code. */
        number: z.exactOptional(text(1, 40)),
        /** Made for a phone and shown without a fresh stamp of one: an old stamp, or none. */
        live: z.exactOptional(z.enum(['stale', 'none'])),
      }),
    )
    .check(z.maxLength(8)),
  /** A pass of another province as it was shown 全国互认; what it counts for stands in the facts. */
  foreignPass: z.exactOptional(
    z.strictObject({
      /** Two digits of the province, or its name as typed. */
      issuer: text(1, 20),
      number: z.exactOptional(text(1, 40)),
      validTo: z.exactOptional(z.iso.datetime({ offset: true })),
      shown: z.enum(['number', 'qr', 'photo']),
      /** 旧式: of the form before 2022-04-23, of any province. */
      oldStyle: z.exactOptional(z.literal(true)),
    }),
  ),
  /** On a row that is left to the head of the checkpoint: how he settled it on the spot. The row stays what it is. */
  settled: z.exactOptional(z.enum(settlements)),
  /** This record corrects that one (undo within `correctionMinutes`); the earlier stays. */
  corrects: z.exactOptional(z.uuid()),
  app: text(1, 40),
})

export type Envelope = z.infer<typeof inspectionEnvelope>

/** A correction is made by the same phone within this many minutes of the record it corrects. */
export const correctionMinutes = 2

/** @throws Fault bad-input RC-02 naming the field */
export function parseEnvelope(json: unknown): Envelope {
  const result = z.safeParse(inspectionEnvelope, json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = (issue?.path ?? []).map(String).join('.')
  throw new Fault('bad-input', 'RC-02', issue?.message ?? 'not understood', path === '' ? {} : { path })
}

/** The facts in it, judged as of `madeAt`. @throws Fault bad-input with a path below `facts` */
export function inspectionOf(envelope: Envelope): Inspection {
  const { id, madeAt, facts } = envelope
  if ('id' in facts || 'now' in facts)
    throw new Fault('bad-input', 'RC-02', 'id and madeAt stand in the envelope only', { path: 'facts' })
  const { crew } = facts
  if (Array.isArray(crew) && crew.length > crewAtMost)
    throw new Fault('bad-input', 'RC-02', 'more people than sit in a truck', { path: 'facts.crew' })
  try {
    return parseInspection({ ...facts, id, now: madeAt })
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.path === undefined) throw cause
    const path = cause.path === 'now' ? 'madeAt' : cause.path === 'id' ? 'id' : `facts.${cause.path}`
    throw new Fault(cause.kind, cause.code, cause.message, { path, cause })
  }
}
