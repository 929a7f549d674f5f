import type { AuditEntry } from '../../shared/audit/entry.ts'
import type { PassClaims } from '../../shared/credential/claims.ts'
import { sealPass } from '../../shared/credential/seal.ts'
import { Fault } from '../../shared/fault.ts'
import { children } from '../../shared/identity/region.ts'
import { day, instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { addPass, setStatus } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import { countOnList } from '../store/status-lists.ts'
import { newJti, randomDigits } from './new-id.ts'
import { issuer } from './parameters.ts'
import { placeOnList, statusUri } from './status-index.ts'

export type Issue = {
  pass: Pick<PassRow, 'trip_id' | 'application_id' | 'plate' | 'from_region' | 'to_region' | 'cargo'>
  /** The pass whose place it takes 换发: linked to it, and void from then on. */
  replaces: PassRow | undefined
  /** Written in the same commit. */
  writes: readonly Write[]
  /** What the log tells of it; empty = nobody of the staff did it. */
  entries: (number: string) => readonly AuditEntry[]
}

/** Six digits are a million serials of the city; when most are used, those of its counties follow (R57). */
const prefixes = [issuer, ...children(issuer).map(({ code }) => code)]
const tries = { ofCity: 12, inAll: 200 }

const prefixFor = (turn: number): string =>
  turn < tries.ofCity ? issuer : (prefixes[turn % prefixes.length] ?? issuer)

/**
 * A serial or a place that meets by chance costs another try; every other Taken is for whoever asked.
 * @throws Fault unavailable PA-19: no number was free
 */
export async function issuePass(deps: Deps, issue: Issue): Promise<PassRow> {
  for (let turn = 0; turn < tries.inAll; turn += 1) {
    const row = await newPass(deps, issue, prefixFor(turn) + randomDigits(deps, 6))
    const writes = [
      ...issue.writes,
      ...(issue.replaces === undefined ? [] : voidReplaced(issue.replaces, deps.now())),
      addPass(row),
      countOnList(row.list, instant(row.valid_to)),
    ]
    const [first, ...rest] = issue.entries(row.number)
    try {
      await (first === undefined ? deps.db.commit(writes) : deps.audit.commit(writes, [first, ...rest]))
      return row
    } catch (cause) {
      if (!(cause instanceof Taken && (cause.on === 'pass.number' || cause.on.startsWith('pass.list')))) throw cause
    }
  }
  throw new Fault('unavailable', 'PA-19', 'no number for a pass is free')
}

const voidReplaced = ({ number, status, valid_to: until }: PassRow, at: Instant): readonly Write[] =>
  status === 'revoked' || until <= at
    ? []
    : setStatus({ number, status: 'revoked', reason: 'replaced', note: null, by: null, at })

async function newPass(deps: Deps, { pass, replaces }: Issue, number: string): Promise<PassRow> {
  const now = deps.now()
  const row = {
    ...pass,
    number,
    replaces: replaces?.number ?? null,
    jti: newJti(deps),
    issuer,
    valid_from: now,
    valid_to: instant(now + deps.law.numbersAt(now).passLife * day),
    issued_at: now,
    ...(await placeOnList(deps)),
    status: 'valid' as const,
    status_at: null,
    status_by: null,
    status_reason: null,
    status_note: null,
  }
  return { ...row, token: await sealPass(claimsOf(deps, row), await deps.keyring.signer('pass')) }
}

/** What its token says. */
export const claimsOf = ({ origin }: Pick<Deps, 'origin'>, row: Omit<PassRow, 'token'>): PassClaims => ({
  kind: 'pass',
  issuer,
  id: row.jti,
  issuedAt: instant(row.issued_at),
  validFrom: instant(row.valid_from),
  expiresAt: instant(row.valid_to),
  plate: row.plate,
  number: row.number,
  origin: row.from_region,
  destination: row.to_region,
  cargo: row.cargo,
  issuedBy: issuer,
  status: { index: row.idx, uri: statusUri(origin, row.list) },
})
