/**
 * Which numbers of the law the city's command may set, and within which bounds: a value outside them is a slip of the finger, not
 * a decision. Data only.
 */
import { clockBases } from './overlay-settings.ts'
import type { ChoiceName, Choices, ParameterName } from './parameters.ts'

export type Bounds = { readonly min: number; readonly max: number; readonly decimals: 0 | 1 }

const whole = (min: number, max: number): Bounds => ({ min, max, decimals: 0 })
const degrees = (min: number, max: number): Bounds => ({ min, max, decimals: 1 })

export const amendable = {
  testValidity: whole(12, 336),
  normalTemperatureMax: degrees(36.5, 38.5),
  abnormalTemperatureMin: degrees(36.6, 38.6),
  temperatureRecheckAfter: whole(1, 60),
  priorReleaseWindow: whole(1, 168),
  pendingSampleWindow: whole(1, 72),
  // The provincial notice gives seven days; a city may give more, not less.
  driverWhitelistMin: whole(168, 8760),
  transferPointTestValidity: whole(12, 168),
  freightCodeLife: whole(1, 168),
  passLife: whole(1, 365),
  registrationLead: whole(0, 168),
  riskLookBack: whole(1, 28),
  riskStayMin: whole(1, 72),
  amendmentNotice: whole(1, 720),
  twoTestsMinGap: whole(1, 72),
  twoTestsMaxGap: whole(24, 168),
  overstayClearsOnLeaving: whole(0, 1),
  selfReportedLeavingWait: whole(0, 24),
  testReminderFirst: whole(2, 48),
  testReminderLast: whole(1, 24),
  trackingResultWithin: whole(2, 72),
  timerDelayMax: whole(1, 15),
  arrivalReminderAfter: whole(1, 24),
  arrivalAlertAfter: whole(2, 48),
  driverWhitelistReminder: whole(1, 168),
  appealTarget: whole(1, 120),
  appealAlert: whole(2, 240),
  hotlineDispatchWithin: whole(1, 60),
  hotlineReplyWithin: whole(1, 240),
  registrationReminders: whole(0, 5),
  registrationReminderGap: whole(1, 24),
  // The articles call the leaders over 20, 30 and 60 minutes and watch over a kilometre: earlier is allowed, later is not.
  congestionLeader: whole(10, 20),
  congestionAllStaff: whole(11, 30),
  congestionPrincipals: whole(12, 60),
  congestionMetres: whole(500, 1000),
  congestionStartWait: whole(3, 10),
  congestionForecastAhead: whole(30, 360),
  congestionStaffPerLane: whole(1, 6),
  congestionStartMetres: whole(50, 500),
  congestionStartAfter: whole(1, 5),
  congestionEndWait: whole(1, 9),
  congestionEndMetres: whole(10, 400),
  congestionEndAfter: whole(2, 30),
  congestionRestart: whole(1, 60),
  congestionReportHolds: whole(1, 60),
  congestionJudgeWithin: whole(1, 15),
  congestionAnswerWithin: whole(1, 15),
  congestionOnSiteWithin: whole(5, 60),
  congestionUpdateEvery: whole(2, 30),
  congestionLateAfter: whole(1, 10),
  regionRisesWithin: whole(5, 120),
  regionClosedFor: whole(1, 30),
  regionNeighbours: whole(1, 10),
  regionOverAfter: whole(1, 60),
  roadBlockRisesAfter: whole(5, 120),
  // Three days, then it opens again: sooner is allowed, later is not.
  serviceAreaReopens: whole(1, 72),
} as const satisfies { readonly [P in ParameterName]?: Bounds }

/** Those that are a choice of words. */
export const choices = {
  testClockBasis: clockBases,
  congestionClock: ['wait', 'incident', 'either'],
} as const satisfies { readonly [C in ChoiceName]: readonly Choices[C][] }
export type ChoiceWord = Choices[ChoiceName]
export const isChoice = (name: string): name is ChoiceName => Object.hasOwn(choices, name)

export type AmendableNumber = keyof typeof amendable
export const isAmendableNumber = (name: string): name is AmendableNumber => Object.hasOwn(amendable, name)

/** Say what a record can hold, not what the law asks: ranges of a thermometer, the agreement of two clocks. */
export const fixed = ['temperatureMin', 'temperatureMax', 'futureTolerance'] as const satisfies readonly ParameterName[]

/** Numbers that say something only together: who sets one sets the other too, and the second lies at least this far above. */
export const pairs: readonly { readonly low: AmendableNumber; readonly high: AmendableNumber; readonly gap: number }[] =
  [
    { low: 'twoTestsMinGap', high: 'twoTestsMaxGap', gap: 0 },
    { low: 'testReminderLast', high: 'testReminderFirst', gap: 1 },
    { low: 'arrivalReminderAfter', high: 'arrivalAlertAfter', gap: 1 },
    { low: 'appealTarget', high: 'appealAlert', gap: 1 },
    { low: 'hotlineDispatchWithin', high: 'hotlineReplyWithin', gap: 0 },
    { low: 'congestionLeader', high: 'congestionAllStaff', gap: 1 },
    { low: 'congestionAllStaff', high: 'congestionPrincipals', gap: 1 },
    { low: 'congestionEndWait', high: 'congestionStartWait', gap: 1 },
    { low: 'congestionEndMetres', high: 'congestionStartMetres', gap: 10 },
  ]

/** The thermometer shows one decimal: the next step above normal is abnormal, with nothing between. */
export const temperaturePair = { low: 'normalTemperatureMax', high: 'abnormalTemperatureMin', step: 0.1 } as const
