import { rowsByGravity, strictness } from '../../../shared/policy/verdict.ts'

export type Flow = { readonly from: string; readonly to: string; readonly count: number }
export type Turn = 'stricter' | 'milder' | 'alike'
/** One row at an edge of the picture: how much of it moves, and where its bar stands. */
export type Stop = { readonly row: string; readonly count: number; readonly y: number; readonly height: number }
export type Ribbon = Flow & {
  readonly turn: Turn | 'same'
  readonly y1: number
  readonly y2: number
  readonly width: number
}
export type FlowPicture = {
  readonly height: number
  readonly left: readonly Stop[]
  readonly right: readonly Stop[]
  readonly ribbons: readonly Ribbon[]
}

const known: readonly string[] = rowsByGravity
/** Mildest first, so that a ribbon that falls is one that grows stricter. */
const byGravity = (a: string, b: string) => known.indexOf(b) - known.indexOf(a)

const burden = (row: string): number => {
  const found = rowsByGravity.find((one) => one === row)
  return (found && strictness(found)) ?? (strictness('V15') ?? 0) - 0.5
}
export const turnOf = ({ from, to }: Pick<Flow, 'from' | 'to'>): Turn => {
  const heavier = burden(to) - burden(from)
  return heavier > 0 ? 'stricter' : heavier < 0 ? 'milder' : 'alike'
}

/** The least height of a bar: its label must be readable beside it. */
const least = 44
const gap = 12
const tall = 280

function stopsOf(flows: readonly Flow[], side: 'from' | 'to', perTruck: number): readonly Stop[] {
  const rows = [...new Set(flows.map((flow) => flow[side]))].toSorted(byGravity)
  let y = 0
  return rows.map((row) => {
    const count = flows.filter((flow) => flow[side] === row).reduce((sum, flow) => sum + flow.count, 0)
    const height = Math.max(least, count * perTruck)
    const stop = { row, count, y, height }
    y += height + gap
    return stop
  })
}

const bottomOf = (stops: readonly Stop[]) => Math.max(0, ...stops.map(({ y, height }) => y + height))

/** Ribbons leave their bar in the order of where they go, so that they cross as little as may be. */
function centres(stops: readonly Stop[], side: 'from' | 'to', flows: readonly Flow[]): ReadonlyMap<Flow, number> {
  const other = side === 'from' ? 'to' : 'from'
  const places = stops.flatMap(({ row, count, y, height }) => {
    const own = flows.filter((flow) => flow[side] === row).toSorted((a, b) => byGravity(a[other], b[other]))
    let used = 0
    return own.map((flow) => {
      const centre = y + ((used + flow.count / 2) / count) * height
      used += flow.count
      return [flow, centre] as const
    })
  })
  return new Map(places)
}

/** Where everything stands in the picture of the rows before and after; what stays is drawn too, so that its share is seen. */
export function flowPicture(flows: readonly Flow[]): FlowPicture {
  const trucks = flows.reduce((sum, { count }) => sum + count, 0)
  const perTruck = trucks === 0 ? 0 : tall / trucks
  const [left, right] = [stopsOf(flows, 'from', perTruck), stopsOf(flows, 'to', perTruck)]
  const [starts, ends] = [centres(left, 'from', flows), centres(right, 'to', flows)]
  const ribbons = flows.map((flow) => ({
    ...flow,
    turn: flow.from === flow.to ? ('same' as const) : turnOf(flow),
    y1: starts.get(flow) ?? 0,
    y2: ends.get(flow) ?? 0,
    width: Math.max(2, flow.count * perTruck),
  }))
  return { height: Math.max(bottomOf(left), bottomOf(right)), left, right, ribbons }
}
