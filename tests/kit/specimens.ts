import { setUpLink } from '../../server/cli/set-up-link.ts'
import { sql } from '../../server/store/db.ts'
import { addSecret } from '../../server/store/once.ts'
import { tell } from '../../server/usecases/tell.ts'
import { api } from '../../schema/api/index.ts'
import type { Endpoint } from '../../schema/api/endpoint.ts'
import { passView } from '../../schema/api/trips.ts'
import { minute, plus } from '../../shared/instant.ts'
import { newPhone, sealed } from './phone.ts'
import { fromOutside, inProvince, world } from './world.ts'
import { auditSpecimens } from './specimens-audit.ts'
import { appealSpecimens } from './specimens-appeals.ts'
import { dispatchSpecimens } from './specimens-dispatch.ts'
import { caseSpecimens } from './specimens-cases.ts'
import { editionSpecimens } from './specimens-editions.ts'
import { leadSpecimens } from './specimens-leads.ts'
import { noticeSpecimens, specimenChannels } from './specimens-notices.ts'
import { listSpecimens } from './specimens-lists.ts'
import { riskAreaSpecimens } from './specimens-risk-areas.ts'
import { shiftSpecimens } from './specimens-shifts.ts'
import { passSpecimens } from './specimens-passes.ts'
import { peopleSpecimens } from './specimens-people.ts'
import type { Send, World } from './world.ts'

export type Name = (typeof api)[number]['name']
/** A request that is right in every way, and somebody who may make it. */
export type Specimen = {
  endpoint: Endpoint
  path: string
  body?: Record<string, unknown> | readonly unknown[]
  by: Send
}

const contracts = new Map<string, Endpoint>(
  api.map((endpoint): [string, Endpoint] => [endpoint.name, endpoint as Endpoint]),
)

/** One right request for every endpoint, each in the same small city. */
export async function specimens() {
  const road = await world({ channels: specimenChannels })
  const inspector = await road.inspector('JZ-G01')
  const trip = await road.driver('沪DX0001').registers({ cargo: '09' })
  const [admin, epidemic, other] = [
    await road.staff('admin'),
    await road.staff('epidemic'),
    await road.staff('inspector', 'JZ-G01'),
  ]
  const { number: issuedPass } = (await trip.own('/pass', 'POST', { commitment: true })).as(passView)
  const [record] = await inspector.uploads({})
  const { id: _id, ...form } = road.driver('沪DX0001').form({ cargo: '09' })
  const driver: Send = road.sender(() => ({ authorization: `Bearer ${trip.key}` }))
  const item = await sealed(inspector.phone, inspector.judges({ facts: inProvince('豫HX0003') }))
  const password = 'correct horse battery'
  const checkpoint = { name: '柏香站', road: 'G3511', county: '410882', lanes: 2, active: true }
  const line = {
    document: 'id-card',
    number: '319999198001010031',
    result: 'pending',
    sampledAt: '2022-05-16T08:00:00+08:00',
  }
  const at = `/api/trips/${trip.trip.id}`
  const followed = await oneLetGo(road, inspector)
  const given: Record<Name, Omit<Specimen, 'endpoint'>> = {
    registerTrip: { path: '/api/trips', body: road.driver('沪DX0002').form(), by: road.anyone },
    findTrip: { path: '/api/trips/find', body: { number: trip.trip.number, phoneTail: '0002' }, by: road.anyone },
    getTrip: { path: at, by: driver },
    changeTrip: { path: at, body: { ...form, version: 1 }, by: driver },
    currentCode: { path: `${at}/code`, by: driver },
    liveCode: { path: `${at}/code`, body: { shownBy: 'A7PtcLGsCtmBw90M5S_VzUCIC2IuSOh92H7870sy64E7' }, by: driver },
    sayLeft: { path: `${at}/left`, body: {}, by: driver },
    sayArrived: { path: `${at}/arrived`, body: { at: '2022-05-16T10:00:00+08:00' }, by: driver },
    recordArrival: { path: `${at}/arrival`, body: { at: '2022-05-16T10:00:00+08:00' }, by: epidemic.send },
    applyForPass: { path: `${at}/pass`, body: { commitment: true }, by: driver },
    getPass: { path: `${at}/pass`, by: driver },
    passPdf: { path: `${at}/pass.pdf`, by: driver },
    codePdf: { path: `${at}/code.pdf`, by: driver },
    officePassPdf: { path: `/api/passes/${issuedPass}/pass.pdf`, by: (await road.staff('pass-officer')).send },
    enrol: {
      path: '/api/enrolments',
      body: { staff: other.id, checkpoint: 'JZ-G01', lane: 1 },
      by: inspector.head.send,
    },
    bindTerminal: { path: '/api/terminals', body: await card(road, other.id), by: road.anyone },
    listTerminals: { path: '/api/terminals', by: admin.send },
    releaseTerminal: {
      path: `/api/terminals/${inspector.bound.terminal}/release`,
      body: { reason: '手机损坏' },
      by: admin.send,
    },
    fetchBundle: { path: '/api/bundle', body: { have: ['A'.repeat(43)], standing: 1 }, by: inspector.call },
    lookUpPlate: { path: '/api/plates/%E6%B2%AADX0001', by: inspector.call },
    uploadInspections: { path: '/api/inspections', body: { items: [item] }, by: inspector.call },
    listInspections: { path: '/api/inspections', by: admin.send },
    getInspection: { path: `/api/inspections/${record?.id}`, by: admin.send },
    setUp: {
      path: '/api/setup',
      body: { token: await setUpToken(road), login: 'first', name: '示例', password },
      by: road.anyone,
    },
    signIn: { path: '/api/sessions', body: { login: 'nobody', password }, by: road.anyone },
    whoAmI: { path: '/api/sessions/current', by: admin.send },
    signOut: { path: '/api/sessions/current', by: (await road.staff('admin')).send },
    listStaff: { path: '/api/staff', by: admin.send },
    addStaff: {
      path: '/api/staff',
      body: { login: 'added', name: '示例', role: 'dispatcher', password },
      by: admin.send,
    },
    changeStaff: { path: `/api/staff/${other.id}`, body: { name: '改名' }, by: admin.send },
    listCheckpoints: { path: '/api/checkpoints', by: road.anyone },
    addCheckpoint: { path: '/api/checkpoints', body: { id: 'JZ-G04', ...checkpoint }, by: admin.send },
    changeCheckpoint: { path: '/api/checkpoints/JZ-G02', body: checkpoint, by: admin.send },
    listTrackings: { path: '/api/trackings', by: epidemic.send },
    getTracking: { path: `/api/trackings/${followed.unknown}`, by: epidemic.send },
    matchTracking: {
      path: `/api/trackings/${followed.unknown}/match`,
      body: { trip: trip.trip.id, seat: 0 },
      by: epidemic.send,
    },
    handleTracking: {
      path: `/api/trackings/${followed.known}/handle`,
      body: { outcome: 'sample-void' },
      by: epidemic.send,
    },
    listMessages: { path: '/api/messages', by: epidemic.send },
    markMessageSeen: { path: `/api/messages/${followed.message}/seen`, by: epidemic.send },
    listAlerts: { path: '/api/alerts', by: inspector.call },
    markAlertSeen: { path: `/api/alerts/${followed.alert}/seen`, by: inspector.call },
    ...(await editionSpecimens(road)),
    ...(await auditSpecimens(road)),
    ...(await peopleSpecimens(road, inspector)),
    ...(await listSpecimens(road)),
    ...(await riskAreaSpecimens(road)),
    ...(await noticeSpecimens(road)),
    ...(await leadSpecimens(road, inspector)),
    ...(await shiftSpecimens(road, inspector)),
    ...(await dispatchSpecimens(road, { driver, trip: trip.trip.id, inspector })),
    ...(await passSpecimens(road, { terminal: inspector.call, driver, trip: trip.trip })),
    ...(await caseSpecimens(road, { trip: trip.trip.id, driver, terminal: inspector.call })),
    ...(await appealSpecimens(road, { trip: trip.trip.id, driver, inspector })),
    takeInResults: { path: '/api/results', body: { source: '示例', items: [line] }, by: epidemic.send },
  }
  const list = Object.entries(given).map(([name, request]): Specimen => ({ endpoint: contractOf(name), ...request }))
  return { road, inspector, trip, list }
}

