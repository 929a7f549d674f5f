import type { Bilingual } from '../policy/documents.ts'
import { day } from '../instant.ts'
import type { Instant } from '../instant.ts'

/**
 * What the computer looks at before a pass is issued at once 即接即办 (R58). A flag asks for a person; it refuses nothing. There is
 * no number of passes among what is looked at: as many as are needed 应发尽发.
 */
export const passFlags = {
  'plate-unknown': {
    zh: '车牌格式少见，需人工核对',
    en: 'The plate has an unusual form; a person looks at it',
  },
  'same-county': {
    zh: '起讫地为同一县区，需人工核对线路',
    en: 'Origin and destination are one county; a person looks at the route',
  },
  'commitment-broken': {
    zh: '180 天内有通行证因承诺不实被撤销，需人工核对',
    en: 'A pass was revoked for a false commitment within 180 days; a person looks at it',
  },
  'revoked-for-cause': {
    zh: '180 天内该车有通行证因信息不符或司法、公安机关要求被撤销，需人工核对',
    en: 'A pass of this truck was revoked for false data or at the request of a court or the police within 180 days; a person looks at it',
  },
  'another-route': {
    zh: '该车已有另一线路的有效通行证，需人工核对（一车一证一线路）',
    en: 'This truck holds a pass for another route; a person looks at it (one truck, one pass, one route)',
  },
  'pass-suspended': {
    zh: '该车有通行证正在暂停核查，需人工核对',
    en: 'A pass of this truck is suspended while it is looked into; a person looks at this one too',
  },
} as const satisfies Record<string, Bilingual>
export type PassFlag = keyof typeof passFlags

export const passFlagIds = [
  'plate-unknown',
  'same-county',
  'commitment-broken',
  'revoked-for-cause',
  'another-route',
  'pass-suspended',
] as const satisfies readonly PassFlag[]

/**
 * A pass revoked for a false commitment asks for a person this long, of its truck and of its company; one revoked for another
 * cause, of its truck. No article gives the span.
 */
export const brokenCommitmentRemembered = 180 * day
/** A flagged application is to be answered within this many minutes; the articles say at once, the number is ours (R58). */
export const answerWithinMinutes = 30

export type Route = { readonly from: string; readonly to: string }
/** A pass of the same truck or the same company. `mine`: shown to be this applicant's, so that the route may be another. */
export type EarlierPass = Route & {
  readonly samePlate: boolean
  readonly mine: boolean
  readonly inForce: boolean
  readonly suspended: boolean
  readonly falseCommitmentAt: Instant | null
  readonly revokedForCauseAt: Instant | null
}
export type Checked = Route & {
  readonly plateKnown: boolean
  readonly earlier: readonly EarlierPass[]
  readonly now: Instant
}

export function flagsOf(application: Checked): readonly PassFlag[] {
  const flags: readonly (readonly [PassFlag, boolean])[] = [
    ['plate-unknown', !application.plateKnown],
    ['same-county', application.from === application.to],
    ['commitment-broken', application.earlier.some((pass) => isRemembered(pass.falseCommitmentAt, application.now))],
    ['revoked-for-cause', application.earlier.some((pass) => isRemembered(pass.revokedForCauseAt, application.now))],
    ['another-route', application.earlier.some((pass) => isAnotherRoute(pass, application))],
    ['pass-suspended', application.earlier.some(({ samePlate, mine, suspended }) => (samePlate || mine) && suspended)],
  ]
  return flags.filter(([, raised]) => raised).map(([flag]) => flag)
}

const isRemembered = (at: Instant | null, now: Instant): boolean => at !== null && now - at < brokenCommitmentRemembered

const isAnotherRoute = (pass: EarlierPass, { from, to }: Route): boolean =>
  pass.samePlate && pass.inForce && !pass.mine && (pass.from !== from || pass.to !== to)
