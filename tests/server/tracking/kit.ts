import type { StaffRole } from '../../../schema/api/endpoint.ts'
import { takeInResults } from '../../../schema/api/office.ts'
import { getTracking, listTrackings } from '../../../schema/api/tracking.ts'
import { listAlerts, listMessages } from '../../../schema/api/messages.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { sql } from '../../../server/store/db.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { trackings } from '../../../server/timers/due/trackings.ts'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { driving, li } from '../../kit/people.ts'
import type { Someone } from '../../kit/people.ts'
import { fromOutside, world } from '../../kit/world.ts'
import type { Send, World } from '../../kit/world.ts'

export const plate = '豫HX0001'

/** A city with three checkpoints, everybody who is told, and one truck from Shanghai on its way to 武陟. */
export async function roadToWuzhi() {
  const road = await world()
  await road.db.commit([addCheckpointRow(place('JZ-G03', '410823'))])
  const booth = await road.inspector('JZ-G01')
  /** Signed in anew for each call: a day passes, and a session does not last that long. */
  const office = (role: StaffRole, at: string | null = null): { send: Send } => ({
    send: async (...request) => (await road.staff(role, at)).send(...request),
  })
  return {
    ...road,
    booth,
    office,
    epidemic: office('epidemic'),
    command: office('command'),
    dispatcher: office('dispatcher'),
    head: office('head', 'JZ-G01'),
  }
}
type Road = Awaited<ReturnType<typeof roadToWuzhi>>

const place = (id: string, county: string) => ({
  id,
  name: '武陟站',
  road: 'G55',
  county,
  lanes: 2,
  active: 1 as const,
  fictional: 1 as const,
})

type LetGo = { person?: Someone; truck?: string; matched?: boolean; id?: string }

/** Registers, and is let go with a sample on its way: V12. */
export async function letGo(road: Road, given: LetGo = {}) {
  const { person = li, truck = plate, matched = true, id = crypto.randomUUID() } = given
  const { trip } = await road.driver(truck).registers({
    crew: [driving(person)],
    to: '410823',
    consignee: '示例食品',
  })
  const sampledAt = beijingIso(plus(road.clock.now(), -hour))
  const facts = fromOutside(truck, { nucleicAcid: { result: 'pending', sampledAt }, antigen: 'negative' })
  const crew = [{ surname: person.name.slice(0, 1), idTail: person.number.slice(-4) }]
  const [result] = await road.booth.uploads({ id, facts, crew, trip: matched ? trip.id : null })
  return { id, trip, tracking: `${id}-0`, result }
}

export type Line = { result: 'negative' | 'positive' | 'pending'; sampledAt?: string; reportedAt?: string }

/** What the laboratory sends of one person; the moment is now unless it says otherwise. */
export async function reports(road: Road, line: Line, person: Someone = li) {
  const { document, number } = person
  const reportedAt = line.reportedAt ?? beijingIso(road.clock.now())
  const answer = await road.epidemic.send('POST', '/api/results', {
    source: '示例实验室',
    items: [{ document, number, ...line, ...(line.result === 'pending' ? {} : { reportedAt }) }],
  })
  return answer.as(takeInResults.answer).results.map(({ status }) => status)
}

/** Kind and text of what somebody finds among his messages. */
export const told = async ({ send }: { send: Send }) =>
  (await send('GET', '/api/messages')).as(listMessages.answer).items.map(({ kind, zh }) => `${kind} ${zh}`)

export const alertsOf = async ({ call }: { call: Send }) =>
  (await call('GET', '/api/alerts')).as(listAlerts.answer).items

export const trackingOf = async (road: Road, id: string) =>
  (await road.epidemic.send('GET', `/api/trackings/${id}`)).as(getTracking.answer)

export const stateOf = async (road: Road, id: string): Promise<string> => {
  const { tracking } = await trackingOf(road, id)
  return tracking.overdue ? 'overdue' : tracking.state
}

export const open = async ({ send }: { send: Send }, show = 'open') =>
  (await send('GET', `/api/trackings?show=${show}`)).as(listTrackings.answer)

/** One run of the runner over trackings; what it did, as the marks of its notes. */
export async function run(road: Pick<World, 'deps' | 'db'>): Promise<string[]> {
  const noted = async () => (await road.db.all(notes())).map(({ id }) => id)
  const before = new Set(await noted())
  await runDue(road.deps, [trackings])
  return (await noted()).filter((id) => !before.has(id)).map((id) => (id.endsWith('/overdue') ? 'overdue' : 'result'))
}
const notes = () => sql.selectFrom('due_done').select('id').where('timer', '=', 'T5').orderBy('id').compile()
