import type { Instant } from '../instant.ts'
import type { CongestionNumbers } from './numbers.ts'
import type { Level } from './level.ts'

/** Ids only; on screen 预判, 超20分钟, 超30分钟, 超1小时, 重点监测 (decision table §4). */
export const stepIds = ['L0', 'L1', 'L2', 'L3', 'LM'] as const
export type StepId = (typeof stepIds)[number]

/** A wait or a queue against what begins and what ends an incident. */
export type Load = 'clear' | 'between' | 'busy'

type Common = {
  readonly id: string
  /** When it happened. */
  readonly at: Instant
  /** When the server came to know it; never before it happened. */
  readonly knownAt: Instant
}

/** What the estimator says; it holds until the next one. */
export type Measured = Common & {
  readonly kind: 'measured'
  readonly wait: Load
  readonly queue: Load
  readonly waitMinutes: number
  readonly metres: number
  readonly level: Level
  readonly overKilometre: boolean
  readonly lostSince: Instant | null
}

export type Reported = Common & {
  readonly kind: 'reported'
  /** 拥堵上报: it begins at once. */
  readonly congested: boolean
  readonly waitMinutes: number | null
  readonly metres: number | null
}

/** What a checkpoint's incident is made of. Kept as rows that never change; the incident is the fold over them. */
export type IncidentEvent =
  | Measured
  /** Nobody looked from then on: the server stood still. What held before holds no longer. */
  | (Common & { readonly kind: 'unobserved' })
  | Reported
  /** By a driver; the head confirms or dismisses. */
  | (Common & { readonly kind: 'driver-reported' })
  | (Common & { readonly kind: 'confirmed' | 'dismissed'; readonly candidate: string })
  /** By the head, with a reason and a photograph. */
  | (Common & { readonly kind: 'closed' })
  | (Common & { readonly kind: 'green-blocked' | 'green-free' })
  /** The head: 全员上岗. */
  | (Common & { readonly kind: 'all-on-duty' })

export const loadOfWait = (minutes: number, numbers: CongestionNumbers): Load =>
  loadOf(minutes, numbers.congestionEndWait, numbers.congestionStartWait)
export const loadOfQueue = (metres: number, numbers: CongestionNumbers): Load =>
  loadOf(metres, numbers.congestionEndMetres, numbers.congestionStartMetres)

const loadOf = (value: number, end: number, start: number): Load =>
  value >= start ? 'busy' : value < end ? 'clear' : 'between'

export const isBusy = ({ wait, queue }: Measured): boolean => wait === 'busy' || queue === 'busy'
export const isClear = ({ wait, queue }: Measured): boolean => wait === 'clear' && queue === 'clear'

/** By when the server knew of it, then by id: the same for whoever reads the rows, in whatever order. */
export const inOrder = (a: IncidentEvent, b: IncidentEvent): number =>
  a.knownAt - b.knownAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Whether the rows would say anything new; a reading like the one before is not kept. */
export const saysTheSame = (a: Measured, b: Measured): boolean =>
  a.wait === b.wait &&
  a.queue === b.queue &&
  a.level === b.level &&
  a.overKilometre === b.overKilometre &&
  (a.lostSince === null) === (b.lostSince === null)
