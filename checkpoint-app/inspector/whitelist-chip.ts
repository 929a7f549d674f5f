import type { Facts } from '../../shared/facts.ts'
import { beijing, instant } from '../../shared/instant.ts'
import { onDriverWhitelist } from '../../shared/policy/readings/codes.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import type { Language } from '../../shared/wording/language.ts'

/** Somebody on board stands on the drivers' white list in a way that counts now. */
export const isWhitelisted = ({ crew }: Facts, { judgedAt, numbers }: Verdict): boolean =>
  crew.some((person) => onDriverWhitelist(person, judgedAt, numbers))

const two = (n: number) => String(n).padStart(2, '0')

/** ＋白名单（至05-23）; the sign where it changed the verdict. */
export function whitelistChip({ crew }: Facts, language: Language, sign = ''): string {
  const to = crew.find(({ driverWhitelist }) => driverWhitelist)?.driverWhitelist?.to
  const { month, day } = beijing(to ?? instant(0))
  const date = `${two(month)}-${two(day)}`
  if (language === 'en') return `${sign === '' ? '' : '+ '}White list${to === undefined ? '' : ` (until ${date})`}`
  return `${sign}白名单${to === undefined ? '' : `（至${date}）`}`
}
