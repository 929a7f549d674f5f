/** Numbers of what follows a verdict: how codes clear, how long things are followed, when somebody is reminded. Data only. */
import type { Dated } from './parameters.ts'

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const codeParameters = {
  twoTestsMinGap: {
    unit: 'hours between the two samples, counted in whole minutes; exactly this long counts',
    checked,
    proposal: 'the articles say two tests in three days; practice takes them a day apart',
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#7' }],
  },
  twoTestsMaxGap: {
    unit: 'hours between the two samples, counted in whole minutes; exactly this long counts',
    checked,
    proposal: 'three days, counted from the first sample; a missed window costs nothing, any later pair counts',
    values: [{ from: since, value: 72, clause: 'jiaozuo-20#7' }],
  },
  overstayClearsOnLeaving: {
    unit: '1 = leaving with a valid test clears an overstay too, 0 = it does not',
    checked,
    proposal: 'the article says it of a code given at a checkpoint; a code of ours has no use once its holder is gone',
    values: [{ from: since, value: 1 }],
  },
  selfReportedLeavingWait: {
    unit: 'hours without a contrary record until a departure that only the driver reports counts',
    checked,
    proposal: 'long enough for a checkpoint or a company to have seen him',
    values: [{ from: since, value: 2 }],
  },
  testReminderFirst: {
    unit: 'hours before a test lapses',
    checked,
    proposal: 'time to be tested on the way',
    values: [{ from: since, value: 12 }],
  },
  testReminderLast: {
    unit: 'hours before a test lapses',
    checked,
    proposal: 'time to reach the nearest test point',
    values: [{ from: since, value: 4 }],
  },
  trackingResultWithin: {
    unit: 'hours from release to the result of the sample',
    checked,
    proposal: 'laboratories answer within a day',
    values: [{ from: since, value: 24, clause: 'jiaozuo-20#7' }],
  },
  timerDelayMax: {
    unit: 'minutes after which something due counts as late',
    checked,
    proposal: 'the articles say at once',
    values: [{ from: since, value: 1 }],
  },
  arrivalReminderAfter: {
    unit: 'hours after the expected arrival at the company',
    checked,
    proposal: 'more than an ordinary delay on the road',
    values: [{ from: since, value: 2, clause: 'jiaozuo-20#9' }],
  },
  arrivalAlertAfter: {
    unit: 'hours after the expected arrival at the company',
    checked,
    proposal: 'the company has had time to find the truck',
    values: [{ from: since, value: 6, clause: 'jiaozuo-20#9' }],
  },
  driverWhitelistReminder: {
    unit: 'hours before an entry ends',
    checked,
    proposal: 'time for the province to approve the next one',
    values: [{ from: since, value: 48, clause: 'henan-notice-13#6' }],
  },
  appealTarget: {
    unit: 'minutes from an appeal to its decision',
    checked,
    proposal: 'the articles say at once; this is for what a person must look at',
    values: [{ from: since, value: 15 }],
  },
  appealAlert: {
    unit: 'minutes from an appeal without a decision',
    checked,
    proposal: 'twice the target',
    values: [{ from: since, value: 30 }],
  },
  hotlineDispatchWithin: {
    unit: 'minutes from a call accepted to its dispatch',
    checked,
    proposal: 'the articles say at once',
    values: [{ from: since, value: 5 }],
  },
  hotlineReplyWithin: {
    unit: 'minutes from a call accepted to the first reply',
    checked,
    proposal: 'the articles say at once',
    values: [{ from: since, value: 30 }],
  },
  registrationReminders: {
    unit: 'messages a trip at most',
    checked,
    proposal: 'a second one for who overlooked the first, and no more',
    values: [{ from: since, value: 2, clause: 'jiaozuo-20#5' }],
  },
  registrationReminderGap: {
    unit: 'hours between two reminders of one trip',
    checked,
    proposal: 'one driving stretch',
    values: [{ from: since, value: 4 }],
  },
} as const satisfies Record<string, Dated>
