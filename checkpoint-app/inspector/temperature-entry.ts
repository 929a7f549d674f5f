import type { Numbers } from '../../shared/policy/numbers.ts'

/** A typed reading in ℃ with one decimal; `undefined` when it is none, or no thermometer shows it. 365 is read as 36.5. */
export function parseTemperature(
  text: string,
  { temperatureMin, temperatureMax }: Pick<Numbers, 'temperatureMin' | 'temperatureMax'>,
): number | undefined {
  const plain = text.normalize('NFKC').replace(',', '.').trim()
  if (!/^\d{2}\.?\d?$/.test(plain) && !/^\d{3}$/.test(plain)) return undefined
  const value = /^\d{3}$/.test(plain) ? Number(plain) / 10 : Number(plain)
  return value >= temperatureMin && value <= temperatureMax ? value : undefined
}

/** Tenths, counted in whole tenths so that no 36.800000000000004 appears. */
export function stepTemperature(text: string, tenths: number): string {
  const value = Number(text)
  return ((Math.round((Number.isFinite(value) ? value : 36.5) * 10) + tenths) / 10).toFixed(1)
}
