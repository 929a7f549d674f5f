import { beijing, type Instant } from '../instant.ts'

/** A case as it is read out over the phone: `220516-0007`, day and running number of that day. */
export type CaseNumber = { readonly day: number; readonly no: number }

/** The Beijing day as 20220516. */
export function caseDay(at: Instant): number {
  const { year, month, day } = beijing(at)
  return (year * 100 + month) * 100 + day
}

export const showCaseNumber = ({ day, no }: CaseNumber): string =>
  `${String(day).slice(2)}-${String(no).padStart(4, '0')}`

/**
 * As it is typed: `220516-0007`, `2205160007`, `20220516-7`; up to four digits alone are today's. undefined = not a number of a case.
 */
export function readCaseNumber(text: string, now: Instant): CaseNumber | undefined {
  const typed = text.normalize('NFKC').replace(/^\s*#|\s/g, '')
  const [, alone] = /^(\d{1,4})$/.exec(typed) ?? []
  if (alone !== undefined) return numbered(caseDay(now), alone)
  const [, day, no] = /^((?:20)?\d{6})-(\d{1,6})$/.exec(typed) ?? /^(\d{6})(\d{4})$/.exec(typed) ?? []
  if (day === undefined || no === undefined) return undefined
  return numbered(Number(day.length === 6 ? `20${day}` : day), no)
}

const numbered = (day: number, no: string): CaseNumber | undefined =>
  Number(no) === 0 ? undefined : { day, no: Number(no) }
