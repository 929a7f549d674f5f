/**
 * Numbers of the congestion ladder 拥堵响应 (decision table §4): when an incident begins and ends, and who is called when. They decide no
 * verdict and stand in the edition all the same, so that what binds is amended, dated and published in one way. Data only.
 */
import type { Dated } from './parameters.ts'

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const congestionParameters = {
  congestionClock: {
    unit: "'wait' = how long the truck now at the booth has waited, 'incident' = how long the incident lasts, 'either' = the longer",
    checked,
    proposal: 'the article says congestion time; a driver feels his wait, and the wait is what is measured',
    values: [{ from: since, value: 'wait' }],
  },
  congestionLeader: {
    unit: 'minutes; over, not at, the county leader commands on site',
    checked,
    values: [{ from: since, value: 20, clause: 'jiaozuo-20#19' }],
  },
  congestionAllStaff: {
    unit: 'minutes; over, not at, everybody on duty checks',
    checked,
    values: [{ from: since, value: 30, clause: 'jiaozuo-20#19' }],
  },
  congestionPrincipals: {
    unit: 'minutes; over, not at, the principal leaders of the county come; monitored from then on',
    checked,
    values: [{ from: since, value: 60, clause: 'jiaozuo-20#19' }],
  },
  congestionMetres: {
    unit: 'metres of queue; over, not at, it is monitored',
    checked,
    values: [{ from: since, value: 1000, clause: 'jiaozuo-20#16' }],
  },
  congestionStartWait: {
    unit: 'minutes of wait; this long counts as congested and brings people forward',
    checked,
    proposal: 'half of the first step',
    values: [{ from: since, value: 10, clause: 'jiaozuo-20#19' }],
  },
  congestionForecastAhead: {
    unit: 'minutes before an expected peak at which the head and the county are told of it',
    checked,
    proposal: 'time to call people in',
    values: [{ from: since, value: 120, clause: 'jiaozuo-20#19' }],
  },
  congestionStaffPerLane: {
    unit: 'people at one open lane',
    checked,
    proposal: 'one asks and reads, one checks the load',
    values: [{ from: since, value: 2 }],
  },
  congestionStartMetres: {
    unit: 'metres of queue; this long counts as congested',
    checked,
    proposal: 'some thirty trucks on two lanes',
    values: [{ from: since, value: 300 }],
  },
  congestionStartAfter: {
    unit: 'minutes without a break until the incident begins',
    checked,
    proposal: 'a convoy is through by then',
    values: [{ from: since, value: 3 }],
  },
  congestionEndWait: {
    unit: 'minutes of wait; shorter than this is clear',
    checked,
    proposal: 'half of what began it',
    values: [{ from: since, value: 5 }],
  },
  congestionEndMetres: {
    unit: 'metres of queue; shorter than this is clear',
    checked,
    proposal: 'a third of what began it',
    values: [{ from: since, value: 100 }],
  },
  congestionEndAfter: {
    unit: 'minutes without a break until the incident ends',
    checked,
    proposal: 'the next wave would be there',
    values: [{ from: since, value: 5 }],
  },
  congestionRestart: {
    unit: 'minutes after the end; what begins by then goes on with the same incident',
    checked,
    proposal: 'the same queue, hardly another',
    values: [{ from: since, value: 5 }],
  },
  congestionReportHolds: {
    unit: 'minutes after a report of staff in which no measurement ends the incident',
    checked,
    proposal: 'who stands there sees more than the model',
    values: [{ from: since, value: 10 }],
  },
  congestionJudgeWithin: {
    unit: 'minutes in which the head confirms or dismisses a report of a driver; then it counts as confirmed',
    checked,
    proposal: 'time to look out of the window',
    values: [{ from: since, value: 5 }],
  },
  congestionAnswerWithin: {
    unit: 'minutes from a summons to its answer',
    checked,
    proposal: 'then another channel and the next person',
    values: [{ from: since, value: 5, clause: 'jiaozuo-20#19' }],
  },
  congestionOnSiteWithin: {
    unit: 'minutes from an answer to the question whether he is on site',
    checked,
    proposal: 'a drive within the county',
    values: [{ from: since, value: 15 }],
  },
  congestionUpdateEvery: {
    unit: 'minutes between two reports upward while it is monitored',
    checked,
    proposal: 'the article says in time',
    values: [{ from: since, value: 10, clause: 'jiaozuo-20#16' }],
  },
  congestionLateAfter: {
    unit: 'minutes from when a step was due; what is sent later is marked as sent late',
    checked,
    proposal: 'an estimate needs two minutes to be sure',
    values: [{ from: since, value: 3 }],
  },
} as const satisfies Record<string, Dated<number | string>>
