import { plateProvinces } from '../../../shared/identity/plate.ts'

/** The plates that a freight checkpoint sees, by their make (GA 36-2018). */
export const plateTypes = ['blue', 'yellow', 'yellow-two-rows', 'trailer', 'green', 'yellow-green'] as const
export type PlateType = (typeof plateTypes)[number]

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '0123456789'

/** A plate of this type; every province comes up, and letters in the serial as often as they do on the road. */
export function randomPlate(type: PlateType, turn: number, random: () => number): string {
  const one = (from: string | readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const head = (plateProvinces[turn % plateProvinces.length] ?? '') + one(letters)
  const serial = (length: number) =>
    Array.from({ length }, () => (random() < 0.3 ? one(letters) : one(digits))).join('')
  const number = (length: number) => Array.from({ length }, () => one(digits)).join('')
  if (type === 'trailer') return `${head}${serial(4)}挂`
  if (type === 'green') return `${head}${one('ABCDEFGHJK')}${random() < 0.2 ? one(letters) : one(digits)}${number(4)}`
  if (type === 'yellow-green') return `${head}${number(5)}${one('ABCDEFGHJK')}`
  return head + serial(5)
}
