import { day, plus, type Instant } from '../instant.ts'

/** Of a checkpoint: the county leader 分包县级领导, the cadres 后备干部, the head 点长. Of a county, a city, the province: the rest. */
export const checkpointRoles = ['leader', 'cadre', 'head'] as const
export const areaRoles = [
  'party-principal',
  'government-principal',
  'county-desk',
  'city-desk',
  'province-desk',
  'logistics-office',
  'liaison',
] as const
export const dutyRoles = [...checkpointRoles, ...areaRoles] as const
export type DutyRole = (typeof dutyRoles)[number]
export type CalledRole = DutyRole | 'on-shift' | 'dispatcher'

/** Somebody who can be called now. */
export type Person = {
  /** Of the roster, or of the staff. */
  readonly id: string
  readonly via: 'duty' | 'staff'
  readonly role: CalledRole
  readonly name: string
  readonly title: string | null
  /** Who steps in first. */
  readonly rank: number
}

export const inRank = (a: Person, b: Person): number => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** One entry of a checkpoint's roster, half-open; `to: null` = until further notice. */
export type Duty = { readonly role: 'leader' | 'cadre'; readonly from: Instant; readonly to: Instant | null }

export type Gap = { readonly from: Instant; readonly to: Instant; readonly leaders: number; readonly cadres: number }

/** Exactly one county leader and two or three cadres (第十七条; G48). */
export const isComplete = (leaders: number, cadres: number): boolean => leaders === 1 && cadres >= 2 && cadres <= 3

/** How far ahead gaps are looked for. */
export const lookAhead = day

/** Where, from now on for a day, it is not as the article demands; neighbouring gaps with the same numbers are one. */
export function gapsIn(duties: readonly Duty[], now: Instant, ahead: number = lookAhead): Gap[] {
  const until = plus(now, ahead)
  const edges = duties
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    .filter((at) => at > now && at < until)
  const starts = [...new Set([now, ...edges])].toSorted((a, b) => a - b)
  const gaps: Gap[] = []
  starts.forEach((from, place) => {
    const to = starts[place + 1] ?? until
    const there = duties.filter((one) => one.from <= from && (one.to === null || one.to > from))
    const leaders = there.filter(({ role }) => role === 'leader').length
    const cadres = there.length - leaders
    if (isComplete(leaders, cadres)) return
    const before = gaps.at(-1)
    if (before !== undefined && before.to === from && before.leaders === leaders && before.cadres === cadres)
      gaps[gaps.length - 1] = { ...before, to }
    else gaps.push({ from, to, leaders, cadres })
  })
  return gaps
}
