import type { StepLimits } from '../../shared/wording/congestion-steps.ts'

/** Lines of the trend and the curve: the minutes of the steps in force, by the step. */
export const linesOf = ({ L1, L2, L3 }: StepLimits) =>
  [
    ['L1', L1],
    ['L2', L2],
    ['L3', L3],
  ] as const

/** Pieces of a polyline in a box of `width` × `height`: a gap parts them, a lone point becomes a short dash. `most` = the top. */
export function pieces(
  values: readonly (number | null)[],
  { width, height, most }: { width: number; height: number; most: number },
): string[] {
  const step = values.length < 2 ? 0 : width / (values.length - 1)
  const found: string[] = []
  let piece: string[] = []
  const end = () => {
    if (piece.length > 0) found.push(piece.length === 1 ? `${piece[0]} h${Math.max(step, 1)}` : piece.join(' '))
    piece = []
  }
  values.forEach((value, at) => {
    if (value === null) end()
    else {
      const x = round(at * step)
      const y = round(height - (Math.min(value, most) / most) * height)
      piece.push(`${piece.length === 0 ? 'M' : 'L'}${x} ${y}`)
    }
  })
  end()
  return found
}

const round = (value: number) => Math.round(value * 10) / 10

/** The top of the axis: above the highest and the first line that matters. */
export function topOf(values: readonly (number | null)[]): number {
  const highest = Math.max(0, ...values.map((value) => value ?? 0))
  if (highest <= 24) return 30
  if (highest <= 54) return 66
  return Math.ceil((highest * 1.1) / 30) * 30
}

export type Trend = 'up' | 'down' | 'flat'

/** Where it goes, by the last ten minutes; undefined = too little is known. */
export function trendOf(values: readonly (number | null)[]): Trend | undefined {
  const last = values.slice(-11)
  const known = last.flatMap((value, at) => (value === null ? [] : [{ at, value }]))
  const [first, end] = [known[0], known.at(-1)]
  if (first === undefined || end === undefined || end.at - first.at < 4) return undefined
  const slope = (end.value - first.value) / (end.at - first.at)
  return slope > 0.3 ? 'up' : slope < -0.3 ? 'down' : 'flat'
}
