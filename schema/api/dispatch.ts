import * as z from 'zod/mini'
import { checkpointId, line, moment, regionCode, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import { step, summonsState } from './incidents.ts'

/** The board of the dispatcher 调度 (jiaozuo-20#1, #16, #19): waits, queues and incidents of the checkpoints the asker may see. */

const lanes = z.strictObject({ open: z.int(), total: z.int() })

/** Of the checkpoint's running incident, or of one that a driver reported and nobody has confirmed. */
export const incidentSummary = z.strictObject({
  id: uuid,
  /** null = a candidate only. */
  startedAt: z.nullable(moment),
  /** How long the incident lasts; how long the truck at the booth has waited stands beside it. */
  lastedMinutes: z.nullable(z.number()),
  /** The highest that has fired; null = none yet. Shown as 「超20分钟」, never as a number. */
  step: z.nullable(step),
  /** Minutes that the step was over when it fired; null = it has no time of its own. */
  over: z.nullable(z.int()),
  /** 重点监测, which the length alone can bring about. */
  watched: z.boolean(),
  /** Summonses past their time without an answer. */
  unanswered: z.int(),
  /** Until when the head may confirm or dismiss; null = it is none. */
  candidateUntil: z.nullable(moment),
  /** Calls that were made and deeds that were done, by anybody: whoever shows them looks again when there are others. */
  deeds: z.int(),
})

const reading = {
  /** Of the truck taken next, since it joined 拥堵时间; null = nothing is known. */
  waitMinutes: z.nullable(z.number()),
  lowMinutes: z.nullable(z.number()),
  highMinutes: z.nullable(z.number()),
  /** Of whoever joins now. */
  virtualMinutes: z.nullable(z.number()),
  queueMetres: z.nullable(z.number()),
  vehicles: z.nullable(z.int()),
  confidence: z.nullable(z.enum(['high', 'medium', 'low'])),
}

export const boardRow = z.strictObject({
  id: checkpointId,
  name: z.string(),
  county: regionCode,
  countyName: z.string(),
  road: z.string(),
  place: z.nullable(z.strictObject({ lat: z.number(), lon: z.number() })),
  /** Minutes of the steps as they are in force now; they name them. */
  limits: z.strictObject({ L1: z.int(), L2: z.int(), L3: z.int() }),
  ...reading,
  /** The measured condition, up and down: over 20, 30, 60 minutes. The step of the incident only rises. */
  level: z.int(),
  overKilometre: z.boolean(),
  lostSince: z.nullable(moment),
  /** The newest upload of any kind; null = there never was one. */
  lastEventAt: z.nullable(moment),
  lanes,
  onDuty: z.int(),
  greenLane: z.enum(['free', 'blocked', 'unknown']),
  /** Verdicts of the last hour by row, e.g. `{"V8": 31}`. */
  verdicts: z.record(z.string(), z.int()),
  /** The wait of the last 60 minutes, one number a minute, the last at `until`; null = a gap. */
  spark: z.strictObject({ until: z.nullable(moment), waits: z.array(z.nullable(z.number())) }),
  incident: z.nullable(incidentSummary),
  /** A peak that the head and the county were told of and that is not over: what is advised. */
  forecast: z.nullable(z.strictObject({ from: moment, to: moment, lanes: z.int(), staff: z.int() })),
})

export const board = endpoint({
  name: 'board',
  method: 'GET',
  path: '/api/dispatch/board',
  summary: 'The checkpoints the asker may see, each with its wait, queue, lanes, duty and incident; the gravest first.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  answer: z.strictObject({ at: moment, area: z.nullable(regionCode), items: z.array(boardRow) }),
})

/** What the stream sends: `event: board` the whole answer of `board`; `event: change` this; `event: beat` each 15 s. */
export const boardChange = z.strictObject({
  at: moment,
  /** Of each checkpoint that changed the fields that did; of a new one all. */
  rows: z.array(z.extend(z.partial(boardRow), { id: checkpointId })),
  /** Not on the board any more. */
  gone: z.array(checkpointId),
})
export const boardBeat = z.strictObject({ at: moment })

export const boardStream = endpoint({
  name: 'boardStream',
  method: 'GET',
  path: '/api/dispatch/stream',
  summary:
    'The board as server-sent events: the whole of it, then what changes, once a second at most. With Last-Event-ID what was missed, where it is still known. 501 where no connection can be kept: ask for the board with If-None-Match then.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  query: z.strictObject({
    /** As Last-Event-ID, which a page cannot send that opens the line by itself. */
    after: z.exactOptional(z.string().check(z.maxLength(40))),
  }),
  file: 'text/event-stream',
  answer: z.never(),
})

