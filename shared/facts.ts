/**
 * The vocabulary: all that a checkpoint may know of trip, vehicle, crew and credentials when it judges, and nothing else.
 * A key left out was not asked yet; `null` was asked, and there is none or it cannot be shown. Reading and writing the
 * wire form is in facts-json.ts.
 */
import type { Instant } from './instant.ts'

export const scopes = ['in-province', 'cross-province', 'unknown'] as const
export const cargoCodes = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '99'] as const
export const freightCodes = ['green', 'yellow', 'red', 'grey'] as const
export const roles = ['driver', 'escort'] as const
export const nucleicResults = ['negative', 'positive', 'pending'] as const
export const antigenResults = ['negative', 'positive', 'invalid'] as const
export const healthCodes = ['green', 'yellow', 'red'] as const
export const healthCodeGrounds = ['itinerary', 'other'] as const
export const travelCards = ['green', 'green-starred', 'yellow', 'orange', 'red'] as const
export const listings = ['positive', 'red', 'tracking'] as const
export const passStates = ['valid', 'expired', 'mismatch', 'revoked', 'forged'] as const

/** The itinerary of this transport task; the plate and where the crew live say nothing about it. */
export type Scope = (typeof scopes)[number]
/** Category of goods: 01 medical and epidemic, 02 daily necessities … 99 other. */
export type CargoCode = (typeof cargoCodes)[number]
/** 货畅码 as verified; grey = expired, not yet in force or its seal does not hold. */
export type FreightCode = (typeof freightCodes)[number]
export type Role = (typeof roles)[number]
export type NucleicResult = (typeof nucleicResults)[number]
export type AntigenResult = (typeof antigenResults)[number]
export type HealthCode = (typeof healthCodes)[number]
export type HealthCodeGround = (typeof healthCodeGrounds)[number]
export type TravelCard = (typeof travelCards)[number]
export type Listing = (typeof listings)[number]
export type PassState = (typeof passStates)[number]

export type Trip = {
  readonly scope?: Scope
  /** A valid registration 入豫报备 exists; how early it was made never matters. */
  readonly registered?: boolean
  /** 直通车 */
  readonly throughTrain?: boolean
  readonly cargo?: CargoCode
}

/** `plate` identifies the record and is never read by a rule. */
export type Vehicle = { readonly plate?: string; readonly freight?: boolean }

export type NucleicAcid = {
  readonly result: NucleicResult
  readonly sampledAt?: Instant | null
  readonly reportedAt?: Instant | null
}

/** Entry on the truck drivers' white list (W1), both ends included. */
export type DriverWhitelist = { readonly from: Instant; readonly to: Instant; readonly closedLoop?: boolean }

export type CrewMember = {
  readonly role?: Role
  /** ℃, readings in the order they were taken; empty = not measured. */
  readonly temperatures?: readonly number[]
  readonly nucleicAcid?: NucleicAcid | null
  readonly antigen?: AntigenResult | null
  readonly healthCode?: HealthCode | null
  /** Why the health code is not green, where that is known. */
  readonly healthCodeGround?: HealthCodeGround | null
  readonly travelCard?: TravelCard | null
  /** Stayed in a listed medium or high risk area; `null` = cannot say. */
  readonly riskStay?: boolean | null
  /** Match on the background lists. */
  readonly listed?: Listing | null
  readonly driverWhitelist?: DriverWhitelist | null
  readonly refuses?: boolean
}

export type Pass = { readonly state: PassState }

/** A release at another checkpoint of the city. */
export type PriorRelease = { readonly at: Instant; readonly checkpoint?: string; readonly sameCrew?: boolean }

export type Facts = {
  readonly trip?: Trip
  readonly vehicle?: Vehicle
  readonly freightCode?: FreightCode | null
  /** Everybody on board, at least one. */
  readonly crew: readonly CrewMember[]
  readonly pass?: Pass | null
  readonly priorRelease?: PriorRelease | null
  readonly offline?: boolean
}

/** One inspection: `now` is its moment, and the law of that moment judges it. */
export type Inspection = { readonly id: string; readonly now: Instant; readonly facts: Facts }
