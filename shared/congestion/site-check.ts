import { Fault } from '../fault.ts'

export type Sign = {
  /** In its code; it stays with the sign when that is moved. */
  readonly number: number
  /** To the booth line. */
  readonly metres: number
}
export type Described = {
  readonly approachMetres: number
  readonly greenLane: number | null
  readonly fenceMetres: number | null
  readonly signs: readonly Sign[]
}

const refuse = (code: string, path: string, message: string): never => {
  throw new Fault('bad-input', code, message, { path })
}

/**
 * What somebody says of a checkpoint's road must go together.
 * @throws Fault bad-input CP-10 … CP-13 naming the field
 */
export function refuseOddSite({ approachMetres, greenLane, fenceMetres, signs }: Described, lanes: number): void {
  if (greenLane !== null && greenLane > lanes) refuse('CP-10', 'greenLane', `there are ${lanes} lanes`)
  if (fenceMetres !== null && fenceMetres > approachMetres)
    refuse('CP-11', 'fenceMetres', 'the fence lies beyond the approach')
  signs.forEach(({ number, metres }, place) => {
    if (metres > approachMetres) refuse('CP-12', `signs.${place}.metres`, 'the sign stands beyond the approach')
    const before = signs.slice(0, place)
    if (before.some((one) => one.number === number)) refuse('CP-13', `signs.${place}.number`, 'two signs of one number')
    if (before.some((one) => one.metres === metres)) refuse('CP-13', `signs.${place}.metres`, 'two signs at one place')
  })
}
