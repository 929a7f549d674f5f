import { classMeaning } from './alphabet.ts'
import { platesIn, type Candidate } from './ctc.ts'
import { framesOf, gapFrame, type Frame } from './emissions.ts'
import type { Layout } from './grammar.ts'
import { rowBoxes } from './guide.ts'
import { rowNumbers, stretchRow, type Picture } from './stretch.ts'

/** What one picture says: the likeliest plates of either layout, best first. */
export type PlateReading = {
  readonly layout: Layout
  readonly candidates: readonly Candidate[]
  /** How much likelier the first is than the second, as a logarithm. */
  readonly gap: number
}

/** Runs the recogniser on rows of pictures; answers for each row the shares of the classes at each step. */
export type Recognise = (rows: Float32Array, count: number) => Promise<Float32Array>

const shown = 3

/**
 * Reads the plate in the guide box. It takes the picture and nothing else: a plate that a code names, or a list of expected
 * trucks, would pull the reading towards itself and hide a cloned plate.
 */
export async function readPlate(guide: Picture, recognise: Recognise): Promise<PlateReading | undefined> {
  const rows = new Float32Array(3 * rowNumbers)
  const { single, upper, lower } = rowBoxes(guide)
  for (const [place, box] of [single, upper, lower].entries()) stretchRow(guide, box, rows, place * rowNumbers)
  const shares = await recognise(rows, 3)
  const length = shares.length / 3
  const part = (place: number) => shares.subarray(place * length, (place + 1) * length)
  return readingOf({
    'one-row': framesOf(part(0), undefined),
    'two-rows': [...framesOf(part(1), 'upper'), gapFrame, ...framesOf(part(2), 'lower')],
  })
}

/** The likelier layout is the layout; the second best plate may be of the other. */
export function readingOf(frames: Readonly<Record<Layout, readonly Frame[]>>): PlateReading | undefined {
  const all = (['one-row', 'two-rows'] as const)
    .flatMap((layout) => platesIn(frames[layout], layout).map((candidate) => ({ layout, candidate })))
    .toSorted((a, b) => b.candidate.score - a.candidate.score)
  const [first] = all
  if (first === undefined) return undefined
  const seen = new Map<string, Candidate>()
  for (const { candidate } of all) if (!seen.has(candidate.plate)) seen.set(candidate.plate, candidate)
  const candidates = [...seen.values()].slice(0, shown)
  const gap = first.candidate.score - (candidates[1]?.score ?? -Infinity)
  return { layout: first.layout, candidates, gap }
}

/** Steps that the recogniser takes across one row. */
export const stepsOf = (shares: Float32Array): number => shares.length / classMeaning.length
