/** Service areas, places to stop and points for tests, as drivers are told of them (R86–R93, jiaozuo-20#1, #3, #4). */
import { hour, plus, type Instant } from '../instant.ts'

export const placeKinds = ['service-area', 'stop', 'test-point'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const services = ['meals', 'fuel', 'test', 'toilet'] as const
export type Service = (typeof services)[number]
/** What goes on while a service area is closed (jiaozuo-20#1): nobody can switch it off. */
export const basicServices = ['fuel', 'toilet', 'water'] as const

/** Why a service area may be closed at all. */
export const closingReasons = ['confirmed', 'contact'] as const
export type ClosingReason = (typeof closingReasons)[number]

export type PlaceState = 'open' | 'closed' | 'due'

type Standing = { readonly kind: PlaceKind; readonly closedAt: Instant | null }

/** When a closed service area is to open again; of another place nobody says. */
export const reopensAt = ({ kind, closedAt }: Standing, hours: number): Instant | null =>
  closedAt === null || kind !== 'service-area' ? null : plus(closedAt, hours * hour)

/** `due`: three days are full, and it is closed still 应恢复. */
export function stateOf(place: Standing, hours: number, now: Instant): PlaceState {
  const due = reopensAt(place, hours)
  if (place.closedAt === null) return 'open'
  return due !== null && due <= now ? 'due' : 'closed'
}

/** A service area for trucks alone has all four (henan-16#4). */
export const lacksForTrucks = (forTrucks: boolean, has: readonly Service[]): readonly Service[] =>
  forTrucks ? services.filter((one) => !has.includes(one)) : []
