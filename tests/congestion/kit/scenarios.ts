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

type Drawn = {
  readonly plan?: Partial<Plan>
  readonly ears?: Partial<Ears>
  /** What is known beforehand does not name the green lane. */
  readonly undeclared?: boolean
}

const signs = [300, 600, 1000, 1500, 2000, 2500, 3000]

/** Low, then from the second to the fourth hour more than the lanes take, then low again. */
export const peak =
  (low: number, high: number, from = 1.5, to = 3.5) =>
  (hour: number): number =>
    hour < from || hour > to + 1 ? low : hour < to ? high : high * 0.7

/** From low to high in `over` hours, there until `to`, and down again. */
const ramp =
  (low: number, high: number, { from, over, to }: { from: number; over: number; to: number }) =>
  (hour: number): number =>
    hour < from || hour > to + over
      ? low
      : low + (high - low) * Math.min(1, (hour - from) / over, (to + over - hour) / over)

const always = () => true
const closedFrom = (from: number, to: number) => (_: number, hour: number) => hour < from || hour > to
/** Permits and quick looks only. */
const quick = [
  [18, 0.7],
  [30, 0.3],
] as const
/** Everybody is looked at by hand or registered. */
const byHand = [
  [172, 0.6],
  [290, 0.4],
] as const
/** Drivers are told by navigation, and fewer come while more than so many stand. */
const divertedAbove = (vehicles: number) => (standing: number) => Math.min(Math.max((standing - vehicles) / 12, 0), 0.7)

