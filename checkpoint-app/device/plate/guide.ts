import type { Box } from './stretch.ts'

/**
 * The guide box that the inspector fills with the plate: as wide and high as a plate of two rows (440 × 220). A plate of
 * one row (440 × 140) fills its width and lies in its middle. The line between two rows stands at 42 % of the height.
 */
export const guideShape = { width: 440, height: 220 } as const
export const splitAt = 0.42

type Size = { readonly width: number; readonly height: number }

/**
 * How closely rows are cut out, in shares of the guide: left out at either side, above and below two rows, and at either side
 * of the line between them; and the height that a plate of one row takes up. The closer, the larger the characters come out.
 */
const cuts = {
  wide: { side: 0, edge: 0, line: 0, single: 0.72 },
  close: { side: 0.03, edge: 0.05, line: 0, single: 0.62 },
  closest: { side: 0.05, edge: 0.07, line: 0.01, single: 0.54 },
} as const
export type Cut = keyof typeof cuts

/** Where the rows lie in a picture of the guide box. */
export function rowBoxes(
  { width, height }: Size,
  cut: Cut = 'wide',
): Readonly<Record<'single' | 'upper' | 'lower', Box>> {
  const { side, edge, line, single } = cuts[cut]
  const row = (from: number, to: number): Box => ({
    x: width * side,
    y: height * from,
    width: width * (1 - 2 * side),
    height: height * (to - from),
  })
  return {
    single: row((1 - single) / 2, (1 + single) / 2),
    upper: row(edge, splitAt - line),
    lower: row(splitAt + line, 1 - edge),
  }
}

/** Share of the picture's width that the guide takes up on the screen. */
const guideWidth = 0.86

/** The guide box in a picture of this size, in its middle; as large as the shape allows. */
export function guideIn({ width, height }: Size): Box {
  const fits = Math.min(width * guideWidth, (height * guideWidth * guideShape.width) / guideShape.height)
  const high = (fits * guideShape.height) / guideShape.width
  return { x: (width - fits) / 2, y: (height - high) / 2, width: fits, height: high }
}
