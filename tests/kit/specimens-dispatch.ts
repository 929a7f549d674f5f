import { board } from '../../schema/api/dispatch.ts'
import { getIncident } from '../../schema/api/incidents.ts'
import { numberProposal } from '../../schema/api/published-numbers.ts'
import { reportQueue } from '../../schema/api/queue.ts'
import { jpegText } from './jpeg.ts'
import type { Specimen } from './specimens.ts'
import type { Send, World } from './world.ts'

type Names =
  | 'board'
  | 'boardStream'
  | 'situation'
  | 'putBlock'
  | 'resolveBlock'
  | 'listPlaces'
  | 'putPlace'
  | 'closePlace'
  | 'openPlace'
  | 'checkpointOnBoard'
  | 'checkpointForecast'
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
  | 'getSite'
  | 'changeSite'
  | 'listRegister'
  | 'changeRegister'
  | 'publishedNumbers'
  | 'listNumberProposals'
  | 'proposeNumber'
  | 'decideNumber'

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
  const number = { kind: 'emergency', number: '0391-1234567', reason: '指挥部通知' }
  const proposed = await command('POST', '/api/published-numbers/proposals', number)
  const proposal = proposed.as(numberProposal)
  const registered = {
    version: 0,
    approvalNo: '示例批〔2022〕1号',
    kind: 'exit',
    kindReason: null,
    stake: 'K44+950',
    direction: 'up',
    bridge: null,
    branch: { secretary: '书记示例', members: null, rules: null },
    reason: '初次登记',
  }
  const site = {
    version: 0,
    approachLanes: 2,
    approachMetres: 4000,
    greenLane: 2,
    booth: { stake: 'K44+950', upstream: 'increasing' },
    fenceMetres: 2500,
    signs: [{ number: 1, metres: 300 }],
    reason: '现场踏勘',
  }
  const at = `/api/dispatch/incidents/${incident}`
  const block = {
    kind: 'blocked',
    road: 'S308',
    place: 'K12+300',
    county: '410822',
    source: 'patrol',
    startedAt: '2022-05-16T09:50:00+08:00',
    owner: '博爱县公路局',
    contactName: '示例',
    contactPhone: '13000000008',
    detour: '经 G5512 绕行',
  }
  const blocked = crypto.randomUUID()
  await dispatcher('PUT', `/api/dispatch/roads/${blocked}`, block)
  const stop = {
    kind: 'test-point',
    name: '示例检测点',
    road: 'S308',
    county: '410822',
    hours: '24小时',
    free: true,
    forTrucks: false,
    services: ['test'],
  }
  const places = [crypto.randomUUID(), crypto.randomUUID()]
  for (const id of places) await dispatcher('PUT', `/api/places/${id}`, stop)
  await dispatcher('POST', `/api/places/${places[1]}/closing`, {})
  return {
    board: { path: '/api/dispatch/board', by: dispatcher },
    boardStream: { path: '/api/dispatch/stream', by: dispatcher },
    situation: { path: '/api/dispatch/situation', by: dispatcher },
    putBlock: { path: `/api/dispatch/roads/${crypto.randomUUID()}`, body: block, by: dispatcher },
    resolveBlock: { path: `/api/dispatch/roads/${blocked}/resolution`, body: { resolution: '已清障' }, by: dispatcher },
    listPlaces: { path: '/api/places', by: dispatcher },
    putPlace: { path: `/api/places/${crypto.randomUUID()}`, body: stop, by: dispatcher },
    closePlace: { path: `/api/places/${places[0]}/closing`, body: { note: '今日无人' }, by: dispatcher },
    openPlace: {
      path: `/api/places/${places[1]}/opening`,
      body: { disinfected: true, assessed: true },
      by: dispatcher,
    },
    checkpointOnBoard: { path: '/api/dispatch/checkpoints/JZ-G01?hours=2', by: dispatcher },
    checkpointForecast: { path: '/api/dispatch/checkpoints/JZ-G01/forecast', by: dispatcher },
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
    getSite: { path: '/api/checkpoints/JZ-G01/site', by: dispatcher },
    listRegister: { path: '/api/register', by: dispatcher },
    changeRegister: { path: '/api/checkpoints/JZ-G01/register', body: registered, by: command },
    publishedNumbers: { path: '/api/published-numbers', by: road.anyone },
    listNumberProposals: { path: '/api/published-numbers/proposals', by: command },
    proposeNumber: { path: '/api/published-numbers/proposals', body: number, by: command },
    decideNumber: {
      path: `/api/published-numbers/proposals/${proposal.id}/decision`,
      body: { approve: false, reason: '号码有误' },
      by: command,
    },
    changeSite: { path: '/api/checkpoints/JZ-G01/site', body: site, by: command },
  }
}
