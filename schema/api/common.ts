import * as z from 'zod/mini'

/** Words that several conversations share. Every text has a length, every list a bound: nothing a client sends is open-ended. */
export const text = (min: number, max: number) => z.string().check(z.trim(), z.minLength(min), z.maxLength(max))
/**
 * A line that is kept and shown as it was typed. What pasting brings along unseen (halves of a pair, turns of the writing
 * direction, line ends) is left out, since nobody could find it to correct it.
 */
export const line = (min: number, max: number) =>
  z.string().check(z.overwrite(visible), z.minLength(min), z.maxLength(max))
const visible = (typed: string): string =>
  typed
    .replace(/[\p{Cs}\p{Cf}]/gu, '')
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .trim()
export const uuid = z.uuid()
/** ISO 8601 with an offset or Z. */
export const moment = z.iso.datetime({ offset: true })
/** GB/T 2260, six digits. */
export const regionCode = z.string().check(z.regex(/^\d{6}$/))
/** A number plate as typed; the identity rules read it, unknown forms only warn. */
export const plate = text(4, 16)
export const checkpointId = z.string().check(z.regex(/^[A-Z0-9][A-Z0-9-]{1,15}$/))
/** Cargo categories 01–09 are key goods 重点物资, 99 is everything else (domain standards §12). */
export const cargoCode = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '99'])
export const empty = z.strictObject({})

export const nucleicAcid = z.strictObject({
  result: z.enum(['negative', 'positive', 'pending']),
  sampledAt: z.exactOptional(moment),
  reportedAt: z.exactOptional(moment),
})
export const healthCode = z.enum(['green', 'yellow', 'red'])
export const travelCard = z.enum(['green', 'green-starred', 'yellow', 'orange', 'red'])
export const codeState = z.enum(['green', 'yellow', 'red', 'grey'])
/** A reason of a code as its driver reads it, line by line, in one language (shared/wording/codes.ts). */
export const told = z.strictObject({
  title: z.string(),
  reason: z.string(),
  next: z.string(),
  clears: z.array(z.string()),
  article: z.string(),
  since: z.string(),
  unit: z.string(),
  countdown: z.nullable(z.string()),
})
export const listed = z.enum(['positive', 'red', 'tracking'])

/** What every refusal looks like; `path` names the field, `code` can be read over the phone. */
export const refusal = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), path: z.exactOptional(z.string()) }),
})
/** Something accepted that a person should look at again. */
export const warning = z.strictObject({ code: z.string(), message: z.string(), path: z.string() })
