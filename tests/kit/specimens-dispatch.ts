import { board } from '../../schema/api/dispatch.ts'
import { getIncident } from '../../schema/api/incidents.ts'
import { reportQueue } from '../../schema/api/queue.ts'
import { jpegText } from './jpeg.ts'
import type { Specimen } from './specimens.ts'
import type { Send, World } from './world.ts'

type Names =
  | 'board'
  | 'boardStream'
  | 'situation'
  | 'checkpointOnBoard'
  | 'listCallTasks'
  | 'finishCallTask'
  | 'dayReport'
  | 'getIncident'
  | 'answerForSummoned'
  | 'judgeCandidate'
  | 'allOnDuty'
  | 'closeIncident'
  | 'closingPhoto'
  | 'setGreenLane'
  | 'mySummonses'
  | 'answerMySummons'
  | 'reportQueue'
  | 'reportQueueAsDriver'
  | 'checkIn'
  | 'publicQueue'
  | 'listDuty'
  | 'putDuty'
  | 'endDuty'
  | 'dutyGaps'

type Given = { driver: Send; trip: string; inspector: Awaited<ReturnType<World['inspector']>> }

/** A checkpoint with a long wait told by hand, a county leader on the roster. The inspector is on shift already. */
export async function dispatchSpecimens(
  road: World,
  { driver, trip, inspector }: Given,
): Promise<Record<Names, Omit<Specimen, 'endpoint'>>> {
  const dispatcher = (await road.staff('dispatcher')).send
  const command = (await road.staff('command')).send
  const head = (await road.staff('head', 'JZ-G01')).send
  const leader = crypto.randomUUID()
  const person = {
    name: '赵示例',
    title: '副县长',
    unit: '示例县政府',
    phone: '13000000004',
    from: '2022-05-16T00:00:00+08:00',
  }
  const duty = { role: 'leader', checkpoint: 'JZ-G01', ...person }
  await command('PUT', `/api/roster/${leader}`, duty)
  const report = { checkpoint: 'JZ-G01', congested: true, waitMinutes: 35, metres: 600 }
  const told = await dispatcher('POST', '/api/queue/reports', { id: crypto.randomUUID(), ...report })
  const incident = told.as(reportQueue.answer).incident ?? ''
  const shown = (await dispatcher('GET', `/api/dispatch/incidents/${incident}`)).as(getIncident.answer)
  const summonsTo = (role: string) =>
    shown.summonses.find((one) => one.role === role && one.purpose === 'summons')?.id ?? ''
  await dispatcher('POST', '/api/queue/reports', { id: crypto.randomUUID(), ...report, checkpoint: 'JZ-G02' })
  const elsewhere = (await dispatcher('GET', '/api/dispatch/board')).as(board.answer)
  const other = elsewhere.items.find(({ id }) => id === 'JZ-G02')?.incident?.id ?? ''
  const tasks = (await dispatcher('GET', '/api/dispatch/call-tasks')).body as { items: { id: string }[] }
  const at = `/api/dispatch/incidents/${incident}`
  return {
    board: { path: '/api/dispatch/board', by: dispatcher },
    boardStream: { path: '/api/dispatch/stream', by: dispatcher },
    situation: { path: '/api/dispatch/situation', by: dispatcher },
    checkpointOnBoard: { path: '/api/dispatch/checkpoints/JZ-G01?hours=2', by: dispatcher },
    listCallTasks: { path: '/api/dispatch/call-tasks?done=no', by: dispatcher },
    finishCallTask: {
      path: `/api/dispatch/call-tasks/${tasks.items[0]?.id ?? other}/done`,
      body: { outcome: 'no-answer', note: '无人接听' },
      by: dispatcher,
    },
    dayReport: { path: '/api/dispatch/day-report', by: dispatcher },
    getIncident: { path: at, by: dispatcher },
    answerForSummoned: {
      path: `${at}/answers`,
      body: { summons: summonsTo('leader'), answer: 'acknowledged' },
      by: dispatcher,
    },
    judgeCandidate: { path: `${at}/judgement`, body: { confirm: true, reason: '现场属实' }, by: head },
    allOnDuty: { path: `${at}/all-on-duty`, by: head },
    closeIncident: { path: `${at}/close`, body: { reason: '道路已畅通', jpeg: jpegText({ bytes: 400 }) }, by: head },
    closingPhoto: { path: `${at}/photo`, by: dispatcher },
    setGreenLane: { path: '/api/checkpoints/JZ-G01/green-lane', body: { state: 'free' }, by: head },
    mySummonses: { path: '/api/summonses/mine', by: inspector.call },
    answerMySummons: {
      path: `/api/summonses/${summonsTo('on-shift')}/answer`,
      body: { answer: 'acknowledged' },
      by: inspector.call,
    },
    reportQueue: {
      path: '/api/queue/reports',
      body: { id: crypto.randomUUID(), checkpoint: 'JZ-G01', congested: false, waitMinutes: 12 },
      by: dispatcher,
    },
    reportQueueAsDriver: {
      path: `/api/trips/${trip}/queue-report`,
      body: { report: crypto.randomUUID(), checkpoint: 'JZ-G01' },
      by: driver,
    },
    checkIn: {
      path: '/api/queue/check-ins',
      body: { id: crypto.randomUUID(), checkpoint: 'JZ-G01', plate: '豫HX0077', source: 'qr', metres: 400 },
      by: road.anyone,
    },
    publicQueue: { path: '/api/queue/public', by: road.anyone },
    listDuty: { path: '/api/roster', by: command },
    putDuty: { path: `/api/roster/${leader}`, body: duty, by: command },
    endDuty: { path: `/api/roster/${leader}/end`, by: command },
    dutyGaps: { path: '/api/roster/gaps', by: command },
  }
}
