/** RFC 9285, strict: two bytes are three characters of the QR alphanumeric set, an odd last byte is two. */
import { pairCoding } from './pair-coding.ts'

export const { encode: toBase45, decode: fromBase45 } = pairCoding('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')
