/**
 * Why a person's code may be coloured, and who or what may open and close each reason (decision table §3, R36, R40). The lists
 * are closed: a ground, a way or a role that does not stand here cannot be chosen.
 */
import type { ClauseRef } from '../policy/documents.ts'
import type { Ground } from '../policy/verdict.ts'

/** Gravest first. */
export const reasons = ['R3', 'R1', 'R2', 'Y1', 'Y2'] as const
export type Reason = (typeof reasons)[number]
export type YellowReason = Extract<Reason, 'Y1' | 'Y2'>
export type RedReason = Exclude<Reason, YellowReason>

/** `system` = a rule or a timer; `feed` = the health data of an authority; `epidemic` = 防疫机构. */
export const actorRoles = [
  'system',
  'feed',
  'driver',
  'company',
  'inspector',
  'head',
  'dispatcher',
  'appeal-officer',
  'list-officer',
  'epidemic',
  'supervisor',
  'admin',
] as const
export type ActorRole = (typeof actorRoles)[number]

/** Yellow is opened by a row or a timer; red is proposed, and open once two persons of the epidemic office have signed. */
export const openingDeeds = ['open', 'propose', 'sign'] as const
export type OpeningDeed = (typeof openingDeeds)[number]

/** Found by the ledger itself in tests and departures, or in a corrected record; never taken from anybody's word. */
export const foundWays = ['left-in-time', 'through-train', 'two-tests', 'never-due', 'corrected'] as const
/** Somebody's decision, on the case it names. */
export const decidedWays = [
  'document-supplied',
  'ground-disproved',
  'isolation-done',
  'area-downgraded',
  'external-green',
  'medical-decision',
  'declined',
] as const
export type FoundWay = (typeof foundWays)[number]
export type DecidedWay = (typeof decidedWays)[number]
export type Way = FoundWay | DecidedWay
/** What ends a reason that is open; a refusal to confirm ends a proposal only. */
export type ClearingWay = Exclude<DecidedWay, 'declined'>
export const clearingWays: readonly ClearingWay[] = decidedWays.filter((way) => way !== 'declined')
export const ways: readonly Way[] = [...foundWays, ...decidedWays]

export const evidenceKinds = ['inspection', 'timer', 'result', 'list', 'feed', 'document'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type CodeGround =
  | 'overstay'
  | Extract<
      Ground,
      | 'health-code-yellow'
      | 'health-code-unshown'
      | 'travel-card-yellow'
      | 'travel-card-unshown'
      | 'not-green-antigen-negative'
      | 'risk-stay'
      | 'health-code-red'
      | 'travel-card-red'
      | 'travel-card-orange'
      | 'listed-red'
      | 'nucleic-positive'
      | 'antigen-positive'
      | 'listed-positive'
    >

export type ReasonRules = {
  readonly colour: 'yellow' | 'red'
  readonly clauses: readonly [ClauseRef, ...ClauseRef[]]
  readonly grounds: readonly [CodeGround, ...CodeGround[]]
  readonly evidence: readonly [EvidenceKind, ...EvidenceKind[]]
  readonly opens: { readonly [D in OpeningDeed]?: readonly ActorRole[] }
  readonly closes: { readonly [W in Way]?: readonly ActorRole[] }
}

const correctors = ['inspector', 'head'] as const
const epidemic = ['epidemic'] as const

export const reasonRules = {
  Y1: {
    colour: 'yellow',
    clauses: ['jiaozuo-20#7', 'henan-16#7'],
    grounds: [
      'health-code-yellow',
      'health-code-unshown',
      'travel-card-yellow',
      'travel-card-unshown',
      'not-green-antigen-negative',
    ],
    evidence: ['inspection'],
    // The row of the table opens it; whoever holds the terminal triggers it and cannot choose.
    opens: { open: ['inspector', 'head'] },
    closes: {
      'left-in-time': ['system'],
      'through-train': ['system'],
      'two-tests': ['system'],
      corrected: correctors,
      'document-supplied': ['system', 'appeal-officer', 'epidemic'],
      'ground-disproved': ['appeal-officer', 'epidemic'],
    },
  },
  Y2: {
    colour: 'yellow',
    clauses: ['jiaozuo-20#7', 'henan-16#7'],
    grounds: ['overstay'],
    evidence: ['timer'],
    opens: { open: ['system'] },
    closes: {
      'left-in-time': ['system'],
      'through-train': ['system'],
      'two-tests': ['system'],
      'never-due': ['system'],
      'ground-disproved': ['appeal-officer', 'epidemic'],
    },
  },
  R1: {
    colour: 'red',
    clauses: ['jiaozuo-20#7', 'henan-16#7'],
    grounds: ['risk-stay'],
    evidence: ['inspection', 'document'],
    opens: { propose: ['inspector', 'head', 'epidemic'], sign: epidemic },
    closes: {
      corrected: correctors,
      declined: epidemic,
      'isolation-done': epidemic,
      'area-downgraded': epidemic,
      'ground-disproved': epidemic,
    },
  },
  R2: {
    colour: 'red',
    clauses: ['jiaozuo-20#7', 'henan-16#7'],
    grounds: ['health-code-red', 'travel-card-red', 'travel-card-orange', 'listed-red'],
    evidence: ['inspection', 'feed', 'list', 'document'],
    opens: { propose: ['system', 'feed', 'inspector', 'head', 'epidemic'], sign: epidemic },
    closes: {
      corrected: correctors,
      declined: epidemic,
      'external-green': ['feed', 'epidemic'],
      'ground-disproved': epidemic,
    },
  },
  R3: {
    colour: 'red',
    clauses: ['jiaozuo-20#7', 'henan-16#7', 'national-services-43#42'],
    grounds: ['nucleic-positive', 'antigen-positive', 'listed-positive'],
    evidence: ['inspection', 'result', 'list', 'document'],
    opens: { propose: ['system', 'inspector', 'head', 'epidemic'], sign: epidemic },
    closes: {
      corrected: correctors,
      declined: epidemic,
      'medical-decision': epidemic,
      'ground-disproved': epidemic,
    },
  },
} as const satisfies Record<Reason, ReasonRules>

export const rulesOf = (reason: Reason): ReasonRules => reasonRules[reason]

export const isRed = (reason: Reason): reason is RedReason => rulesOf(reason).colour === 'red'

export const redReasons: readonly RedReason[] = reasons.filter(isRed)
export const codeGrounds: readonly CodeGround[] = [...new Set(reasons.flatMap((reason) => rulesOf(reason).grounds))]

export const mayOpen = (role: ActorRole, reason: Reason, deed: OpeningDeed): boolean =>
  rulesOf(reason).opens[deed]?.includes(role) ?? false

export const mayClose = (role: ActorRole, reason: Reason, way: Way): boolean =>
  rulesOf(reason).closes[way]?.includes(role) ?? false

/** Deciding an appeal without clearing anything is open to whoever could have cleared that reason. */
export const mayDecide = (role: ActorRole, reason: Reason): boolean =>
  decidedWays.some((way) => mayClose(role, reason, way))

/** The ground of a reason for what the rules said of the person: R1 beside a red health code is a stay all the same. */
export const groundFor = (reason: Reason, said: Ground): CodeGround =>
  rulesOf(reason).grounds.find((ground) => ground === said) ?? rulesOf(reason).grounds[0]
