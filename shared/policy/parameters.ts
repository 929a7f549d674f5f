/**
 * Every number of the law: with its unit, the clause it stands in (or `proposal` where no clause gives it and the city
 * command may set it), and the day somebody last held it against the documents. Data only. A new number is a new row.
 */
import type { ClauseRef } from './documents.ts'
import type { SuperiorDocument } from './amendment.ts'
import { codeParameters } from './parameters-codes.ts'
import { congestionParameters } from './parameters-congestion.ts'
import { networkParameters } from './parameters-network.ts'
import { regionParameters } from './parameters-region.ts'

export type Dated<V extends number | string = number> = {
  readonly unit: string
  readonly checked: string
  /** Why this number, where no clause gives it. */
  readonly proposal?: string
  /** Half-open: from its `from` up to, but not including, its `until`. */
  readonly values: readonly [DatedValue<V>, ...DatedValue<V>[]]
}
export type DatedValue<V> = {
  readonly from: string
  readonly until?: string
  readonly value: V
  readonly clause?: ClauseRef
  /** What was registered with the amendment that set this value. */
  readonly document?: SuperiorDocument
}

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const parameters = {
  testValidity: {
    unit: 'hours, counted in whole minutes; exactly this long is still valid',
    checked,
    values: [{ from: since, value: 48, clause: 'jiaozuo-20#3' }],
  },
  testClockBasis: {
    unit: "'report' counts from the report, else from the sample; 'sample' the other way round",
    checked,
    proposal: 'a certificate exists only once it is issued; the articles count from the result',
    values: [{ from: since, value: 'report' }],
  },
  normalTemperatureMax: {
    unit: '℃',
    checked,
    proposal: "the articles say normal; the city's notice of 2022-03-30 says not above 37.2",
    values: [{ from: since, value: 37.2, clause: 'jiaozuo-20#3' }],
  },
  abnormalTemperatureMin: {
    unit: '℃',
    checked,
    proposal: 'thermometers show one decimal: the next step above normal',
    values: [{ from: since, value: 37.3 }],
  },
  temperatureRecheckAfter: {
    unit: 'minutes',
    checked,
    proposal: 'time for a driver to cool down in the shade',
    values: [{ from: since, value: 5 }],
  },
  temperatureMin: {
    unit: '℃, a lower reading is a mistake',
    checked,
    proposal: 'range of a thermometer',
    values: [{ from: since, value: 30 }],
  },
  temperatureMax: {
    unit: '℃, a higher reading is a mistake',
    checked,
    proposal: 'range of a thermometer',
    values: [{ from: since, value: 45 }],
  },
  priorReleaseWindow: {
    unit: 'hours, counted in whole minutes',
    checked,
    proposal:
      "the article forbids a second inspection without a span; 24 h follows the city's inspection slip of 2022-03-30",
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#6' }],
  },
  pendingSampleWindow: {
    unit: 'hours since the sample was taken',
    checked,
    proposal: 'a sample on its way is the nucleic half of the test, so nobody is sampled twice in a day',
    values: [{ from: since, value: 24 }],
  },
  driverWhitelistMin: {
    unit: 'hours',
    checked,
    values: [{ from: since, value: 168, clause: 'henan-notice-13#6' }],
  },
  transferPointTestValidity: {
    unit: 'hours, at the entry to a transfer point in a closed city',
    checked,
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#11' }],
  },
  futureTolerance: {
    unit: 'minutes that a recorded time may lie after now',
    checked,
    proposal: 'two clocks never agree to the second',
    values: [{ from: since, value: 2 }],
  },
  freightCodeLife: {
    unit: 'hours',
    checked,
    proposal: 'one trip; the driver may refresh at any time',
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#2' }],
  },
  passLife: {
    unit: 'days',
    checked,
    proposal: 'the province sets the period; ten days is the practice of a neighbour',
    values: [{ from: since, value: 10, clause: 'jiaozuo-20#8' }],
  },
  registrationLead: {
    unit: 'hours of advice before arrival; never a condition',
    checked,
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#5' }],
  },
  riskLookBack: {
    unit: 'days before the inspection for which stays in a listed area are asked',
    checked,
    proposal: 'window of the trip card in spring 2022',
    values: [{ from: since, value: 14 }],
  },
  riskStayMin: {
    unit: 'hours; a shorter stop or a drive-through is no stay',
    checked,
    proposal: 'ministry of transport, 2022-04-18',
    values: [{ from: since, value: 4 }],
  },
  amendmentNotice: {
    unit: 'hours at least from the publication of a regular amendment to its first moment',
    checked,
    proposal: 'a day, so that every checkpoint has read it before it binds; an emergency needs none',
    values: [{ from: since, value: 24 }],
  },
  ...codeParameters,
  ...congestionParameters,
  ...regionParameters,
  ...networkParameters,
} as const satisfies Record<string, Dated<number | string>>

export type ParameterName = keyof typeof parameters
/** Parameters whose value is a word and no number. */
export type Choices = {
  readonly testClockBasis: 'report' | 'sample'
  readonly congestionClock: 'wait' | 'incident' | 'either'
}
export type ChoiceName = keyof Choices
/** A set of parameters: these, or these with other values (an overlay, a switch tried out). */
export type Parameters = {
  readonly [K in ParameterName]: Dated<K extends ChoiceName ? Choices[K] : number>
}
