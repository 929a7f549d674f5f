import type { Box } from './stretch.ts'

/**
 * The guide box that the inspector fills with the plate: as wide and high as a plate of two rows (440 × 220). A plate of
 * one row (440 × 140) fills its width and lies in its middle. The line between two rows stands at 42 % of the height.
 */
export const guideShape = { width: 440, height: 220 } as const
export const splitAt = 0.42

/** Share of the guide's height that a plate of one row takes up, with a little room. */
const singleHeight = 0.72

type Size = { readonly width: number; readonly height: number }

/** Where the rows lie in a picture of the guide box. */
export function rowBoxes({ width, height }: Size): Readonly<Record<'single' | 'upper' | 'lower', Box>> {
  return {
    single: { x: 0, y: (height * (1 - singleHeight)) / 2, width, height: height * singleHeight },
    upper: { x: 0, y: 0, width, height: height * splitAt },
    lower: { x: 0, y: height * splitAt, width, height: height * (1 - splitAt) },
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
