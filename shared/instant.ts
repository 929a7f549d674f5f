/**
 * Time in the domain. An `Instant` is milliseconds since 1970-01-01T00:00:00Z; nothing in `shared/` reads a clock, so
 * `now` is always an argument. The documents count in whole minutes and in Beijing time (UTC+8, no summer time).
 */
export type Instant = number & { readonly __brand: 'Instant' }

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const instant = (milliseconds: number): Instant => milliseconds as Instant

export const plus = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds)

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** The Beijing years 0000 to 9999, which four digits can write again. */
const writable = { from: Date.parse('0000-01-01T00:00:00+08:00'), until: Date.parse('9999-12-31T23:59:59.999+08:00') }

/** Reads an ISO 8601 moment that names its offset; `undefined` for anything else (a local time is nobody's time). */
export function parseInstant(text: string): Instant | undefined {
  if (!iso.test(text)) return undefined
  const milliseconds = Date.parse(text)
  if (!(milliseconds >= writable.from && milliseconds <= writable.until)) return undefined
  // Date.parse rolls 02-30 over to 03-02; a date that does not exist is refused instead.
  const [year = 0, month = 0, date = 0] = text.slice(0, 10).split('-').map(Number)
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return date >= 1 && date <= daysInMonth ? instant(milliseconds) : undefined
}

/** The start of the minute that holds the instant (all offsets are whole minutes, so this is the same everywhere). */
export const floorMinute = (at: Instant): Instant => instant(Math.floor(at / minute) * minute)

/** Whole minutes from one moment to another, each floored to its minute first: the documents' way of counting. */
export const minutesBetween = (from: Instant, to: Instant): number => (floorMinute(to) - floorMinute(from)) / minute

const digits = (n: number, length: number) => String(n).padStart(length, '0')
const two = (n: number) => digits(n, 2)

/** Beijing calendar fields. */
export function beijing(at: Instant) {
  const shifted = new Date(at + 8 * hour)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  }
}

/** ISO 8601 with the Beijing offset and whole seconds: 2022-05-16T10:00:00+08:00. */
export function beijingIso(at: Instant): string {
  const b = beijing(at)
  return `${digits(b.year, 4)}-${two(b.month)}-${two(b.day)}T${two(b.hour)}:${two(b.minute)}:${two(b.second)}+08:00`
}

/** On screens: 05-16 10:05. */
export function shortTime(at: Instant): string {
  const b = beijing(at)
  return `${two(b.month)}-${two(b.day)} ${two(b.hour)}:${two(b.minute)}`
}

/** On documents: 2022年5月16日10时05分. */
export function documentTime(at: Instant): string {
  const b = beijing(at)
  return `${b.year}年${b.month}月${b.day}日${b.hour}时${two(b.minute)}分`
}
