import * as z from 'zod/mini'
import { uploadInspections, getInspection, listInspections } from '../../schema/api/inspections.ts'
import { listAlerts, listMessages } from '../../schema/api/messages.ts'
import { addCheckpoint, addStaff, setUp, takeInResults } from '../../schema/api/office.ts'
import { fetchBundle } from '../../schema/api/bundle.ts'
import { bindTerminal, enrol, lookUpPlate, releaseTerminal } from '../../schema/api/terminals.ts'
import { changeTrip, currentCode, passView, registerTrip } from '../../schema/api/trips.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { beijingIso, hour, instant, plus } from '../../shared/instant.ts'
import { envelopeOf, newPhone, sealed, terminalProof } from '../kit/phone.ts'

/** A home of the app, seen from outside: whatever answers requests. */
export type Home = {
  send: (request: Request) => Promise<Response>
  origin: string
  /** What stands behind `#setup=` in the link for the first administrator. */
  setUpToken: string
  now: () => number
}

/** What came of it, for the test to look at. */
export type Story = {
  code: { state: string; opened: boolean }
  known: { registered: boolean; crew: number }
  uploads: string[]
  ledger: { plate: string; row: string; serverRow: string; agrees: boolean }[]
  envelopeKept: boolean
  /** What the other rooms answered afterwards, in the order of the day. */
  aftermath: unknown[]
}

/** The same on every home. */
export const expectedAftermath: Story['aftermath'] = [
  ['recorded V5'],
  ['recorded', 'recorded', 'already'],
  ['valid', 2, 'revoked', 'valid', false],
  ['positive'],
  3,
  [
    ['', false, true],
    ['沪DX0001', true, false],
  ],
  [true, null],
  [['checkpoint', 'command', 'dispatcher', 'epidemic'], 4, 1],
]

type Call = { method: string; path: string; body?: unknown; headers?: Record<string, string> }

/** register → code → enrol → look up → upload → record, over HTTP only; the same on every home. */
export async function tellStory(home: Home): Promise<Story> {
  const office = await openOffice(home)
  const driver = await registerTruck(home)
  const code = await openCode(home, driver)
  const phone = await bindPhone(home, office)
  const known = await phone.call(lookUpPlate.answer, 'GET', `/api/plates/${encodeURIComponent(plate)}`)
  const envelope = envelopeOf(phone.bound, {
    madeAt: beijingIso(instant(home.now())),
    facts: {
      trip: { scope: 'cross-province', registered: known.trip !== null },
      vehicle: { plate, freight: true },
      freightCode: code.state,
      crew: [
        {
          role: 'driver',
          temperatures: [36.5],
          nucleicAcid: null,
          healthCode: 'green',
          travelCard: 'green',
          riskStay: false,
        },
      ],
    },
    trip: driver.trip.id,
    crew: known.crew.map(({ surname, idTail }) => ({ surname, idTail })),
  })
  const item = await sealed(phone.own, envelope)
  const upload = () => phone.call(uploadInspections.answer, 'POST', uploadInspections.path, { items: [item, 'broken'] })
  const uploads = [await upload(), await upload()].flatMap(({ results }) => results.map(({ status }) => status))
  const ledger = await office.call(listInspections.answer, 'GET', listInspections.path)
  const whole = await office.call(getInspection.answer, 'GET', `/api/inspections/${envelope.id}`)
  return {
    code,
    known: { registered: known.trip !== null, crew: known.crew.length },
    uploads,
    ledger: ledger.items.map(({ plate, row, serverRow, agrees }) => ({ plate, row, serverRow, agrees })),
    envelopeKept: whole.envelope === item,
    aftermath: await liveOn(home, { office, driver, phone, corrects: envelope.id }),
  }
}

type Town = {
  office: Office
  driver: Registered
  phone: Awaited<ReturnType<typeof bindPhone>>
  corrects: string
}

