import type { Language } from '../../ui/language.tsx'
import { clause, isClause } from '../../../shared/policy/documents.ts'
import {
  amendable,
  choices,
  isAmendableNumber,
  isChoice,
  pairs,
  temperaturePair,
  type Bounds,
  type ChoiceWord,
} from '../../../shared/policy/amendment-bounds.ts'
import { parameters, type ParameterName } from '../../../shared/policy/parameters.ts'
import { numberWords, valueWords } from '../../../shared/wording/law-words.ts'
import { wordings } from '../../../shared/wording/verdict-lines.ts'

/** What each number governs, in the order of the drafting form. A number without a group does not compile. */
const groupOf = {
  testValidity: 'test',
  testClockBasis: 'test',
  normalTemperatureMax: 'test',
  abnormalTemperatureMin: 'test',
  temperatureRecheckAfter: 'test',
  pendingSampleWindow: 'test',
  transferPointTestValidity: 'test',
  priorReleaseWindow: 'passage',
  freightCodeLife: 'passage',
  passLife: 'passage',
  registrationLead: 'passage',
  registrationReminders: 'passage',
  registrationReminderGap: 'passage',
  driverWhitelistMin: 'risk',
  driverWhitelistReminder: 'risk',
  riskLookBack: 'risk',
  riskStayMin: 'risk',
  twoTestsMinGap: 'codes',
  twoTestsMaxGap: 'codes',
  overstayClearsOnLeaving: 'codes',
  selfReportedLeavingWait: 'codes',
  appealTarget: 'codes',
  appealAlert: 'codes',
  trackingResultWithin: 'follow',
  testReminderFirst: 'follow',
  testReminderLast: 'follow',
  timerDelayMax: 'follow',
  arrivalReminderAfter: 'follow',
  arrivalAlertAfter: 'follow',
  hotlineDispatchWithin: 'follow',
  hotlineReplyWithin: 'follow',
  congestionClock: 'ladder',
  congestionLeader: 'ladder',
  congestionAllStaff: 'ladder',
  congestionPrincipals: 'ladder',
  congestionMetres: 'ladder',
  congestionStartWait: 'ladder',
  congestionForecastAhead: 'ladder',
  congestionStaffPerLane: 'ladder',
  congestionStartMetres: 'ladder',
  congestionStartAfter: 'ladder',
  congestionEndWait: 'ladder',
  congestionEndMetres: 'ladder',
  congestionEndAfter: 'ladder',
  congestionRestart: 'ladder',
  congestionReportHolds: 'ladder',
  congestionJudgeWithin: 'ladder',
  congestionAnswerWithin: 'ladder',
  congestionOnSiteWithin: 'ladder',
  congestionUpdateEvery: 'ladder',
  congestionLateAfter: 'ladder',
  regionRisesWithin: 'ladder',
  regionClosedFor: 'ladder',
  regionNeighbours: 'ladder',
  regionOverAfter: 'ladder',
  roadBlockRisesAfter: 'ladder',
  serviceAreaReopens: 'ladder',
  amendmentNotice: 'law',
  temperatureMin: 'law',
  temperatureMax: 'law',
  futureTolerance: 'law',
} as const satisfies Record<ParameterName, string>
export type Group = (typeof groupOf)[ParameterName]
export const groups = [
  'test',
  'passage',
  'risk',
  'codes',
  'follow',
  'ladder',
  'law',
] as const satisfies readonly Group[]

export const isParameter = (name: string): name is ParameterName => Object.hasOwn(parameters, name)
const parameterNames: readonly ParameterName[] = Object.keys(groupOf).filter(isParameter)
export const numbersIn = (group: Group): readonly ParameterName[] =>
  parameterNames.filter((name) => groupOf[name] === group)

/** A number that a newer server has and this page does not know keeps its own name. */
export const captionOf = (name: string, language: Language): string =>
  isParameter(name) ? numberWords[name].name[language] : name

export function unitOf(name: string, language: Language): string {
  if (!isParameter(name)) return ''
  return language === 'zh' ? numberWords[name].unit : parameters[name].unit
}

export const shownValue = (value: number | string, language: Language): string =>
  valueWords[value]?.[language] ?? String(value)

export function clauseInWords(ref: string | null, language: Language): string | undefined {
  if (ref === null || !isClause(ref)) return undefined
  const { document, article } = clause(ref)
  return wordings[language].clause(document.short[language], article, undefined)
}

/** undefined: a choice of words, not a number; null: not for the city to set. */
export function boundsOf(name: ParameterName): Bounds | null | undefined {
  if (isChoice(name)) return undefined
  return isAmendableNumber(name) ? amendable[name] : null
}

const together: readonly (readonly string[])[] = [...pairs, temperaturePair].map(({ low, high }) => [low, high])

/** Itself, and the numbers that are amended with it, those that go with these among them. */
export function withPair(name: ParameterName): readonly ParameterName[] {
  const found = new Set<string>([name])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const pair of together) if (pair.some((one) => found.has(one))) pair.forEach((one) => found.add(one))
  }
  return [...found].filter(isParameter)
}

/** The words that may be chosen; of a number none. */
export const choicesOf = (name: ParameterName): readonly ChoiceWord[] => (isChoice(name) ? choices[name] : [])
