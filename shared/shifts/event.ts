import * as z from 'zod/mini'
import { Fault } from '../fault.ts'
import { parseInstant, type Instant } from '../instant.ts'
import { equipment, equipmentStates, noteKinds } from './kinds.ts'
import { looksPersonal } from './personal.ts'

/** typ of a signed event of a shift: a compact JWS like an inspection's, and never to be taken for one. */
export const shiftEventType = 'cxs+jwt'

const text = (min: number, max: number) => z.string().check(z.trim(), z.minLength(min), z.maxLength(max))
const lane = z.int().check(z.gte(1), z.lte(30))

/** What one inspector tells the next 交接事项. */
export const handover = z.strictObject({
  notes: z
    .array(
      z.strictObject({
        kind: z.enum(noteKinds),
        text: text(1, 120).check(z.refine((note) => !looksPersonal(note), 'no telephone or document numbers')),
      }),
    )
    .check(z.maxLength(8)),
  /** Trucks that wait beside: a test running, a form being filled in. */
  waiting: z.array(z.strictObject({ plate: text(2, 16), row: text(0, 8) })).check(z.maxLength(40)),
  /** Estimate of the queue; null = not looked at. */
  queueMetres: z.nullable(z.int().check(z.gte(0), z.lte(20_000))),
  equipment: z.partialRecord(z.enum(equipment), z.enum(equipmentStates)),
  /** What the phone counted in this shift. */
  checked: z.int().check(z.gte(0), z.lte(100_000)),
  fast: z.int().check(z.gte(0), z.lte(100_000)),
})
export type Handover = z.infer<typeof handover>

const signed = {
  id: z.uuid(),
  terminal: z.uuid(),
  checkpoint: z.string().check(z.regex(/^[A-Z0-9][A-Z0-9-]{1,15}$/)),
  /** Device clock corrected by the last known server offset. */
  madeAt: z.iso.datetime({ offset: true }),
  /** Device clock minus server clock at the last contact, milliseconds; null = never compared. */
  clockOffsetMs: z.nullable(z.int()),
  app: text(1, 40),
}

/** The dedicated number of the phone 专用号段, as it is read from the SIM card; blanks in it are for the eye. */
export const segment = z.string().check(
  z.overwrite((typed) => typed.replaceAll(/\s/g, '')),
  z.minLength(3),
  z.maxLength(24),
)

/** One event as the phone signs and keeps it; the shift is named by the id of its sign-on. */
export const shiftEnvelope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on'), ...signed, lane, segment: z.nullable(segment) }),
  z.strictObject({ kind: z.literal('off'), ...signed, shift: z.uuid(), handover: z.nullable(handover) }),
  /** 已知悉: the notes of that shift were read by whoever takes over. */
  z.strictObject({ kind: z.literal('seen'), ...signed, shift: z.uuid() }),
  z.strictObject({ kind: z.literal('lane-open'), ...signed, lane }),
  z.strictObject({ kind: z.literal('lane-closed'), ...signed, lane }),
])
export type ShiftEnvelope = z.infer<typeof shiftEnvelope>

/** @throws Fault bad-input SH-02 naming the field */
export function parseShiftEnvelope(json: unknown): { envelope: ShiftEnvelope; madeAt: Instant } {
  const result = z.safeParse(shiftEnvelope, json)
  const madeAt = result.success ? parseInstant(result.data.madeAt) : undefined
  if (result.success && madeAt !== undefined) return { envelope: result.data, madeAt }
  const issue = result.success ? undefined : result.error.issues[0]
  const path = issue === undefined ? 'madeAt' : issue.path.map(String).join('.')
  throw new Fault('bad-input', 'SH-02', issue?.message ?? 'no such moment', path === '' ? {} : { path })
}
