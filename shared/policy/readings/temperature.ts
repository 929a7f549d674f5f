import type { Numbers } from '../numbers.ts'

export type TemperatureReading = 'normal' | 'abnormal' | 'unmeasured' | 'measure-again'

/**
 * One abnormal reading is measured again; only the last two together can be abnormal, and a normal last one is normal
 * whatever came before.
 */
export function readTemperature(readings: readonly number[] | undefined, numbers: Numbers): TemperatureReading {
  const last = readings?.at(-1)
  if (last === undefined) return 'unmeasured'
  if (last < numbers.abnormalTemperatureMin) return 'normal'
  const before = readings?.at(-2)
  return before !== undefined && before >= numbers.abnormalTemperatureMin ? 'abnormal' : 'measure-again'
}
