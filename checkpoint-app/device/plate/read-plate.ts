import { seesPlate } from './agreement.ts'
import { classMeaning } from './alphabet.ts'
import { plus, platesIn, type Candidate } from './ctc.ts'
import { framesOf, gapFrame, type Frame } from './emissions.ts'
import type { Layout } from './grammar.ts'
import { rowBoxes, type Cut } from './guide.ts'
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
/** A first look that is clearer than this needs no other: it has hardly ever been wrong. */
const sureBy = 2.5

/** One way to look at a picture: how closely the rows are cut out, and whether light and dark change places. */
type Look = { readonly cut: Cut; readonly negative: boolean }
const firstLook: Look = { cut: 'wide', negative: false }
/** As unlike the first as they can be, so that they err elsewhere. */
const furtherLooks: readonly Look[] = [
  { cut: 'close', negative: true },
  { cut: 'closest', negative: false },
]

/** A plate that a look finds likely, and the layout in which it was found. */
type Seen = Candidate & { readonly layout: Layout }
type Frames = Readonly<Record<Layout, readonly Frame[]>>

/**
 * Reads the plate in the guide box; where one look sees a plate and is unsure which, by the mean of three. It takes the picture and nothing else: a
 * plate that a code names, or a list of expected trucks, would pull the reading towards itself and hide a cloned plate.
 */
export async function readPlate(guide: Picture, recognise: Recognise): Promise<PlateReading | undefined> {
  const looks = [seenIn(await look(guide, firstLook, recognise))]
  const reading = told(meanOf(looks))
  if (reading === undefined || reading.gap >= sureBy || !seesPlate(reading)) return reading
  for (const further of furtherLooks) looks.push(seenIn(await look(guide, further, recognise)))
  return told(meanOf(looks))
}

/** Runs the recogniser on the rows of both layouts. */
async function look(guide: Picture, { cut, negative }: Look, recognise: Recognise): Promise<Frames> {
  const rows = new Float32Array(3 * rowNumbers)
  const { single, upper, lower } = rowBoxes(guide, cut)
  for (const [place, box] of [single, upper, lower].entries()) stretchRow(guide, box, rows, place * rowNumbers)
  const shares = await recognise(negative ? rows.map((value) => -value) : rows, 3)
  const length = shares.length / 3
  const part = (place: number) => shares.subarray(place * length, (place + 1) * length)
  return {
    'one-row': framesOf(part(0), undefined),
    'two-rows': [...framesOf(part(1), 'upper'), gapFrame, ...framesOf(part(2), 'lower')],
  }
}

const seenIn = (frames: Frames): readonly Seen[] =>
  (['one-row', 'two-rows'] as const).flatMap((layout) =>
    platesIn(frames[layout], layout).map((candidate) => ({ ...candidate, layout })),
  )

/** Looks at one picture, each believed as much as the others: what only one of them finds keeps its share of the whole. */
function meanOf(looks: readonly (readonly Seen[])[]): readonly Seen[] {
  const plates = new Map<string, Seen>()
  for (const seen of looks.flat()) {
    const key = `${seen.layout} ${seen.plate}`
    const share = seen.score - Math.log(looks.length)
    plates.set(key, { ...seen, score: plus(share, plates.get(key)?.score ?? -Infinity) })
  }
  return [...plates.values()]
}

/** The likelier layout is the layout; the second best plate may be of the other. */
function told(seen: readonly Seen[]): PlateReading | undefined {
  const plates = new Map<string, Seen>()
  for (const each of seen.toSorted((a, b) => b.score - a.score))
    if (!plates.has(each.plate)) plates.set(each.plate, each)
  const [first, second] = plates.values()
  if (first === undefined) return undefined
  const candidates = [...plates.values()].slice(0, shown).map(({ plate, score }) => ({ plate, score }))
  return { layout: first.layout, candidates, gap: first.score - (second?.score ?? -Infinity) }
}

/** What one look comes to. */
export const readingOf = (frames: Frames): PlateReading | undefined => told(seenIn(frames))

/** Steps that the recogniser takes across one row. */
export const stepsOf = (shares: Float32Array): number => shares.length / classMeaning.length
