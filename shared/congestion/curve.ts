/**
 * The arrival curve: how many trucks had joined the queue by each moment. Its rate wanders; what is seen of it are points with
 * an error. A Kalman filter goes forward over a grid of moments, a smoother back. Minutes and trucks throughout.
 */

/** At `at`, the number that had joined was `count`, give or take `deviation`. */
export type Seen = {
  readonly at: number
  readonly count: number
  readonly deviation: number
  /** 0: not counted; 1: as its deviation says; above: better than that. */
  readonly weight: number
  /** It counts so much however far off it lies; left out: nothing. */
  readonly least?: number
}

export type Grid = {
  readonly from: number
  readonly step: number
  readonly size: number
  /** Trucks a minute over the whole; the scale of what may happen. */
  readonly rate: number
  /** Trucks a minute to which the rate returns when nothing is seen. */
  readonly usual: number
  /** The number at `from`. */
  readonly first: number
}

export type Curve = {
  readonly grid: Grid
  readonly count: Float64Array
  readonly rate: Float64Array
  readonly variance: Float64Array
}

/** Trucks come in platoons: the variance of a count is so many times the count. */
const platoons = 1.6
/** The rate wanders by so much of itself in a minute, and its square root in time. */
const wander = 0.13
/** And returns to the usual rate in about so many minutes. */
const returns = 40

/** State: count, rate, and the covariance as its three numbers. */
type State = { a: number; r: number; aa: number; ar: number; rr: number }

export function smooth(grid: Grid, seen: readonly Seen[]): Curve {
  const at = grid.size
  const [before, after] = [statesOf(at), statesOf(at)]
  const bySlot = slots(grid, seen)
  let state: State = { a: grid.first, r: grid.rate, aa: 100, ar: 0, rr: (2 * grid.rate) ** 2 }
  for (let slot = 0; slot < at; slot += 1) {
    if (slot > 0) state = forward(state, grid)
    put(before, slot, state)
    for (const point of bySlot[slot] ?? []) state = weighed(state, point, point.at - moment(grid, slot))
    put(after, slot, state)
  }
  return backward(grid, before, after)
}

export const moment = (grid: Grid, slot: number): number => grid.from + slot * grid.step

function slots(grid: Grid, seen: readonly Seen[]): (Seen[] | undefined)[] {
  const bySlot: (Seen[] | undefined)[] = Array.from({ length: grid.size })
  for (const point of seen) {
    const slot = Math.round((point.at - grid.from) / grid.step)
    if (slot < 0 || slot >= grid.size || point.weight <= 0) continue
    const there = bySlot[slot]
    if (there === undefined) bySlot[slot] = [point]
    else there.push(point)
  }
  return bySlot
}

function forward({ a, r, aa, ar, rr }: State, { step, rate, usual }: Grid): State {
  const noise = (wander * rate) ** 2 * step
  const { keeps, goes } = returning(step)
  return {
    a: a + usual * step + goes * (r - usual),
    r: usual + keeps * (r - usual),
    aa:
      aa + 2 * goes * ar + goes * goes * rr + platoons * Math.max(r, rate / 4, 0.02) * step + (noise * step * step) / 3,
    ar: keeps * (ar + goes * rr) + (noise * step) / 2,
    rr: keeps * keeps * rr + noise,
  }
}

/** Of what the rate is off the usual: the share that is left after a step, and what it brings meanwhile. */
function returning(step: number): { keeps: number; goes: number } {
  const keeps = Math.exp(-step / returns)
  return { keeps, goes: returns * (1 - keeps) }
}

function weighed({ a, r, aa, ar, rr }: State, point: Seen, ahead: number): State {
  const [ca, cr] = [aa + ahead * ar, ar + ahead * rr]
  const total = ca + ahead * cr + point.deviation ** 2 / point.weight
  const off = point.count - a - ahead * r
  const [ka, kr] = [ca / total, cr / total]
  return { a: a + ka * off, r: r + kr * off, aa: aa - ka * ca, ar: ar - ka * cr, rr: rr - kr * cr }
}

