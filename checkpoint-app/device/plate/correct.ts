import { parsePlate, plateProvinces } from '../../../shared/identity/plate.ts'

const others = Array.from('1234567890QWERTYUPASDFGHJKLZXCVBNM挂学警港澳')

const replaced = (plate: string, place: number, character: string) =>
  Array.from(plate, (each, at) => (at === place ? character : each)).join('')

const isPlate = (text: string) => {
  const reading = parsePlate(text)
  return reading.ok && reading.kind !== 'other'
}

/** The keys for one place of a plate: all that might stand there, and whether the whole is still a plate with it. */
export function keysFor(plate: string, place: number): readonly { readonly key: string; readonly open: boolean }[] {
  const keys = place === 0 ? plateProvinces : others
  return keys.map((key) => ({ key, open: isPlate(replaced(plate, place, key)) }))
}

export const corrected = replaced

/** A plate and all that differ from it in one place. */
export function oneOff(plate: string): readonly string[] {
  const others = Array.from(plate, (_, place) => keysFor(plate, place).filter(({ open }) => open)).map((keys, place) =>
    keys.map(({ key }) => replaced(plate, place, key)),
  )
  return [...new Set([plate, ...others.flat()])]
}

/** Plates known from elsewhere that differ from a reading in one or two places; they are offered, never put in its place. */
export function nearBy(plate: string, known: readonly string[], most = 2): readonly string[] {
  const distance = (other: string) =>
    other.length === plate.length ? Array.from(other).filter((each, at) => each !== plate[at]).length : Infinity
  return known
    .map((other) => ({ other, far: distance(other) }))
    .filter(({ far }) => far > 0 && far <= most)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ other }) => other)
}
