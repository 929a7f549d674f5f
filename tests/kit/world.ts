import { sql as raw } from 'kysely'
import * as z from 'zod/mini'
import { createApp } from '../../server/app.ts'
import type { Deps } from '../../server/deps.ts'
import { sessionTag } from '../../server/http/session.ts'
import { addCheckpointRow } from '../../server/store/checkpoints.ts'
import { insertSession } from '../../server/store/staff-sessions.ts'
import { addStaffRow } from '../../server/store/staff.ts'
import { sql } from '../../server/store/db.ts'
import type { StaffRole } from '../../schema/api/endpoint.ts'
import { uploadInspections } from '../../schema/api/inspections.ts'
import { bindTerminal, enrol, lookUpPlate } from '../../schema/api/terminals.ts'
import { currentCode, registerTrip } from '../../schema/api/trips.ts'
import { beijingIso, hour, plus } from '../../shared/instant.ts'
import { fakeClock } from './clock.ts'
import { fakeFeed, testDeps } from './deps.ts'
import { driving, li } from './people.ts'
import { envelopeOf, newPhone, sealed, terminalProof } from './phone.ts'
import type { Judged } from './phone.ts'

/** What came back. `as` reads it by its contract, and fails where the server did not keep to it. */
export type Reply = {
  status: number
  body: unknown
  headers: Headers
  as: <Schema extends z.ZodMiniType>(schema: Schema) => z.infer<Schema>
}
export type Send = (method: string, path: string, body?: unknown) => Promise<Reply>

/** A city with two checkpoints, a clock that stands still, and everybody who meets there. In memory, over HTTP. */
export async function world(more: Partial<Deps> = {}) {
  const clock = fakeClock()
  const feed = fakeFeed()
  const { deps, db, logged } = await testDeps(clock.now, feed.port, more)
  const app = createApp(deps)
  await db.commit(['JZ-G01', 'JZ-G02'].map((id) => addCheckpointRow(checkpoint(id))))
  const sender =
    (headers: () => Record<string, string> = () => ({})): Send =>
    async (method, path, body) =>
      reply(await app.request(path, request(method, body, headers())))
  const road = { clock, feed, deps, db, app, logged, sender, forward: clock.forward }
  return {
    ...road,
    anyone: sender(),
    staff: (role: StaffRole, at: string | null = null, area: string | null = null) =>
      signedIn(road, role, { at, area }),
    driver: (plate: string) => driverOf(road, plate),
    inspector: (at: string, lane = 1) => inspectorOf(road, at, lane),
    rows: () => rowCounts(road),
  }
}
export type World = Awaited<ReturnType<typeof world>>
type Road = {
  clock: ReturnType<typeof fakeClock>
  deps: Deps
  db: Deps['db']
  app: ReturnType<typeof createApp>
  sender: (headers?: () => Record<string, string>) => Send
}

const checkpoint = (id: string) => ({
  id,
  name: `${id} 站`,
  road: 'G5512',
  county: '410822',
  lanes: 4,
  active: 1 as const,
  fictional: 1 as const,
})

