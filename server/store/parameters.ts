import { Fault } from '../../shared/fault.ts'

/** What every home can bind alike. A flag is 0 or 1: SQLite refuses booleans where D1 takes them. */
export type Bindable = string | number | null | Uint8Array

/** Refuses what one home would take and another not (boolean, bigint, undefined, NaN, dates, objects), naming its place. */
export function bindable(parameters: readonly unknown[]): Bindable[] {
  return parameters.map((value, place) => {
    if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    throw new Fault(
      'broken',
      'DB-04',
      `parameter ${place + 1} is ${typeof value}: only text, finite numbers, bytes, null`,
    )
  })
}
