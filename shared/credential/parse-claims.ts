import * as z from 'zod/mini'
import { normalisePlate } from '../identity/plate.ts'
import { instant } from '../instant.ts'
import { claimCodes, freightLifeSeconds } from './claims.ts'
import type { Claims, CredentialKind, FreightClaims, PassClaims } from './claims.ts'

/** `path` names the first claim that is missing, unknown or wrong (`$`: not an object at all). */
export type ParsedClaims<C extends Claims = Claims> = { ok: true; claims: C } | { ok: false; path: string }

const text = (pattern: RegExp) => z.string().check(z.regex(pattern))

/** Reads one-letter codes back into words. */
function coded<W extends string>(codes: Readonly<Record<W, string>>) {
  const words = new Map<string, W>()
  for (const word in codes) words.set(codes[word], word)
  return z.pipe(
    z.string(),
    z.transform((code, context) => {
      const word = words.get(code)
      if (word !== undefined) return word
      context.issues.push({ code: 'custom', message: 'unknown code', input: code })
      return z.NEVER
    }),
  )
}

/** Last second of 2099. Anything later is a time in milliseconds, or a mistake. */
const latestSecond = 4_102_444_799
const moment = z.pipe(
  z.int().check(z.gte(0), z.lte(latestSecond)),
  z.transform((second) => instant(second * 1000)),
)

const plate = z.string().check(
  z.regex(/^[\p{L}\p{M}\p{N}]{1,16}$/u),
  z.refine((value) => value === normalisePlate(value)),
)

/** Letters only: no phone or ID number can hide here. Whether it is no more than the surname, `crewMark` sees to. */
const surname = /^[\p{L}\p{M}\p{Co}](?:[ .'’-]?[\p{L}\p{M}\p{Co}]){0,23}$/u

const member = z.pipe(
  z.tuple([text(surname), text(/^[\p{L}\p{N}()./]{1,4}$/u), coded(claimCodes.role)]),
  z.transform(([surname, idTail, role]) => ({ surname, idTail, role })),
)

/** 2^24 places are more than any list of ours has. */
const largestIndex = 16_777_215
const statusUri = /^https?:\/\/[0-9A-Za-z.:/_-]{1,80}$/

/** 33 bytes that begin with 2 or 3; whether it lies on the curve, `phonePoint` sees to. */
const compressedPoint = /^A[g-z0-9_-][0-9A-Za-z_-]{42}$/

const common = {
  iss: text(/^[0-9A-Za-z.-]{1,32}$/),
  jti: text(/^[0-9A-Za-z_-]{8,36}$/),
  iat: moment,
  exp: moment,
  p: plate,
}

const freight = z
  .strictObject({
    ...common,
    k: z.literal('f'),
    t: z.exactOptional(plate),
    tr: text(/^[0-9A-Za-z-]{4,24}$/),
    s: coded(claimCodes.scope),
    c: coded(claimCodes.state),
    n: z.exactOptional(moment),
    r: z.literal([0, 1]),
    m: z.array(member).check(z.minLength(1), z.maxLength(8)),
    h: z.exactOptional(text(compressedPoint)),
  })
  .check(z.refine(({ iat, exp }) => exp > iat && exp - iat <= freightLifeSeconds * 1000, { path: ['exp'] }))

const pass = z
  .strictObject({
    ...common,
    nbf: moment,
    k: z.literal('p'),
    no: text(/^\d{12}$/),
    o: text(/^\d{6}$/),
    d: text(/^\d{6}$/),
    g: text(/^\d{2}$/),
    u: text(/^\d{6}[0-9A-Z]{0,6}$/),
    status: z.strictObject({
      status_list: z.strictObject({ idx: z.int().check(z.gte(0), z.lte(largestIndex)), uri: text(statusUri) }),
    }),
  })
  .check(z.refine(({ nbf, exp }) => exp > nbf, { path: ['exp'] }))

function flaw({ issues }: z.core.$ZodError): { ok: false; path: string } {
  const [issue] = issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknown ?? issue?.path.join('.') ?? ''
  return { ok: false, path: path === '' ? '$' : path }
}

export function parseFreightClaims(value: unknown): ParsedClaims<FreightClaims> {
  const parsed = freight.safeParse(value)
  if (!parsed.success) return flaw(parsed.error)
  const wire = parsed.data
  const claims: FreightClaims = {
    kind: 'freight',
    issuer: wire.iss,
    id: wire.jti,
    issuedAt: wire.iat,
    expiresAt: wire.exp,
    plate: wire.p,
    ...(wire.t === undefined ? {} : { trailer: wire.t }),
    trip: wire.tr,
    scope: wire.s,
    state: wire.c,
    ...(wire.n === undefined ? {} : { testLapsesAt: wire.n }),
    registered: wire.r === 1,
    crew: wire.m,
    ...(wire.h === undefined ? {} : { shownBy: wire.h }),
  }
  return { ok: true, claims }
}

export function parsePassClaims(value: unknown): ParsedClaims<PassClaims> {
  const parsed = pass.safeParse(value)
  if (!parsed.success) return flaw(parsed.error)
  const wire = parsed.data
  const claims: PassClaims = {
    kind: 'pass',
    issuer: wire.iss,
    id: wire.jti,
    issuedAt: wire.iat,
    validFrom: wire.nbf,
    expiresAt: wire.exp,
    plate: wire.p,
    number: wire.no,
    origin: wire.o,
    destination: wire.d,
    cargo: wire.g,
    issuedBy: wire.u,
    status: { index: wire.status.status_list.idx, uri: wire.status.status_list.uri },
  }
  return { ok: true, claims }
}

export function parseClaims(kind: CredentialKind, value: unknown): ParsedClaims {
  return kind === 'freight' ? parseFreightClaims(value) : parsePassClaims(value)
}
