import type { Row } from './board-state.ts'

/** `down`: so far below its mark its name stands, where another one is in the way. */
export type Spot = { readonly id: string; readonly x: number; readonly y: number; readonly down: number }
export type Road = { readonly name: string; readonly d: string }
export type Sketch = {
  readonly width: number
  readonly height: number
  readonly spots: readonly Spot[]
  readonly roads: readonly Road[]
}

const margin = 40
const width = 640

type Placed = Row & { place: NonNullable<Row['place']> }
const isPlaced = (row: Row): row is Placed => row.place !== null

/** A sketch of the roads from the coordinates of their checkpoints: one degree of longitude is shorter than one of latitude. */
export function sketchOf(rows: readonly Row[]): Sketch | undefined {
  const placed = rows.filter(isPlaced)
  if (placed.length === 0) return undefined
  const squeeze = Math.cos((mean(placed.map(({ place }) => place.lat)) * Math.PI) / 180)
  const east = placed.map(({ place }) => place.lon * squeeze)
  const north = placed.map(({ place }) => place.lat)
  const wide = Math.max(Math.max(...east) - Math.min(...east), 0.02)
  const tall = Math.max(Math.max(...north) - Math.min(...north), 0.02)
  const scale = (width - 2 * margin) / Math.max(wide, tall * 1.2)
  const height = Math.round(tall * scale + 2 * margin)
  const left = (width - wide * scale) / 2
  const bare = placed.map(({ id, place }) => ({
    id,
    x: Math.round(left + (place.lon * squeeze - Math.min(...east)) * scale),
    y: Math.round(height - margin - (place.lat - Math.min(...north)) * scale),
  }))
  const spots = bare.map((spot, nth) => {
    const near = bare.slice(0, nth).some((other) => Math.abs(other.x - spot.x) < 130 && Math.abs(other.y - spot.y) < 18)
    return { ...spot, down: near ? 20 : 0 }
  })
  const at = new Map(spots.map((spot) => [spot.id, spot]))
  const roads = new Map<string, Spot[]>()
  for (const { id, road } of placed) {
    const spot = at.get(id)
    if (spot !== undefined) roads.set(road, [...(roads.get(road) ?? []), spot])
  }
  return {
    width,
    height,
    spots,
    roads: Array.from(roads, ([name, along]) => ({ name, d: pathOf(along) })).filter(({ d }) => d !== ''),
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Along the direction in which they lie farthest apart. */
function pathOf(along: readonly Spot[]): string {
  if (along.length < 2) return ''
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  const byX = spread(along.map(({ x }) => x)) >= spread(along.map(({ y }) => y))
  const sorted = along.toSorted((a, b) => (byX ? a.x - b.x : a.y - b.y))
  return sorted.map(({ x, y }, nth) => `${nth === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}
