import { metresAtStake, type Site } from './site.ts'

/** What is about to be said of a queue: minutes, metres, and the stake at its tail as metres along the road; null = not told. */
export type Saying = {
  readonly congested: boolean
  readonly waitMinutes: number | null
  readonly metres: number | null
  readonly stake: number | null
}

/** Who called the dispatcher, who tells it on. A driver who calls is a case of 12328, which the head judges. */
export const tellers = ['inspector', 'head', 'police', 'duty-desk', 'other'] as const
export type Teller = (typeof tellers)[number]

/** As much of the road as a phone knows. */
export type Road = Pick<Site, 'boothStake' | 'stakesGrow' | 'approachMetres'>

/** Why it is asked back. `minutes` and `metres` are as they were told. */
export type Doubt = (
  | { readonly why: 'kilometres' | 'noughts' | 'far' | 'stake-typed'; readonly metres: number }
  | { readonly why: 'stake-off' }
  | { readonly why: 'hours' | 'long-wait'; readonly minutes: number }
  | { readonly why: 'too-quick' | 'too-slow'; readonly minutes: number; readonly metres: number }
) & {
  /** What was probably meant; null = nothing else comes to mind, and it is for whoever stands there to say. */
  readonly meant: Saying | null
}

/** Where nobody has described the road, no queue is longer, metres. */
const farthest = 10_000
/** The reckoning takes fewer metres than these for kilometres (reports.ts); a person who means metres does not say so few. */
const fewest = 10
/** A queue before a booth does not move faster, metres a minute: some nine kilometres an hour. */
const fastest = 150
const longest = { minutes: 240, few: 3 } as const
const short = { metres: 50, minutes: 30 } as const

/** The length that will be understood; null = none. */
export const lengthOf = ({ metres, stake }: Pick<Saying, 'metres' | 'stake'>, road: Road | null): number | null =>
  metres ?? (road === null ? null : metresAtStake(stake, road))

/**
 * What looks like a slip of a gloved hand, the gravest first: 3 for 3 km, a nought too many, 2 for 2 hours, a wait that does not go
 * with the length. Empty = nothing to ask. Nothing is forbidden here: who stands there knows.
 */
export function doubtsOf(saying: Saying, road: Road | null): Doubt[] {
  const length = lengthOf(saying, road)
  const ofLength = doubtOfLength(saying, length, road)
  const ofWait = doubtOfWait(saying)
  const found = [ofLength, ofWait].filter((doubt) => doubt !== null)
  return found.length > 0 ? found : doubtOfBoth(saying, length)
}

function doubtOfLength(saying: Saying, length: number | null, road: Road | null): Doubt | null {
  const { metres, stake } = saying
  if (stake !== null && metres === null) return length === null ? { why: 'stake-off', meant: null } : null
  if (metres === null || metres === 0) return null
  if (metres < fewest) return { why: 'kilometres', metres, meant: { ...saying, metres: metres * 1000 } }
  const limit = road === null ? farthest : 1.5 * road.approachMetres
  if (metres <= limit) return null
  // A round number is no stake that somebody read.
  if (road !== null && metres % 1000 !== 0 && metresAtStake(metres, road) !== null)
    return { why: 'stake-typed', metres, meant: { ...saying, metres: null, stake: metres } }
  const fewer = [metres / 10, metres / 100].find((value) => value <= limit)
  return fewer === undefined
    ? { why: 'far', metres, meant: null }
    : { why: 'noughts', metres, meant: { ...saying, metres: fewer } }
}

function doubtOfWait(saying: Saying): Doubt | null {
  const { waitMinutes: minutes, congested } = saying
  if (minutes === null) return null
  if (congested && minutes > 0 && minutes <= longest.few)
    return { why: 'hours', minutes, meant: { ...saying, waitMinutes: minutes * 60 } }
  return minutes > longest.minutes ? { why: 'long-wait', minutes, meant: null } : null
}

function doubtOfBoth({ waitMinutes: minutes }: Saying, metres: number | null): Doubt[] {
  if (minutes === null || metres === null) return []
  if (metres >= 100 && metres > fastest * Math.max(minutes, 1))
    return [{ why: 'too-quick', minutes, metres, meant: null }]
  return minutes >= short.minutes && metres < short.metres ? [{ why: 'too-slow', minutes, metres, meant: null }] : []
}

/** Digits as they are pressed, as a stake: 44950 → 44950 m along the road, K44+950. undefined = not so many yet, or too many. */
export const stakeOfDigits = (digits: string): number | undefined =>
  /^\d{4,7}$/.test(digits) ? Number(digits) : undefined
