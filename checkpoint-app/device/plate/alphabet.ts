import { plateProvinces } from '../../../shared/identity/plate.ts'

/**
 * What the plate recogniser can say, in the order of its classes after the blank (class 0). More than a plate may carry: small
 * letters and the dot are on no plate, but the recogniser sees them where they are meant as capitals or as the gap.
 */
const capitals = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const small = Array.from('abcdefghijklmnopqrstuvwxyz')
const digits = Array.from('0123456789')
const signs = Array.from('挂学警港澳使领')
const dots = Array.from('·•.-')

export const plateAlphabet: readonly string[] = [...plateProvinces, ...capitals, ...digits, ...signs, ...small, ...dots]

/** Classes that are written alike in both sizes, or that no plate has: which character is meant; '' is nothing at all. */
const meant = (seen: string): string => {
  if (dots.includes(seen)) return ''
  const capital = seen.toUpperCase()
  return capital === 'O' ? '0' : capital === 'I' ? '1' : capital
}

/** For each class of the recogniser, blank first, the character of a plate that it stands for; '' for none. */
export const classMeaning: readonly string[] = ['', ...plateAlphabet.map(meant)]