export const checkpointOnBoard = endpoint({
  name: 'checkpointOnBoard',
  method: 'GET',
  path: '/api/dispatch/checkpoints/:id',
  summary: 'One checkpoint: its curve with the interval, trucks through each lane, and what more hands would bring.',
  callers: ['admin', 'dispatcher', 'command', 'supervisor', 'head'],
  status: 200,
  params: z.strictObject({ id: checkpointId }),
  query: z.strictObject({ hours: z.exactOptional(z.coerce.number().check(z.int(), z.gte(1), z.lte(48))) }),
  answer: z.strictObject({
    at: moment,
    row: boardRow,
    curve: z.array(
      z.strictObject({
        at: moment,
        waitMinutes: z.number(),
        lowMinutes: z.number(),
        highMinutes: z.number(),
        virtualMinutes: z.number(),
        queueMetres: z.number(),
        lost: z.boolean(),
      }),
    ),
    /** Trucks in the last hour. */
    throughput: z.array(z.strictObject({ lane: z.int(), open: z.boolean(), trucks: z.int() })),
    /** Until whoever joins now is through, as it is and with more; minutes, by what a lane does an hour. */
    whatIf: z.array(
      z.strictObject({
        what: z.enum(['one-more-lane', 'all-staff']),
        lanes: z.int(),
        waitMinutes: z.number(),
        savedMinutes: z.number(),
      }),
    ),
    /** Newest first, those that ended within two days among them. */
    incidents: z.array(
      z.strictObject({
        id: uuid,
        startedAt: moment,
        endedAt: z.nullable(moment),
        step: z.nullable(step),
        over: z.nullable(z.int()),
        watched: z.boolean(),
      }),
    ),
  }),
})

export const callTaskView = z.strictObject({
  id: uuid,
  at: moment,
  checkpoint: checkpointId,
  checkpointName: z.string(),
  incident: uuid,
  step,
  /** Whom to telephone; the number is shown to whoever may do it. null = nobody is named: find somebody. */
  name: z.nullable(z.string()),
  title: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** The summons it is about. */
  summons: z.nullable(uuid),
  state: z.nullable(summonsState),
  zh: z.string(),
  en: z.string(),
  done: z.nullable(z.strictObject({ at: moment, by: z.string(), outcome: z.string(), note: z.nullable(z.string()) })),
})

export const listCallTasks = endpoint({
  name: 'listCallTasks',
  method: 'GET',
  path: '/api/dispatch/call-tasks',
  summary: 'Whom 12328 is to telephone, those not done first, the oldest first; 200 at most.',
  callers: ['dispatcher', 'command', 'supervisor'],
  status: 200,
  query: z.strictObject({ done: z.exactOptional(z.enum(['yes', 'no'])) }),
  answer: z.strictObject({ items: z.array(callTaskView) }),
})

export const finishCallTask = endpoint({
  name: 'finishCallTask',
  method: 'POST',
  path: '/api/dispatch/call-tasks/:id/done',
  summary: 'What came of a telephone call; what the called person said is answered at the summons itself.',
  callers: ['dispatcher', 'command'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({
    outcome: z.enum(['acknowledged', 'cannot', 'no-answer', 'moot']),
    note: z.exactOptional(line(1, 200)),
  }),
  answer: callTaskView,
})

export const dayReport = endpoint({
  name: 'dayReport',
  method: 'GET',
  path: '/api/dispatch/day-report',
  summary: 'The day in words, to be copied: incidents, how long, how far, who came when.',
  callers: ['dispatcher', 'command', 'supervisor'],
  status: 200,
  query: z.strictObject({ day: z.exactOptional(z.iso.date()) }),
  answer: z.strictObject({ day: z.iso.date(), zh: z.string(), en: z.string() }),
})

export const dispatchApi = [board, boardStream, checkpointOnBoard, listCallTasks, finishCallTask, dayReport] as const