/** Undo, intake of results, pass, correction of the trip, bundle, pages of the ledger, release of the phone. */
async function liveOn(home: Home, { office, driver, phone, corrects }: Town): Promise<unknown[]> {
  const trip = `/api/trips/${driver.trip.id}`
  const headers = { authorization: `Bearer ${driver.key}` }
  const now = beijingIso(instant(home.now()))
  const undo = envelopeOf(phone.bound, {
    madeAt: beijingIso(plus(instant(home.now()), 1000)),
    facts: { trip: { scope: 'in-province' }, freightCode: 'green', crew: [{}] },
    corrects,
  })
  const items = [await sealed(phone.own, undo)]
  const undone = await phone.call(uploadInspections.answer, 'POST', uploadInspections.path, { items })
  const line = { document: 'id-card', number: '319999198001010031', reportedAt: now }
  const lines = ['negative', 'positive', 'negative'].map((result) => ({ ...line, result }))
  const taken = await office.call(takeInResults.answer, 'POST', takeInResults.path, { source: '示例', items: lines })
  const passPath = `${trip}/pass`
  const apply = () => ask(home, passView, { method: 'POST', path: passPath, headers, body: { commitment: true } })
  const first = (await apply()).answer
  const body = { ...formOf(home), version: 1, to: '410822', crew: [{ seat: 0 }] }
  const changed = (await ask(home, changeTrip.answer, { method: 'PUT', path: trip, headers, body })).answer
  const revoked = (await ask(home, passView, { method: 'GET', path: passPath, headers })).answer
  const second = (await apply()).answer
  const known = await phone.call(lookUpPlate.answer, 'GET', `/api/plates/${encodeURIComponent(plate)}`)
  const { signed } = await phone.call(fetchBundle.answer, 'POST', fetchBundle.path, { have: [] })
  const page = await office.call(
    listInspections.answer,
    'GET',
    `${listInspections.path}?limit=1&checkpoint=JZ-G01&day=${now.slice(0, 10)}`,
  )
  const next = await office.call(listInspections.answer, 'GET', `${listInspections.path}?limit=1&before=${page.next}`)
  const told = await office.call(listMessages.answer, 'GET', `${listMessages.path}?seen=no`)
  const alerts = await phone.call(listAlerts.answer, 'GET', listAlerts.path)
  const release = `/api/terminals/${phone.bound.terminal}/release`
  await office.call(releaseTerminal.answer, 'POST', release, { reason: '手机损坏' })
  const staff = `/api/staff/${phone.bound.inspector.id}`
  const disabled = await office.call(addStaff.answer, 'PUT', staff, { disabled: true })
  return [
    undone.results.map(({ status, row }) => `${status} ${row}`),
    taken.results.map(({ status }) => status),
    [first.state, changed.trip.version, revoked.state, second.state, first.number === second.number],
    known.crew.map(({ listed }) => listed),
    signed.split('.').length,
    [page.items, next.items].map(([item]) => [item?.plate, item?.corrects === null, item?.correctedBy === null]),
    [disabled.disabled, disabled.terminal],
    [told.items.map(({ audience }) => audience).toSorted(), told.unseen, alerts.items.length],
  ]
}

const plate = '沪DX0001'

/** One call; the answer is held against the contract. */
async function ask<Schema extends z.ZodMiniType>(home: Home, answer: Schema, call: Call) {
  const { method, path, body, headers = {} } = call
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const all = { 'content-type': 'application/json', ...headers }
  const response = await home.send(new Request(`${home.origin}${path}`, { method, headers: all, ...init }))
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return { answer: z.parse(answer, JSON.parse(text)), response }
}

async function openOffice(home: Home) {
  const admin = { login: 'admin', name: '管理示例', password: 'a long password', token: home.setUpToken }
  const { response } = await ask(home, setUp.answer, { method: 'POST', path: setUp.path, body: admin })
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const headers = { cookie, 'x-changxing': '1' }
  const call = async <Schema extends z.ZodMiniType>(answer: Schema, method: string, path: string, body?: unknown) =>
    (await ask(home, answer, { method, path, body, headers })).answer
  await call(addCheckpoint.answer, 'POST', addCheckpoint.path, {
    id: 'JZ-G01',
    name: '焦作西站',
    road: 'G5512 晋新高速',
    county: '410822',
    lanes: 2,
    active: true,
  })
  return { call }
}

function formOf(home: Home) {
  return {
    plate: '沪D·X0001',
    from: '310115',
    via: [],
    to: '410811',
    eta: beijingIso(plus(instant(home.now()), hour)),
    cargo: '08',
    riskStay: false,
    plan: 'leave-at-once',
    commitment: true,
    crew: [{ role: 'driver', name: '李示例', document: 'id-card', number: '319999198001010031', phone: '13000000002' }],
  }
}

async function registerTruck(home: Home) {
  const body = { id: crypto.randomUUID(), ...formOf(home) }
  return (await ask(home, registerTrip.answer, { method: 'POST', path: registerTrip.path, body })).answer
}

type Registered = z.infer<typeof registerTrip.answer>

async function openCode(home: Home, driver: Registered): Promise<Story['code'] & { state: string }> {
  const path = `/api/trips/${driver.trip.id}/code`
  const headers = { authorization: `Bearer ${driver.key}` }
  const { answer } = await ask(home, currentCode.answer, { method: 'GET', path, headers })
  const jwks = await home.send(new Request(`${home.origin}/.well-known/jwks.json`))
  const keys = await importKeys(await jwks.json())
  const opened = await openCredential(answer.qr ?? '', { keys, now: instant(home.now()) })
  return { state: answer.state, opened: opened.ok && opened.kind === 'freight' && opened.claims.plate === plate }
}

type Office = Awaited<ReturnType<typeof openOffice>>

async function bindPhone(home: Home, office: Office) {
  const inspector = {
    login: 'inspector',
    name: '查验示例',
    role: 'inspector',
    checkpoint: 'JZ-G01',
    password: 'a long password',
  }
  const { id: staff } = await office.call(addStaff.answer, 'POST', addStaff.path, inspector)
  const place = { staff, checkpoint: 'JZ-G01', lane: 2 }
  const { link } = await office.call(enrol.answer, 'POST', enrol.path, place)
  const secret = link.slice(link.indexOf('#enrol=') + '#enrol='.length)
  const own = await newPhone()
  const body = { secret, key: own.publicKey, device: 'test phone' }
  const { answer: bound } = await ask(home, bindTerminal.answer, { method: 'POST', path: bindTerminal.path, body })
  const call = async <Schema extends z.ZodMiniType>(answer: Schema, method: string, path: string, body?: unknown) => {
    const authorization = await terminalProof(own, bound.terminal, { method, path, now: home.now() })
    return (await ask(home, answer, { method, path, body, headers: { authorization } })).answer
  }
  return { own, bound, call }
}
