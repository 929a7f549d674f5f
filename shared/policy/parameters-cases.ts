/**
 * Times of a 12328 case that decide no verdict, in the form of `parameters.ts` and outside the edition on purpose, as the booth's
 * times are. The two that article 12 is measured by, `hotlineDispatchWithin` and `hotlineReplyWithin`, stand in `parameters-codes.ts`:
 * the city may amend those. Data only.
 */
import type { Dated } from './parameters.ts'

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const caseParameters = {
  caseAcceptWithin: {
    unit: 'minutes from a report on a phone to its acceptance; the clock of the first reply starts here at the latest',
    checked,
    proposal: 'a call is accepted by answering it; a report in writing must not wait longer than a dispatch may take',
    values: [{ from: since, value: 5, clause: 'jiaozuo-20#12' }],
  },
  caseCallBackAfter: {
    unit: 'minutes from the reply until the reporter is to be called back',
    checked,
    proposal: 'time to see whether the road is clear again and to answer on the phone himself',
    values: [{ from: since, value: 30, clause: 'jiaozuo-20#12' }],
  },
  caseCallBackWithin: {
    unit: 'hours from the reply to the call',
    checked,
    proposal: 'a driver remembers what happened yesterday',
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#12' }],
  },
  caseCallsUnanswered: {
    unit: 'calls that nobody answered after which a case may be closed without a word of the reporter',
    checked,
    proposal: 'a driver at the wheel does not answer; three times in a day is an honest try',
    values: [{ from: since, value: 3 }],
  },
} as const satisfies Record<string, Dated>

export type CaseNumbers = {
  /** Minutes. */
  readonly acceptWithin: number
  readonly dispatchWithin: number
  readonly replyWithin: number
  readonly callBackAfter: number
  /** Hours. */
  readonly callBackWithin: number
  /** Calls. */
  readonly callsUnanswered: number
}
