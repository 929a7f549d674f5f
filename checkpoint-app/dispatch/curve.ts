import { parseInstant } from '../../shared/instant.ts'
import { topOf } from './spark.ts'

export type CurvePoint = {
  readonly at: string
  readonly waitMinutes: number
  readonly lowMinutes: number
  readonly highMinutes: number
  readonly lost: boolean
}
export type Curve = {
  readonly most: number
  readonly line: readonly string[]
  readonly band: readonly string[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly highest: { readonly minutes: number; readonly at: string } | undefined
}

/** Longer than this between two points and nobody knows what was between. */
const gap = 150_000
const hour = 3_600_000

/** The wait over time in a box: pieces of the line and of the band around it, parted where nothing is known. */
export function curveOf(
  points: readonly CurvePoint[],
  { from, to, width, height }: { from: number; to: number; width: number; height: number },
): Curve {
  const known = points.flatMap((point) => {
    const at = parseInstant(point.at)
    return at === undefined || point.lost || at < from ? [] : [{ ...point, ms: at }]
  })
  const most = topOf(known.map(({ highMinutes }) => Math.min(highMinutes, 240)))
  const x = (at: number) => round(((at - from) / (to - from)) * width)
  const y = (minutes: number) => round(height - (Math.min(minutes, most) / most) * height)
  const parts: (typeof known)[] = []
  known.forEach((point, nth) => {
    const before = known[nth - 1]
    if (before === undefined || point.ms - before.ms > gap) parts.push([point])
    else parts.at(-1)!.push(point)
  })
  const path = (part: readonly { ms: number; value: number }[], first = 'M') =>
    part.map(({ ms, value }, nth) => `${nth === 0 ? first : 'L'}${x(ms)} ${y(value)}`).join('')
  const start = Math.ceil((from + 8 * hour) / hour) * hour - 8 * hour
  const ticks = []
  for (let at = start; at <= to; at += hour) ticks.push({ x: x(at), label: labelOf(at) })
  const top = known.reduce<(typeof known)[number] | undefined>(
    (best, point) => (best === undefined || point.waitMinutes > best.waitMinutes ? point : best),
    undefined,
  )
  return {
    most,
    line: parts.map((part) => path(part.map(({ ms, waitMinutes: value }) => ({ ms, value })))),
    band: parts.map(
      (part) =>
        path(part.map(({ ms, highMinutes: value }) => ({ ms, value }))) +
        path(
          part.toReversed().map(({ ms, lowMinutes: value }) => ({ ms, value })),
          'L',
        ) +
        'Z',
    ),
    ticks,
    highest: top === undefined ? undefined : { minutes: Math.round(top.waitMinutes), at: top.at.slice(11, 16) },
  }
}

const labelOf = (at: number): string => `${String(new Date(at + 8 * hour).getUTCHours()).padStart(2, '0')}:00`
const round = (value: number) => Math.round(value * 10) / 10
