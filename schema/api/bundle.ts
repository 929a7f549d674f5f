import * as z from 'zod/mini'
import { checkpointId, listed, moment, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { riskArea } from './risk-areas.ts'
import { boundTo } from './terminals.ts'

/** SHA-256 of the UTF-8 text, base64url. */
const digest = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/**
 * What a phone needs to judge without a network: a signed manifest, and parts that are named in it by their digest. A part that
 * did not change is not sent again. Objects are open, so that a newer server may say more. Times are server time.
 */
export const manifest = z.object({
  /** Grows with every manifest for this phone, whatever the clocks do: a lower one is never taken. */
  seq: z.int(),
  madeAt: moment,
  /** After this the age is shown in amber. */
  staleAt: moment,
  /** After this nothing in it may be relied on. */
  expiresAt: moment,
  edition: z.string(),
  terminal: uuid,
  /** Digest by name. */
  parts: z.record(z.string(), digest),
  /** When the source of a part last spoke, where that was not when the manifest was made. */
  asOf: z.exactOptional(z.record(z.string(), moment)),
})

const seconds = z.int()

/** The JSON of each part. Names of persons and plates stand as tags (shared/sync/crew-tag.ts) under the key of `tag-key`. */
export const bundleParts = {
  /** Public keys (JWK set) with their use. */
  keys: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  /** `day`: the Beijing day it is for, `key`: 32 bytes, base64url. Travels in the answer, and is never kept as text. */
  'tag-key': z.object({ day: z.string(), key: z.string() }),
  /** Where this phone stands. */
  settings: z.object(boundTo),
  /** What was published over the program's law and counts here (shared/policy/published-wire.ts reads it). */
  law: z.record(z.string(), z.unknown()),
  /** Standing of passes: `snapshot` is base64url of shared/credential/status-snapshot.ts. */
  standing: z.object({ version: z.int(), snapshot: z.string() }),
  /** Trips by number, and the second before which their freight codes are void. */
  withdrawn: z.array(z.tuple([z.string(), seconds])),
  'risk-areas': z.array(z.object(riskArea.shape)),
  /** Each kind with its tags, sorted, one after the other: six characters a person. */
  listed: z.partialRecord(listed, z.string()),
  /** Drivers' white list (W1): tag, from, to, closed loop, and the tag of the plate where it counts for one truck only. */
  whitelist: z.array(z.tuple([z.string(), seconds, seconds, z.boolean(), z.nullable(z.string())])),
  /** Releases of the last hours in the city, for V4: tag of the plate, second, checkpoint, tags of the crew. */
  'prior-releases': z.object({
    checkpoints: z.record(checkpointId, z.string()),
    releases: z.array(z.tuple([z.string(), seconds, checkpointId, z.array(z.string())])),
  }),
  /** Plates registered for this checkpoint about now: their tags, sorted, one after the other; six characters each. */
  expected: z.string(),
} as const
export type PartName = keyof typeof bundleParts

export const fetchBundle = endpoint({
  name: 'fetchBundle',
  method: 'POST',
  path: '/api/bundle',
  summary:
    'The offline bundle: its manifest as a compact JWS (typ `cxb+jwt`) under a key of use "bundle", and the parts that the phone does not have.',
  callers: ['terminal'],
  status: 200,
  body: z.strictObject({
    /** Digests of the parts that the phone holds. */
    have: z.array(digest).check(z.maxLength(20)),
    /** Version of the standings that it holds: what changed since is enough. */
    standing: z.exactOptional(z.int().check(z.gte(0))),
  }),
  answer: z.strictObject({
    signed: z.string(),
    /** Text by digest. */
    parts: z.record(z.string(), z.string()),
    /** Instead of the part: what makes the new one of the one in hand, base64url (shared/credential/status-snapshot.ts). */
    standing: z.exactOptional(z.strictObject({ version: z.int(), delta: z.string() })),
  }),
})

export const bundleApi = [fetchBundle] as const
