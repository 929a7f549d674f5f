import { parseInstant, type Instant } from '../../../shared/instant.ts'
import { parseScenario, type Scenario } from '../../../shared/congestion/site.ts'
import { drive, type Plan, type Road } from './road.ts'
import { hear, type Ears, type Line } from './uploads.ts'

const start = parseInstant('2022-05-16T06:00:00+08:00') as Instant

export type Made = {
  readonly name: string
  readonly road: Road
  readonly meta: Record<string, unknown>
  readonly scenario: Scenario
  readonly lines: readonly Line[]
}

type Drawn = { readonly plan?: Partial<Plan>; readonly ears?: Partial<Ears> }

const signs = [300, 600, 1000, 1500, 2000, 2500, 3000]

/** Low, then from the second to the fourth hour more than the lanes take, then low again. */
export const peak =
  (low: number, high: number, from = 1.5, to = 3.5) =>
  (hour: number): number =>
    hour < from || hour > to + 1 ? low : hour < to ? high : high * 0.7

const always = () => true

/** Each is a kind of day of which nothing was measured beforehand. */
const kinds: Readonly<Record<string, (seed: number) => Drawn>> = {
  'ordinary peak': () => ({}),
  'no check-ins': () => ({ ears: { checkIns: 0 } }),
  'no check-ins, no reports': () => ({ ears: { checkIns: 0, reports: undefined as never } }),
  'green channel': () => ({
    plan: { booths: 4, greenLane: 4, green: 0.2, arrivals: peak(90, 175) },
  }),
  'closed with trucks standing': () => ({
    plan: { arrivals: peak(90, 120), open: (_, hour) => hour < 2.5 || hour > 3.4 },
  }),
  'closed, told late': () => ({
    plan: { arrivals: peak(90, 120), open: (_, hour) => hour < 2.5 || hour > 3.4 },
    ears: { lanesTold: 8 },
  }),
  'network gone while it grows': () => ({ ears: { network: [{ from: 1.9, to: 2.9 }] } }),
  'booths unheard, drivers heard': () => ({ ears: { network: [{ from: 1.9, to: 2.9, only: 'booths' as const }] } }),
  'turning back': () => ({ plan: { turnsBack: 0.008, arrivals: peak(70, 190) } }),
  'cars among trucks': () => ({ plan: { cars: 0.45, arrivals: peak(110, 220) } }),
  'kilometres typed for metres': () => ({ ears: { unit: (metres, nth) => (nth % 2 === 0 ? metres / 1000 : metres) } }),
  'a nought too many': () => ({ ears: { unit: (metres, nth) => (nth % 3 === 0 ? metres * 10 : metres) } }),
  'quiet night, sleepers': () => ({
    plan: { booths: 2, arrivals: () => 22, platoons: 0 },
    ears: { checkIns: 0.3, sleepers: 0.3, reports: 90 },
  }),
  'inspectors stop now and then': () => ({ plan: { booths: 2, pauses: 3, arrivals: peak(40, 85) } }),
  'one lane': () => ({ plan: { booths: 1, approachLanes: 1, arrivals: peak(20, 50) }, ears: { checkIns: 0.3 } }),
  'one of three closes, nobody tells': () => ({
    plan: { booths: 3, arrivals: () => 100, open: (lane, hour) => lane !== 2 || hour < 2 || hour > 3.3 },
    ears: { lanesTold: null },
  }),
  'clocks ahead and behind': (seed) => ({ ears: { clockAhead: seed % 2 === 0 ? 200 : -200, late: 0.1 } }),
  'many lanes': () => ({ plan: { booths: 8, approachLanes: 3, arrivals: peak(250, 480) }, ears: { checkIns: 0.08 } }),
  'bursts that must not alarm': () => ({
    plan: { arrivals: (hour) => (hour % 1 < 0.12 ? 420 : 40), platoons: 0.5 },
  }),
  'no plaza': () => ({ plan: { plaza: 30, approachLanes: 1, arrivals: peak(80, 160) } }),
  'no signs, no stakes': () => ({ ears: { signs: [] } }),
}

export const kindNames = Object.keys(kinds)

export function make(name: string, seed: number): Made {
  const drawn = kinds[name]?.(seed) ?? {}
  const plan: Plan = {
    seed,
    hours: 6,
    approachLanes: 2,
    booths: 3,
    arrivals: peak(80, 170),
    open: always,
    ...drawn.plan,
  }
  const ears: Ears = { seed: seed + 1, start, checkpoint: 'TEST-1', checkIns: 0.2, reports: 40, signs, ...drawn.ears }
  const road = drive(plan)
  const meta = {
    name: `${name} ${seed}`,
    start: '2022-05-16T06:00:00+08:00',
    hours: plan.hours,
    checkpoints: [
      {
        checkpoint: 'TEST-1',
        approach_lanes: plan.approachLanes,
        inspection_lanes: plan.booths,
        green_lane: plan.greenLane ?? null,
        approach_m: 5000,
        booth_stake_m: 45_200,
        stake_upstream: 'decreasing',
        fence_m: 3000,
        qr_signs_m: ears.signs ?? [],
      },
    ],
  }
  return { name, road, meta, scenario: parseScenario(meta), lines: hear(road, ears) }
}
