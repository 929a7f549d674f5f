/** As base45, without its four characters that the fragment of an address cannot hold or that mail and chat cut off. */
import { pairCoding } from './pair-coding.ts'

export const base41Alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-:/'
export const { encode: toBase41, decode: fromBase41 } = pairCoding(base41Alphabet)
