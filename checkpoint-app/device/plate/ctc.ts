import type { Frame } from './emissions.ts'
import { isWhole, startOf, waysFrom, type Layout, type Place } from './grammar.ts'

/** A plate that the picture may show, and the logarithm of how likely the picture says so. */
export type Candidate = { readonly plate: string; readonly score: number }

/** Readings kept from step to step. */
const beamWidth = 24
/** Characters tried at each step: those after them have never been the right ones. */
const triedPerStep = 12

/** A beginning of a plate: how likely it is with its last step blank, and with its last step the last character. */
type Beginning = { readonly place: Place; blank: number; character: number }

/** log(e^a + e^b) */
export function plus(a: number, b: number): number {
  const [more, less] = a > b ? [a, b] : [b, a]
  return less === -Infinity ? more : more + Math.log1p(Math.exp(less - more))
}

const total = ({ blank, character }: Beginning) => plus(blank, character)

/**
 * Reads the steps of the recogniser as CTC means them (a blank or a repetition adds nothing), and only as plates: a beam search
 * that goes no way which the forms do not have. Best first; every answer is a plate of a known form.
 */
export function platesIn(frames: readonly Frame[], layout: Layout): readonly Candidate[] {
  let beam = new Map<string, Beginning>([['', { place: startOf(layout), blank: 0, character: -Infinity }]])
  for (const frame of frames) beam = best(step(beam, frame))
  return [...beam]
    .filter(([, { place }]) => isWhole(place))
    .map(([plate, beginning]) => ({ plate, score: total(beginning) }))
    .toSorted((a, b) => b.score - a.score)
}

function step(beam: ReadonlyMap<string, Beginning>, frame: Frame): Map<string, Beginning> {
  const next = new Map<string, Beginning>()
  const at = (text: string, place: Place): Beginning => {
    const found = next.get(text) ?? { place, blank: -Infinity, character: -Infinity }
    next.set(text, found)
    return found
  }
  for (const [text, beginning] of beam) {
    const { place, blank, character } = beginning
    const last = text.slice(-1)
    const stays = at(text, place)
    stays.blank = plus(stays.blank, total(beginning) + frame.none)
    const repeated = frame.characters[last]
    if (repeated !== undefined) stays.character = plus(stays.character, character + repeated)
    for (const [further, leads, likely] of likelyWays(place, frame)) {
      const grown = at(text + further, leads)
      // The same character twice needs a blank between the two.
      grown.character = plus(grown.character, likely + (further === last ? blank : total(beginning)))
    }
  }
  return next
}

function likelyWays(place: Place, frame: Frame): readonly (readonly [string, Place, number])[] {
  const ways: (readonly [string, Place, number])[] = []
  for (const [character, leads] of waysFrom(place, frame.row)) {
    const likely = frame.characters[character]
    if (likely !== undefined) ways.push([character, leads, likely])
  }
  return ways.length <= triedPerStep ? ways : ways.sort((a, b) => b[2] - a[2]).slice(0, triedPerStep)
}

const best = (beam: ReadonlyMap<string, Beginning>): Map<string, Beginning> =>
  beam.size <= beamWidth
    ? new Map(beam)
    : new Map([...beam].sort(([, a], [, b]) => total(b) - total(a)).slice(0, beamWidth))
