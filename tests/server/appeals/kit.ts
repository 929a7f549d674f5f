import * as appealsApi from '../../../schema/api/appeals.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { ledgersOf } from '../../../server/usecases/code-ledger.ts'
import { addEvents } from '../../../server/usecases/code-ledger.ts'
import { sql } from '../../../server/store/db.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { appeals } from '../../../server/timers/due/appeals.ts'
import type { LedgerEvent } from '../../../shared/codes/events.ts'
import { beijingIso, hour, instant, parseInstant, plus } from '../../../shared/instant.ts'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import { li } from '../../kit/people.ts'
import { fromOutside, world } from '../../kit/world.ts'
import type { Send } from '../../kit/world.ts'

export const plate = '沪DX0001'
export type Appeal = AnswerOf<typeof appealsApi.makeAppeal>
export const at = (text: string) => parseInstant(text) ?? instant(0)

/** A truck from Shanghai, its driver 李示例, the booth that meets it, and everybody who is asked afterwards. */
export async function greenLane() {
  const road = await world()
  const booth = await road.inspector('JZ-G01')
  const trip = await road.driver(plate).registers()
  /** Signed in anew for each call: days pass. */
  const office = (role: StaffRole, where: string | null = null): { send: Send } => ({
    send: async (...request) => (await road.staff(role, where)).send(...request),
  })
  const person = await road.deps.vault.tag('person', `id-card:${li.number}`)
  const crew = [{ surname: '李', idTail: '0031' }]
  const shows = async (facts: object, id = crypto.randomUUID()) => {
    const [result] = await booth.uploads({ id, facts: fromOutside(plate, facts), crew, trip: trip.trip.id })
    if (result?.status !== 'recorded') throw new Error(JSON.stringify(result))
    return { id, row: result.row }
  }
  const own = async () => (await trip.own('/appeals')).as(appealsApi.tripAppeals.answer)
  const asks = (body: object) => trip.own('/appeals', 'POST', { id: crypto.randomUUID(), seat: 0, ...body })
  return {
    ...road,
    booth,
    trip,
    office,
    person,
    shows,
    own,
    asks,
    officer: office('appeal-officer'),
    epidemic: office('epidemic'),
    supervisor: office('supervisor'),
    dispatcher: office('dispatcher'),
    head: office('head', 'JZ-G01'),
    appeals: async (body: object): Promise<Appeal> => (await asks(body)).as(appealsApi.makeAppeal.answer),
    /** Open, waiting and closed, as `Y1 open`, `Y1 two-tests`. */
    colours: async () => {
      const ledger = (await ledgersOf(road.deps, [person])).get(person)!
      return [
        ...ledger.open.map(({ reason }) => `${reason} open`),
        ...ledger.proposed.map(({ reason }) => `${reason} proposed`),
        ...ledger.closed.map(({ reason, closed }) => `${reason} ${closed.way}`),
      ]
    },
    ledger: async () => (await ledgersOf(road.deps, [person])).get(person)!,
    /** What somebody else's systems wrote into his ledger. */
    happens: (...events: LedgerEvent[]) => road.db.commit(addEvents(person, events, { now: road.clock.now() })),
    /** Kind and ear of every message about appeals and corrections so far, in order; what the booth itself made known is not among them. */
    told: async () =>
      (await road.db.all(messages()))
        .filter(({ kind }) => kind !== 'code-yellow')
        .map(({ kind, audience, channel }) => `${kind} ${audience} ${channel}`),
    /** To the driver, of one kind, on his screen. */
    words: async (kind: string) =>
      (await road.db.all(messages()))
        .filter((one) => one.kind === kind && one.audience === 'driver' && one.channel === 'screen')
        .map(({ zh }) => zh),
    runs: () => runDue(road.deps, [appeals]),
  }
}
export type Lane = Awaited<ReturnType<typeof greenLane>>

const messages = () =>
  sql
    .selectFrom('message')
    .select(['kind', 'audience', 'channel', 'zh'])
    .orderBy('at')
    .orderBy('kind')
    .orderBy('audience')
    .orderBy('channel')
    .compile()

/** Yellow of the health code, with a test of this morning: V13 opens Y1. */
export const yellow = (lane: Lane) => ({
  healthCode: 'yellow',
  nucleicAcid: { result: 'negative', reportedAt: beijingIso(plus(lane.clock.now(), -4 * hour)) },
})

export const negative = (sampledAt: string) => ({
  nucleicAcid: { result: 'negative' as const, sampledAt: at(sampledAt), reportedAt: plus(at(sampledAt), 6 * hour) },
})

export const queue = async ({ send }: { send: Send }, state = 'running') =>
  (await send('GET', `/api/appeals?state=${state}`)).as(appealsApi.listAppeals.answer)

export const decide = ({ send }: { send: Send }, id: string, body: object) =>
  send('POST', `/api/appeals/${id}/decision`, body)

export const line = (reply: Awaited<ReturnType<typeof decide>>) => reply.as(appealsApi.decideAppeal.answer)

export const logged = async (lane: Lane) =>
  lane.db.all(
    sql.selectFrom('audit').select(['action', 'role', 'subject', 'reason', 'detail']).orderBy('seq').compile(),
  )

/** R1 of somebody else's finding, proposed by one person of the epidemic office and confirmed by another. */
export function red(lane: Pick<Lane, 'clock'>): LedgerEvent[] {
  const at = lane.clock.now()
  const by = (id: string) => ({ at, source: 'office', actor: { role: 'epidemic', id } }) as const
  return [
    {
      kind: 'proposed',
      id: 'R1-office',
      ...by('经办'),
      reason: 'R1',
      ground: 'risk-stay',
      evidence: { kind: 'document', id: '焦疫防〔2022〕8号' },
    },
    { kind: 'signed', id: 'R1-signed', ...by('复核'), proposal: 'R1-office' },
  ]
}