/** Two trackings, one of somebody whom nobody has matched, and a message of each kind. */
async function oneLetGo(road: World, inspector: Awaited<ReturnType<World['inspector']>>) {
  const [unknown, known] = [crypto.randomUUID(), crypto.randomUUID()]
  const pending = { nucleicAcid: { result: 'pending', sampledAt: '2022-05-16T09:00:00+08:00' }, antigen: 'negative' }
  const facts = fromOutside('沪DX0001', pending)
  await inspector.uploads({ id: unknown, facts }, { id: known, facts })
  const news = { kind: 'test', about: unknown, words: { zh: '示例', en: 'example' }, urgent: true }
  await road.db.commit(
    tell(road.deps, news, [
      { audience: 'epidemic', ref: null, channel: 'screen' },
      { audience: 'checkpoint', ref: 'JZ-G01', channel: 'screen' },
    ]),
  )
  const rows = await road.db.all(sql.selectFrom('message').select(['id', 'audience']).compile())
  const idOf = (audience: string) => rows.find((row) => row.audience === audience)?.id ?? ''
  return { unknown: `${unknown}-0`, known: `${known}-0`, message: idOf('epidemic'), alert: idOf('checkpoint') }
}

function contractOf(name: string): Endpoint {
  const contract = contracts.get(name)
  if (contract === undefined) throw new Error(`no endpoint ${name}`)
  return contract
}

async function card(road: World, staff: string) {
  const secret = 'a-secret-that-nobody-has-used-yet'
  await road.db.commit([
    addSecret({
      secret_tag: await road.deps.vault.tag('one-time', secret),
      purpose: 'enrolment',
      staff_id: staff,
      checkpoint_id: 'JZ-G01',
      lane: 2,
      expires_at: plus(road.clock.now(), 10 * minute),
    }),
  ])
  return { secret, key: (await newPhone()).publicKey, device: 'Redmi 9' }
}

/** There is an administrator by now, so the link itself is refused; its form is right. */
async function setUpToken(road: World): Promise<string> {
  return (await setUpLink(road.deps))?.split('#setup=')[1] ?? 'x'.repeat(32)
}