function request(method: string, body: unknown, headers: Record<string, string>): RequestInit {
  const all = { 'content-type': 'application/json', ...headers }
  if (body === undefined) return { method, headers: all }
  return { method, headers: all, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

async function reply(response: Response): Promise<Reply> {
  const text = isStream(response) ? await firstOf(response) : await response.text()
  const json = (response.headers.get('content-type') ?? '').includes('json')
  const body: unknown = json ? JSON.parse(text) : text
  const as = <Schema extends z.ZodMiniType>(schema: Schema) => {
    if (!response.ok) throw new Error(`${response.status} ${text}`)
    return z.parse(schema, body)
  }
  return { status: response.status, body, headers: response.headers, as }
}

const isStream = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/event-stream') === true
/** What comes first of what goes on; then the asker goes. */
async function firstOf(response: Response): Promise<string> {
  const reader = response.body!.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}

let people = 0

/** A member of staff with a running session; the password is nobody's, because hashing one takes long. */
type Belongs = { at: string | null; area: string | null }
async function signedIn({ deps, db, sender }: Road, role: StaffRole, { at, area }: Belongs) {
  const id = crypto.randomUUID()
  const token = `token-${id}`
  people += 1
  const row = {
    id,
    login: `${role}${people}`,
    name: `${role} 示例`,
    role,
    checkpoint_id: at,
    area,
    password_hash: 'none',
  }
  const expiresAt = plus(deps.now(), 12 * hour)
  await db.commit([
    addStaffRow({ ...row, created_at: deps.now(), disabled_at: null }),
    insertSession({ tokenTag: await sessionTag(deps, token), staff: id, now: deps.now(), expiresAt }),
  ])
  return { id, login: row.login, send: sender(() => ({ cookie: `cx=${token}`, 'x-changxing': '1' })) }
}

function driverOf({ sender, clock }: Road, plate: string) {
  const anyone = sender()
  const form = (more: object = {}) => ({
    id: crypto.randomUUID(),
    plate,
    from: '310115',
    via: [],
    to: '410811',
    eta: beijingIso(plus(clock.now(), hour)),
    cargo: '08',
    riskStay: false,
    plan: 'leave-at-once',
    commitment: true,
    crew: [driving(li)],
    ...more,
  })
  return {
    form,
    registers: async (more: object = {}) => {
      const answer = await anyone('POST', '/api/trips', form(more))
      const { trip, key, code, warnings } = answer.as(registerTrip.answer)
      const send = sender(() => ({ authorization: `Bearer ${key}` }))
      const own = (path: string, method = 'GET', body?: unknown) => send(method, `/api/trips/${trip.id}${path}`, body)
      return { trip, key, code, warnings, own, currentCode: async () => (await own('/code')).as(currentCode.answer) }
    },
  }
}

/** Enrols by the real way: the head makes the link, the phone binds itself with its own key. */
async function inspectorOf(road: Road, at: string, lane: number) {
  const person = await signedIn(road, 'inspector', { at, area: null })
  const head = await signedIn(road, 'head', { at, area: null })
  const made = await head.send('POST', '/api/enrolments', { staff: person.id, checkpoint: at, lane })
  const phone = await newPhone()
  const secret = made.as(enrol.answer).link.split('#enrol=')[1]
  const card = { secret, key: phone.publicKey, device: 'Redmi 9' }
  const bound = (await road.sender()('POST', '/api/terminals', card)).as(bindTerminal.answer)
  const send: Send = async (method, path, body) => {
    const proof = { method, path: path.split('?')[0] ?? path, now: road.clock.now() }
    const authorization = await terminalProof(phone, bound.terminal, proof)
    return road.sender(() => ({ authorization }))(method, path, body)
  }
  const judges = (judged: Partial<Judged> & Pick<Judged, 'facts'>) =>
    envelopeOf(bound, { madeAt: beijingIso(road.clock.now()), ...judged })
  const uploads = async (...items: (string | Partial<Judged>)[]) => {
    const tokens = items.map(async (item) =>
      typeof item === 'string' ? item : sealed(phone, judges({ facts: inProvince('豫HX0001'), ...item })),
    )
    const answer = await send('POST', '/api/inspections', { items: await Promise.all(tokens) })
    return answer.as(uploadInspections.answer).results
  }
  return { ...person, head, phone, bound, secret, call: send, judges, uploads, lookUp: lookUpBy(send) }
}

const lookUpBy = (send: Send) => async (plate: string) =>
  (await send('GET', `/api/plates/${encodeURIComponent(plate)}`)).as(lookUpPlate.answer)

/** Facts of a truck within the province with a green code: V5. */
export const inProvince = (plate: string) => ({
  trip: { scope: 'in-province' },
  vehicle: { plate, freight: true },
  freightCode: 'green',
  crew: [{ role: 'driver' }],
})

/** Facts of a registered truck from outside without a freight code, and what its driver shows. */
export const fromOutside = (plate: string, person: object) => ({
  trip: { scope: 'cross-province', registered: true },
  vehicle: { plate, freight: true },
  freightCode: 'grey',
  crew: [
    { role: 'driver', temperatures: [36.5], healthCode: 'green', travelCard: 'green', riskStay: false, ...person },
  ],
})

/** How many rows each table holds: what was refused must leave them as they were. */
async function rowCounts({ db }: Pick<Road, 'db'>): Promise<Record<string, number>> {
  const tables = await db.all(
    raw<{
      name: string
    }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name`.compile(sql),
  )
  const union = tables.map(({ name }) => `select '${name}' as name, count(*) as n from "${name}"`).join(' union all ')
  const counts = await db.all(raw<{ name: string; n: number }>`${raw.raw(union)}`.compile(sql))
  return Object.fromEntries(counts.map(({ name, n }) => [name, n]))
}
