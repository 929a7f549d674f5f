import type { JWK } from 'jose'
import type { AuditEntry } from '../shared/audit/entry.ts'
import type { SignedHead } from '../shared/audit/head.ts'
import type { Flaw } from '../shared/audit/verify.ts'
import type { Instant } from '../shared/instant.ts'
import type { Edition } from '../shared/policy/edition.ts'
import type { Numbers } from '../shared/policy/numbers.ts'
import type { LawOverTime, PublishedLaw, Where } from '../shared/policy/published-law.ts'
import type { PublicJwk } from '../shared/credential/keys.ts'
import type { Signer } from '../shared/credential/seal.ts'
import type { HealthData } from './ports/health-data.ts'
import type { Channels } from './ports/channels/channel.ts'
import type { NewNotice } from './ports/notice.ts'
import type { Paper } from './ports/paper.ts'
import type { Db, Write } from './store/db.ts'

/** Keeps personal data unreadable in the database and findable all the same. Keys come from outside the database. */
export interface Vault {
  /** AES-256-GCM, base64url; `purpose` is bound in as additional data. */
  seal(purpose: string, plain: string): Promise<string>
  open(purpose: string, sealed: string): Promise<string>
  /** HMAC-SHA256, base64url, full length: the same text under the same purpose always gives the same tag. */
  tag(purpose: string, text: string): Promise<string>
}

export type KeyUse = 'freight' | 'pass' | 'bundle' | 'audit'

/** The server's signing keys. */
export interface Keyring {
  signer(use: KeyUse): Promise<Signer>
  /** Public keys as served at /.well-known/jwks.json, their use among them; a revoked one is not among them. */
  publicKeys(): Promise<{ keys: JWK[] }>
  /** Names of the keys whose seals do not count any more. */
  revoked(): Promise<ReadonlySet<string>>
  /** Keys of the environment and the key service, whether they sign here already or not. @throws Fault KE-05, KE-06 */
  outside(): Promise<readonly OutsideKey[]>
  /** A key signs for so many days and is then rotated, with notice; undefined = by hand only. */
  readonly rotateDays: number | undefined
  /** To be called after a change of the keys; other processes notice within seconds. */
  changed(): void
}

export type OutsideKey = { home: 'environment' | 'kms'; jwk: PublicJwk }

/** Writes, and what the log tells of them. */
export type Told = { writes: readonly Write[]; entries: readonly [AuditEntry, ...AuditEntry[]] }

/** `from` to `to` were looked at, `from` > `to` = none; `head` is the newest signed one and the key it is signed with. */
export type Checked = {
  end: Pick<SignedHead, 'seq' | 'at'> | undefined
  head: (Pick<SignedHead, 'seq' | 'at'> & { kid: string }) | undefined
  from: number
  to: number
  flaw: Flaw | undefined
}

/** The log of what was done 审计: append-only, chained, signed (shared/audit). */
export interface Audit {
  /** Every write and every entry, or none. Fails as `db.commit` does; being overtaken at the end of the log is no failure. */
  commit(writes: Told['writes'], entries: Told['entries']): Promise<void>
  /** Signs the newest entry unless it is signed; never fails. */
  signHead(): Promise<void>
  /** Follows the chain over at most `most` entries after `after`. */
  check(part: { after: number; most: number }): Promise<Checked>
}

/** The law as published here: the program's editions, what the city's command amended, and the settings of places. */
export interface Law {
  /** The edition in force at `now`; of a checkpoint, with the settings that bind there. */
  editionAt(now: Instant, checkpoint?: string): Edition
  numbersAt(now: Instant): Numbers
  /** Any edition that was ever in force here. */
  edition(id: string): Edition | undefined
  /** What was published and not forgotten, as data: for a phone, for a draft that is tried out. */
  published(): PublishedLaw
  /** All of it: what was published, every period and its edition. */
  overTime(): LawOverTime
  /** A checkpoint as the law knows it: with its county. */
  where(checkpoint: string): Where
  /** Reads again what was published; to be called after a publication and now and then. */
  refresh(): Promise<void>
}

export type LogLine = Record<string, string | number | boolean | null>

/** The outside as one object. What is not here, a use case cannot reach. */
export type Deps = {
  db: Db
  /** The only clock. */
  now: () => Instant
  /** Cryptographically strong random bytes. */
  random: (bytes: number) => Uint8Array
  vault: Vault
  keyring: Keyring
  audit: Audit
  law: Law
  healthData: HealthData
  /** Over which people are told who look at no page. */
  channels: Channels
  /** Makes PDFs; not there where their fonts do not fit. */
  paper?: Paper
  /** What is written so that a notice of the ladder leaves; committed with the deed that caused it. Left out: the rows of `notices.ts`. */
  notices?: (now: Instant, notice: NewNotice) => Promise<readonly Write[]>
  /** A connection stays open here for as long as its asker wants; not there on Workers, which keep no process. */
  keepsConnections?: true
  /** Public address of this server without a trailing slash, for links. */
  origin: string
  /** True on a server that holds made-up data only; every face says so. */
  demo: boolean
  /** One JSON line; never a secret, never personal data. */
  log: (event: string, line?: LogLine) => void
}
