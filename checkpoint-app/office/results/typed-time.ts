import { hour, instant, minute, parseInstant, type Instant } from '../../../shared/instant.ts'

export type TypedTime = Instant | 'empty' | 'no-hour' | 'unreadable'

const two = (digits: string) => digits.padStart(2, '0')
const spaced =
  /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?[T\s]*(?:(\d{1,2})[:时点](\d{1,2})[分]?(?::?(\d{1,2})秒?)?)?$/
const packed = /^(\d{4})(\d{2})(\d{2})[T\s]*(?:(\d{2}):?(\d{2}):?(\d{2})?)?$/
/** Days since 1899-12-30 with a fraction, as a spreadsheet stores a time; 1970-01-01 is day 25569. */
const serial = /^(4\d{4}|5\d{4})(\.\d+)?$/

function fromSerial(text: string): TypedTime {
  if (!text.includes('.')) return 'no-hour'
  const local = Math.round((Number(text) - 25_569) * 1440) * minute
  return instant(local - 8 * hour)
}

/** Reads a time as people and spreadsheets write it, Beijing time unless it names its offset. A day alone is not enough. */
export function readTypedTime(typed: string): TypedTime {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return 'empty'
  const exact = parseInstant(text)
  if (exact !== undefined) return exact
  if (serial.test(text)) return fromSerial(text)
  const [, year, month, day, hours, minutes, seconds] = spaced.exec(text) ?? packed.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return 'unreadable'
  if (hours === undefined || minutes === undefined) return 'no-hour'
  const iso = `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minutes)}:${two(seconds ?? '0')}+08:00`
  return parseInstant(iso) ?? 'unreadable'
}
