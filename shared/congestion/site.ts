import * as z from 'zod/mini'
import { Fault } from '../fault.ts'
import { parseInstant, type Instant } from '../instant.ts'

const metres = z.number().check(z.gte(0), z.lte(50_000))
const lanes = z.int().check(z.gte(1), z.lte(30))

/** What is known of a checkpoint beforehand. Distances are metres upstream of the booth line. */
const siteJson = z.object({
  checkpoint: z.string().check(z.minLength(1), z.maxLength(40)),
  approach_lanes: lanes,
  inspection_lanes: lanes,
  /** The lane of the green channel; its trucks pass the general queue. */
  green_lane: z.optional(z.nullable(lanes)),
  approach_m: metres,
  booth_stake_m: z.optional(z.nullable(z.number())),
  stake_upstream: z.optional(z.nullable(z.enum(['increasing', 'decreasing']))),
  fence_m: z.optional(z.nullable(metres)),
  qr_signs_m: z.optional(z.array(metres).check(z.maxLength(200))),
})

export type Site = {
  readonly checkpoint: string
  readonly approachLanes: number
  readonly inspectionLanes: number
  readonly greenLane: number | null
  readonly approachMetres: number
  /** Metres of the booth along the road; null = stakes cannot be read here. */
  readonly boothStake: number | null
  /** Whether stakes grow away from the booth, up the queue. */
  readonly stakesGrow: boolean
  readonly fenceMetres: number | null
  /** Fixed signs, nearest first. */
  readonly signs: readonly number[]
  /** Uploads tell when a truck was done with and not when it was begun: whether it followed at once on the one before nobody knows. */
  readonly scansGuessed?: boolean
}

/** Of a checkpoint whose road nobody has described: its lanes, and a road that is long enough. */
export const plainSite = (checkpoint: string, inspectionLanes: number): Site => ({
  checkpoint,
  approachLanes: 2,
  inspectionLanes,
  greenLane: null,
  approachMetres: 5000,
  boothStake: null,
  stakesGrow: false,
  fenceMetres: null,
  signs: [],
})

/** So far behind the booth line a stake may be read, metres: the plaza is as long. */
const plaza = 60

/** Metres up the queue of a stake along the road; null = it cannot be read here, or lies where no queue can stand. */
export function metresAtStake(
  stake: number | null,
  { boothStake, stakesGrow, approachMetres }: Pick<Site, 'boothStake' | 'stakesGrow' | 'approachMetres'>,
): number | null {
  if (stake === null || boothStake === null) return null
  const upstream = stakesGrow ? stake - boothStake : boothStake - stake
  return upstream < -plaza || upstream > 2 * approachMetres ? null : Math.max(upstream, 0)
}

const siteOf = (json: z.infer<typeof siteJson>): Site => ({
  checkpoint: json.checkpoint,
  approachLanes: json.approach_lanes,
  inspectionLanes: json.inspection_lanes,
  greenLane: json.green_lane ?? null,
  approachMetres: json.approach_m,
  boothStake: json.booth_stake_m ?? null,
  stakesGrow: json.stake_upstream === 'increasing',
  fenceMetres: json.fence_m ?? null,
  signs: (json.qr_signs_m ?? []).toSorted((a, b) => a - b),
})

const scenarioJson = z.object({
  start: z.string(),
  hours: z.number().check(z.gt(0), z.lte(24 * 366)),
  checkpoints: z.array(siteJson).check(z.minLength(1), z.maxLength(200)),
})

/** What a replay covers: from `start` on, so many hours, at these checkpoints. */
export type Scenario = { readonly start: Instant; readonly hours: number; readonly sites: readonly Site[] }

/** @throws Fault bad-input CG-02 naming the field */
export function parseScenario(json: unknown): Scenario {
  const result = z.safeParse(scenarioJson, json)
  const start = result.success ? parseInstant(result.data.start) : undefined
  if (result.success && start !== undefined)
    return { start, hours: result.data.hours, sites: result.data.checkpoints.map(siteOf) }
  const issue = result.success ? undefined : result.error.issues[0]
  const path = issue?.path.map(String).join('.') ?? 'start'
  throw new Fault('bad-input', 'CG-02', `${path}: ${issue?.message ?? 'not a time with its offset'}`, { path })
}
