import { parseInstant, type Instant } from '../../shared/instant.ts'
import { foreignPassFact, type ForeignPass } from '../../shared/passes/foreign.ts'
import { shownPass } from '../device/facts-here.ts'
import type { KnownTruck } from '../device/known-here.ts'
import type { PassWords } from './pass-words.ts'

export type PassState = keyof PassWords['card']['states']

/** What can be read of a truck's pass and held against its load; `state` says what it is worth, and it never holds a truck. */
export type PassRead = {
  readonly state: PassState
  readonly number?: string
  /** Codes of its counties; its province alone where it is another's. */
  readonly route?: readonly [from: string, to: string]
  readonly cargo?: string
  readonly issuer?: Pick<ForeignPass, 'issuer' | 'oldStyle'>
  readonly until?: Instant
}

const isSaid = (why: string | undefined): why is 'revoked' | 'suspended' | 'expired' | 'not-yet-valid' | 'mismatch' =>
  why !== undefined && ['revoked', 'suspended', 'expired', 'not-yet-valid', 'mismatch'].includes(why)

/** The passes at hand: the one scanned, else the server's; and beside it what another province issued. */
export const passesRead = (known: KnownTruck, now: Instant): readonly PassRead[] => [
  ...oursRead(known, now),
  ...foreignRead(known, now),
]

function oursRead(known: KnownTruck, now: Instant): readonly PassRead[] {
  const { online } = known
  const recorded = online?.pass ? [fromServer(online.pass, online)] : []
  const shown = scannedRead(known, now)
  if (shown === undefined) return recorded
  const newer = recorded.filter(({ state, number }) => state === 'valid' && number !== shown.number)
  return isWorthNothing(shown.state) ? [shown, ...newer] : [shown]
}

const isWorthNothing = (state: PassState) => state === 'revoked' || state === 'suspended' || state === 'expired'

function scannedRead(known: KnownTruck, now: Instant): PassRead | undefined {
  const { pass } = known
  if (pass === undefined) return undefined
  const { claims } = pass
  const why = shownPass(known, now)?.why
  const state =
    pass.ok && why === undefined ? 'valid' : why === 'bad-signature' ? 'forged' : isSaid(why) ? why : undefined
  if (state === undefined) return undefined
  if (claims?.kind !== 'pass') return { state }
  const { number, origin, destination, cargo, expiresAt } = claims
  return { state, number, route: [origin, destination], cargo, until: expiresAt }
}

type Online = NonNullable<KnownTruck['online']>

/** As a fact a suspended pass is a revoked one; people are told which. */
function fromServer({ number, state, validTo }: NonNullable<Online['pass']>, { voidPasses }: Online): PassRead {
  const until = parseInstant(validTo)
  const standing = state === 'revoked' ? voidPasses?.find((one) => one.number === number)?.standing : undefined
  return { state: standing ?? state, number, ...(until === undefined ? {} : { until }) }
}

function foreignRead({ foreignPass }: KnownTruck, now: Instant): readonly PassRead[] {
  if (foreignPass === undefined) return []
  const { number, validTo } = foreignPass
  const state = foreignPassFact(foreignPass, now)?.state === 'valid' ? 'counted' : 'noted'
  return [
    { state, issuer: foreignPass, ...(number && { number }), ...(validTo === undefined ? {} : { until: validTo }) },
  ]
}