type States = { readonly [K in keyof State]: Float64Array }

const statesOf = (size: number): States => ({
  a: new Float64Array(size),
  r: new Float64Array(size),
  aa: new Float64Array(size),
  ar: new Float64Array(size),
  rr: new Float64Array(size),
})

function put(states: States, slot: number, { a, r, aa, ar, rr }: State): void {
  states.a[slot] = a
  states.r[slot] = r
  states.aa[slot] = aa
  states.ar[slot] = ar
  states.rr[slot] = rr
}

const get = ({ a, r, aa, ar, rr }: States, slot: number): State => ({
  a: a[slot] ?? 0,
  r: r[slot] ?? 0,
  aa: aa[slot] ?? 0,
  ar: ar[slot] ?? 0,
  rr: rr[slot] ?? 0,
})

/** Rauch, Tung and Striebel: what is seen later corrects what was thought of earlier. */
function backward(grid: Grid, before: States, after: States): Curve {
  const curve = { grid, count: after.a.slice(), rate: after.r.slice(), variance: after.aa.slice() }
  let next = get(after, grid.size - 1)
  for (let slot = grid.size - 2; slot >= 0; slot -= 1) {
    next = smoothed(get(after, slot), get(before, slot + 1), next, grid.step)
    curve.count[slot] = next.a
    curve.rate[slot] = next.r
    curve.variance[slot] = Math.max(next.aa, 0)
  }
  return curve
}

function smoothed(here: State, told: State, next: State, step: number): State {
  const determinant = Math.max(told.aa * told.rr - told.ar ** 2, 1e-9)
  const [i, j, k] = [told.rr / determinant, -told.ar / determinant, told.aa / determinant]
  const { keeps, goes } = returning(step)
  const [p, q] = [here.aa + goes * here.ar, here.ar + goes * here.rr]
  const [v, w] = [keeps * here.ar, keeps * here.rr]
  const gain = { aa: p * i + v * j, ar: p * j + v * k, ra: q * i + w * j, rr: q * j + w * k }
  const [da, dr] = [next.a - told.a, next.r - told.r]
  const [daa, dar, drr] = [next.aa - told.aa, next.ar - told.ar, next.rr - told.rr]
  const [ua, ub] = [gain.aa * daa + gain.ar * dar, gain.aa * dar + gain.ar * drr]
  const [la, lb] = [gain.ra * daa + gain.rr * dar, gain.ra * dar + gain.rr * drr]
  return {
    a: here.a + gain.aa * da + gain.ar * dr,
    r: here.r + gain.ra * da + gain.rr * dr,
    aa: here.aa + ua * gain.aa + ub * gain.ar,
    ar: here.ar + ua * gain.ra + ub * gain.rr,
    rr: here.rr + la * gain.ra + lb * gain.rr,
  }
}

/** The number that had joined by a moment, and its deviation. */
export function joinedBy(curve: Curve, at: number): { count: number; deviation: number } {
  const { grid, count, variance } = curve
  const place = Math.min(Math.max((at - grid.from) / grid.step, 0), grid.size - 1)
  const low = Math.min(Math.floor(place), grid.size - 2)
  const share = place - low
  const between = (values: Float64Array) => (values[low] ?? 0) * (1 - share) + (values[low + 1] ?? 0) * share
  return { count: between(count), deviation: Math.sqrt(between(variance)) }
}

/**
 * When the truck of that number joined: the last moment before which fewer had; `undefined` = it has not yet. What the curve
 * says earlier than `from` is `from`.
 */
export function joinedAt({ grid, count }: Curve, number: number): number | undefined {
  let slot = grid.size - 1
  if ((count[slot] ?? 0) < number) return undefined
  while (slot > 0 && (count[slot - 1] ?? 0) >= number) slot -= 1
  if (slot === 0) return grid.from
  const [low, high] = [count[slot - 1] ?? 0, count[slot] ?? 0]
  return moment(grid, slot - 1) + (grid.step * (number - low)) / Math.max(high - low, 1e-9)
}
