import * as z from 'zod/mini'
import { checkpointId, line, moment, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { sentNotice } from './notices.ts'

/** An incident of congestion 拥堵事件: its timeline, who was summoned, and what people did about it (jiaozuo-20#16, #19). */

/** Ids only: on screen the steps are 预判, 超20分钟, 超30分钟, 超1小时, 重点监测. */
export const step = z.enum(['L0', 'L1', 'L2', 'L3', 'LM'])
export const summonsState = z.enum(['notified', 'delivered', 'acknowledged', 'under-way', 'on-site', 'cannot', 'moot'])
export const answerKind = z.enum(['acknowledged', 'under-way', 'arrived', 'cannot'])

export const summonsView = z.strictObject({
  id: uuid,
  step,
  /** What is asked of him: to come or act, to step in for somebody who does not answer, or only to know. */
  purpose: z.enum(['summons', 'deputy', 'inform']),
  role: z.enum([
    'leader',
    'cadre',
    'head',
    'on-shift',
    'party-principal',
    'government-principal',
    'county-desk',
    'city-desk',
    'province-desk',
    'logistics-office',
    'liaison',
    'dispatcher',
  ]),
  name: z.string(),
  title: z.nullable(z.string()),
  at: moment,
  /** Sent after its time 补发. */
  late: z.boolean(),
  state: summonsState,
  /** The message could not leave: 12328 calls at once. */
  unsent: z.boolean(),
  /** An answer is due by then; null = none is asked for, or it is there. */
  answerBy: z.nullable(moment),
  overdue: z.boolean(),
  /** Only who is asked to come. */
  onSiteAsked: z.boolean(),
  acknowledgedAt: z.nullable(moment),
  arrivedAt: z.nullable(moment),
  /** He said that he comes, was asked whether he is there, and said nothing: since then somebody else is called. */
  lapsedAt: z.nullable(moment),
  answeredBy: z.nullable(z.enum(['link', 'reply', 'phone', 'app'])),
})

/** One line of the timeline, newest last. */
export const timelineEntry = z.strictObject({
  at: moment,
  /** When the server came to know it. */
  knownAt: moment,
  kind: z.string(),
  step: z.nullable(step),
  late: z.boolean(),
  zh: z.string(),
  en: z.string(),
  /** What left over channels with it, and what became of that; two where a county has two robots. */
  sent: z.array(sentNotice),
})

export const incidentView = z.strictObject({
  id: uuid,
  checkpoint: checkpointId,
  checkpointName: z.string(),
  /** null = a candidate that nobody has confirmed yet, or that was dismissed. */
  startedAt: z.nullable(moment),
  endedAt: z.nullable(moment),
  state: z.enum(['candidate', 'dismissed', 'running', 'ended']),
  cause: z.enum(['report', 'driver', 'wait', 'queue']),
  candidateUntil: z.nullable(moment),
  /** 事件历时, and 拥堵时间 of the truck at the booth; which of them the steps go by is `clock`. */
  incidentMinutes: z.nullable(z.number()),
  waitMinutes: z.nullable(z.number()),
  queueMetres: z.nullable(z.number()),
  clock: z.enum(['wait', 'incident', 'either']),
  peakWaitMinutes: z.nullable(z.number()),
  peakQueueMetres: z.nullable(z.number()),
  lostSince: z.nullable(moment),
  /** `over`: minutes that it was over by the numbers of that moment; null = it has no time of its own. */
  steps: z.array(
    z.strictObject({ step, over: z.nullable(z.int()), dueAt: moment, firedAt: moment, late: z.boolean() }),
  ),
  /** What comes next if it goes on like this; null = nothing is to come. */
  next: z.nullable(z.strictObject({ what: z.string(), at: moment })),
  greenLane: z.enum(['free', 'blocked', 'unknown']),
  /** The head said 全员上岗. */
  allOnDutyAt: z.nullable(moment),
  summonses: z.array(summonsView),
  timeline: z.array(timelineEntry),
  /** What the asker may do here. */
  may: z.strictObject({ answer: z.boolean(), close: z.boolean(), judge: z.boolean(), greenLane: z.boolean() }),
})

const one = z.strictObject({ id: uuid })

export const getIncident = endpoint({
  name: 'getIncident',
  method: 'GET',
  path: '/api/dispatch/incidents/:id',
  summary: 'An incident with its timeline and summonses, their states and deadlines.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  params: one,
  answer: incidentView,
})

export const answerForSummoned = endpoint({
  name: 'answerForSummoned',
  method: 'POST',
  path: '/api/dispatch/incidents/:id/answers',
  summary:
    'What a summoned person said on the telephone, or that he was seen on site. After the end it changes nothing.',
  callers: ['dispatcher', 'command', 'head'],
  status: 200,
  params: one,
  body: z.strictObject({ summons: uuid, answer: answerKind, note: z.exactOptional(line(1, 200)) }),
  answer: incidentView,
})

export const judgeCandidate = endpoint({
  name: 'judgeCandidate',
  method: 'POST',
  path: '/api/dispatch/incidents/:id/judgement',
  summary: 'Confirm or dismiss what a driver reported; without an answer within five minutes it is confirmed.',
  callers: ['head'],
  status: 200,
  params: one,
  body: z.strictObject({ confirm: z.boolean(), reason: z.exactOptional(line(2, 200)) }),
  answer: incidentView,
})

export const allOnDuty = endpoint({
  name: 'allOnDuty',
  method: 'POST',
  path: '/api/dispatch/incidents/:id/all-on-duty',
  summary: 'The head: everybody on duty is checking 全员上岗.',
  callers: ['head'],
  status: 200,
  params: one,
  answer: incidentView,
})

export const closeIncident = endpoint({
  name: 'closeIncident',
  method: 'POST',
  path: '/api/dispatch/incidents/:id/close',
  summary:
    'End the incident with a reason and a photograph of the road: a JPEG without EXIF, base64. No step ends by itself.',
  callers: ['head'],
  status: 200,
  params: one,
  body: z.strictObject({ reason: line(2, 200), jpeg: z.string().check(z.minLength(100), z.maxLength(204_800)) }),
  answer: incidentView,
})

export const closingPhoto = endpoint({
  name: 'closingPhoto',
  method: 'GET',
  path: '/api/dispatch/incidents/:id/photo',
  summary: 'The photograph an incident was closed with.',
  callers: ['dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  params: one,
  answer: z.strictObject({ at: moment, reason: z.string(), jpeg: z.string() }),
})

export const setGreenLane = endpoint({
  name: 'setGreenLane',
  method: 'POST',
  path: '/api/checkpoints/:id/green-lane',
  summary:
    'Say that the emergency green lane 应急绿色通道 is blocked or free; blocked during an incident alarms at once.',
  callers: ['terminal', 'head', 'dispatcher'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  body: z.strictObject({ state: z.enum(['blocked', 'free']), note: z.exactOptional(line(1, 200)) }),
  answer: z.strictObject({ checkpoint: checkpointId, state: z.enum(['blocked', 'free']), at: moment }),
})

/** What a phone on duty or a head is asked. */
export const mySummonses = endpoint({
  name: 'mySummonses',
  method: 'GET',
  path: '/api/summonses/mine',
  summary: 'Running summonses to whoever is asking: on shift with this phone, or head of this checkpoint.',
  callers: ['terminal', 'head'],
  status: 200,
  answer: z.strictObject({
    incident: z.nullable(z.strictObject({ id: uuid, startedAt: moment, step: z.nullable(step) })),
    items: z.array(z.strictObject({ id: uuid, step, at: moment, zh: z.string(), en: z.string(), state: summonsState })),
  }),
})

export const answerMySummons = endpoint({
  name: 'answerMySummons',
  method: 'POST',
  path: '/api/summonses/:id/answer',
  summary: 'Answer a summons to oneself; each answers for himself.',
  callers: ['terminal', 'head'],
  status: 200,
  params: one,
  body: z.strictObject({ answer: answerKind, at: z.exactOptional(text(1, 40)) }),
  answer: z.strictObject({ id: uuid, state: summonsState }),
})

export const incidentsApi = [
  getIncident,
  answerForSummoned,
  judgeCandidate,
  allOnDuty,
  closeIncident,
  closingPhoto,
  setGreenLane,
  mySummonses,
  answerMySummons,
] as const
