/** The standard normal distribution, good to five digits. */

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/** The chance to lie above `z` (Abramowitz and Stegun 26.2.17). */
export function above(z: number): number {
  if (z < 0) return 1 - above(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return density(z) * sum
}

/** By how much what is known to lie above `z` lies higher than nothing, on the average: the hazard of the distribution. */
export const hazard = (z: number): number => (z > 5 ? z + 1 / z : density(z) / above(z))
