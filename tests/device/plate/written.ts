import { gapFrame, type Frame } from '../../../checkpoint-app/device/plate/emissions.ts'
import type { Layout, Row } from '../../../checkpoint-app/device/plate/grammar.ts'
import { readingOf, type PlateReading } from '../../../checkpoint-app/device/plate/read-plate.ts'

/** Each step of a row: what the recogniser believes there, as shares of 1; what is left belongs to the blank. */
export type Belief = Readonly<Record<string, number>>

const everything = Array.from(
  '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼挂学警港澳0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
)

export function steps(beliefs: readonly Belief[], row?: Row): readonly Frame[] {
  return beliefs.map((belief) => {
    const rest = 1 - Object.values(belief).reduce((sum, share) => sum + share, 0)
    const characters = Object.fromEntries(everything.map((each) => [each, Math.log(belief[each] ?? 1e-7)]))
    return { row, none: Math.log(Math.max(rest, 1e-7)), characters }
  })
}

/** Text as a good recogniser sees it: each character for one step, with a blank after it. */
export const written = (text: string, sure = 0.98): readonly Belief[] =>
  Array.from(text).flatMap((character) => [{ [character]: sure }, {}])

export const nothing: readonly Frame[] = steps(Array.from({ length: 12 }, () => ({})))

/** What is read where one row says this. */
export const oneRow = (beliefs: readonly Belief[]): PlateReading | undefined =>
  readingOf({ 'one-row': steps(beliefs), 'two-rows': nothing })

export const twoRows = (
  upper: readonly Belief[],
  lower: readonly Belief[],
): Readonly<Record<Layout, readonly Frame[]>> => ({
  'one-row': nothing,
  'two-rows': [...steps(upper, 'upper'), gapFrame, ...steps(lower, 'lower')],
})