/** Each is a kind of day of which nothing was measured beforehand. */
const kinds: Readonly<Record<string, (seed: number) => Drawn>> = {
  'ordinary peak': () => ({}),
  'no check-ins': () => ({ ears: { checkIns: 0 } }),
  'no check-ins, no reports': () => ({ ears: { checkIns: 0, reports: null } }),
  'no check-ins, free road': () => ({ plan: { arrivals: () => 95 }, ears: { checkIns: 0 } }),
  'no check-ins, few trucks': () => ({ plan: { booths: 2, arrivals: () => 14 }, ears: { checkIns: 0, reports: null } }),
  'no check-ins, hardly a truck': (seed) => ({
    plan: { hours: 10, booths: 1 + (seed % 3), arrivals: () => 3, mix: byHand },
    ears: { checkIns: 0, reports: seed % 2 === 0 ? null : 60, lanesTold: seed % 2 === 0 ? null : 0 },
  }),
  'no check-ins, one lane busy, another forgotten': () => ({
    plan: {
      booths: 2,
      approachLanes: 1,
      arrivals: peak(12, 26),
      mix: byHand,
      open: (lane, hour) => lane === 1 || hour < 1,
    },
    ears: { checkIns: 0, lanesTold: null },
  }),
  'no check-ins, hovering at 20': () => ({
    plan: { arrivals: peak(80, 165, 1, 5), diverts: divertedAbove(40) },
    ears: { checkIns: 0, reports: 30 },
  }),
  'green channel': () => ({ plan: { booths: 4, greenLane: 4, green: 0.2, arrivals: peak(90, 205) } }),
  'green channel, nobody declared it': () => ({
    plan: { booths: 4, greenLane: 4, green: 0.2, arrivals: peak(90, 205) },
    undeclared: true,
  }),
  'closed with trucks standing': () => ({ plan: { arrivals: peak(90, 120), open: closedFrom(2.5, 3.4) } }),
  'closed, told late': () => ({
    plan: { arrivals: peak(90, 120), open: closedFrom(2.5, 3.4) },
    ears: { lanesTold: 8 },
  }),
  'closed at the end of the day': () => ({ plan: { arrivals: peak(90, 165), open: closedFrom(3.2, 9) } }),
  'network gone while it grows': () => ({ ears: { network: [{ from: 1.9, to: 2.9 }] } }),
  'network gone in the calm': () => ({ plan: { arrivals: () => 85 }, ears: { network: [{ from: 2, to: 3 }] } }),
  'network gone, and it clears': () => ({ ears: { network: [{ from: 3.6, to: 4.6 }] } }),
  'booths unheard, drivers heard': () => ({ ears: { network: [{ from: 1.9, to: 2.9, only: 'booths' }] } }),
  'one booth unheard': () => ({ ears: { network: [{ from: 1.9, to: 2.9, only: 'booths', lane: 2 }] } }),
  'turning back': () => ({ plan: { turnsBack: 0.008, arrivals: peak(70, 190) } }),
  'turning back, one lane': () => ({
    plan: { booths: 2, approachLanes: 1, turnsBack: 0.01, arrivals: peak(50, 130) },
    ears: { checkIns: 0.3 },
  }),
  'cars among trucks': () => ({ plan: { cars: 0.5, arrivals: peak(110, 230) } }),
  'cars mostly': () => ({ plan: { cars: 0.8, arrivals: peak(180, 320), booths: 3 }, ears: { checkIns: 0.1 } }),
  'kilometres typed for metres': () => ({
    ears: { typed: ({ metres }, nth) => (nth % 2 === 0 ? metres / 1000 : metres) },
  }),
  'kilometres always': () => ({ ears: { checkIns: 0.08, typed: ({ metres }) => metres / 1000 } }),
  'minutes typed for metres': () => ({
    ears: { typed: ({ metres, minutes }, nth) => (nth % 2 === 0 ? minutes : metres) },
  }),
  'a stake typed for metres': () => ({ ears: { typed: ({ metres, stake }, nth) => (nth % 2 === 0 ? stake : metres) } }),
  'a nought too many': () => ({ ears: { typed: ({ metres }, nth) => (nth % 3 === 0 ? metres * 10 : metres) } }),
  'no check-ins, kilometres typed': () => ({
    ears: { checkIns: 0, typed: ({ metres }, nth) => (nth % 2 === 0 ? metres / 1000 : metres) },
  }),
  'quiet night, sleepers': () => ({
    plan: { booths: 2, arrivals: () => 22, platoons: 0 },
    ears: { checkIns: 0.3, sleepers: 0.3, reports: 90 },
  }),
  'quiet night, sleepers scan the signs': () => ({
    plan: { booths: 1, approachLanes: 1, arrivals: () => 12 },
    ears: { checkIns: 0.5, sleepers: 0.4, elsewhere: 0.4, ghosts: 0.1, reports: null },
  }),
  'inspectors stop now and then': () => ({ plan: { booths: 2, pauses: 3, arrivals: peak(40, 85) } }),
  'one lane': () => ({ plan: { booths: 1, approachLanes: 1, arrivals: peak(20, 50) }, ears: { checkIns: 0.3 } }),
  'one of three closes, nobody tells': () => ({
    plan: { booths: 3, arrivals: () => 100, open: (lane, hour) => lane !== 2 || hour < 2 || hour > 3.3 },
    ears: { lanesTold: null },
  }),
  'a lane opens late': () => ({
    plan: { booths: 4, arrivals: peak(90, 170), open: (lane, hour) => lane < 3 || (hour > 2.6 && hour < 5) },
  }),
  'clocks ahead and behind': (seed) => ({
    ears: { clockAhead: (lane) => (lane === 1 ? (seed % 2 === 0 ? 200 : -200) : 0), late: 0.1 },
  }),
  'a jumping clock': () => ({
    ears: { clockAhead: (lane, hour) => (lane === 2 ? (hour < 2 ? 0 : hour < 3 ? 1200 : hour < 4 ? -900 : 30) : 0) },
  }),
  'many lanes': () => ({ plan: { booths: 8, approachLanes: 3, arrivals: peak(250, 450) }, ears: { checkIns: 0.05 } }),
  'five lanes, few drivers': () => ({
    plan: { booths: 5, arrivals: peak(150, 280) },
    ears: { checkIns: 0.05, late: 0.08 },
  }),
  'every driver nearly': () => ({ ears: { checkIns: 0.8 } }),
  'short inspections': () => ({ plan: { booths: 2, mix: quick, arrivals: peak(130, 240) }, ears: { checkIns: 0.1 } }),
  'long inspections': () => ({ plan: { slow: 1.8, arrivals: peak(50, 95) }, ears: { checkIns: 0.25 } }),
  'three hours long': () => ({
    plan: { hours: 9, arrivals: peak(80, 165, 1.2, 4.2), diverts: divertedAbove(120) },
    ears: { checkIns: 0.12 },
  }),
  'slow rise, hovering at 20': () => ({
    plan: { arrivals: ramp(90, 170, { from: 0.5, over: 3, to: 4.5 }), diverts: divertedAbove(38) },
  }),
  'slow rise, hovering at 30': () => ({
    plan: { arrivals: ramp(90, 170, { from: 0.5, over: 3, to: 4.5 }), diverts: divertedAbove(60) },
    ears: { checkIns: 0.15 },
  }),
  'slow rise, hovering at 60': () => ({
    plan: { hours: 8, arrivals: ramp(90, 190, { from: 0.5, over: 3, to: 5.5 }), diverts: divertedAbove(122) },
    ears: { checkIns: 0.15 },
  }),
  'fast surge': () => ({ plan: { arrivals: peak(60, 330, 2, 2.6) } }),
  'bursts that must not alarm': () => ({
    plan: { arrivals: (hour) => (hour % 1 < 0.12 ? 420 : 40), platoons: 0.5 },
  }),
  'no plaza': () => ({ plan: { plaza: 30, approachLanes: 1, arrivals: peak(80, 160) } }),
  'no signs, no stakes': () => ({ ears: { signs: [], stakes: 0 } }),
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
        green_lane: drawn.undeclared === true ? null : (plan.greenLane ?? null),
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
