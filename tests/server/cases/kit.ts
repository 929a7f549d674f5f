import * as casesApi from '../../../schema/api/cases.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import type { Deps } from '../../../server/deps.ts'
import { sql } from '../../../server/store/db.ts'
import { cases as callBacks } from '../../../server/timers/cases.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { calls } from '../../../server/timers/due/calls.ts'
import { world } from '../../kit/world.ts'
import type { Reply, Send } from '../../kit/world.ts'

export const plate = '沪DX0001'
export type Sheet = AnswerOf<typeof casesApi.getCase>
export type OwnCase = AnswerOf<typeof casesApi.makeCase>

/** A driver on his way, a booth, and the desk of 12328 with those who watch it. */
export async function hotline(more: Partial<Deps> = {}) {
  const road = await world(more)
  const booth = await road.inspector('JZ-G01')
  const trip = await road.driver(plate).registers({ checkpoint: 'JZ-G02' })
  /** Signed in anew for each call: days pass. */
  const office = (role: StaffRole, at: string | null = null, area: string | null = null): { send: Send } => ({
    send: async (...request) => (await road.staff(role, at, area)).send(...request),
  })
  const [desk, supervisor, command] = [office('dispatcher'), office('supervisor'), office('command')]
  const reports = (more: object = {}): Promise<Reply> =>
    trip.own('/cases', 'POST', {
      id: crypto.randomUUID(),
      category: 'congestion',
      words: '排队两小时没动',
      checkpoint: 'JZ-G02',
      ...more,
    })
  const moves = (id: string, body: object, by = desk) => by.send('POST', `/api/cases/${id}/moves`, body)
  return {
    ...road,
    booth,
    trip,
    office,
    desk,
    supervisor,
    command,
    reports,
    moves,
    reported: async (more: object = {}) => (await reports(more)).as(casesApi.makeCase.answer),
    moved: async (id: string, body: object, by = desk) => (await moves(id, body, by)).as(casesApi.moveCase.answer),
    sheet: async (id: string, by = desk) => (await by.send('GET', `/api/cases/${id}`)).as(casesApi.getCase.answer),
    own: async () => (await trip.own('/cases')).as(casesApi.tripCases.answer).cases,
    tells: (id: string, body: object) => trip.own(`/cases/${id}/words`, 'POST', body),
    queue: async (body: object = { show: 'open' }, by = desk) =>
      (await by.send('POST', '/api/cases/search', body)).as(casesApi.searchCases.answer),
    /** Kind, ear and way of every message about cases so far, in order. */
    told: async () =>
      (await road.db.all(messages()))
        .toSorted(inTurn)
        .map(({ kind, audience, channel }) => `${kind} ${audience} ${channel}`),
    words: async (kind: string, audience: string) =>
      (await road.db.all(messages()))
        .filter((one) => one.kind === kind && one.audience === audience)
        .map(({ zh }) => zh),
    runs: async () => {
      await runDue(road.deps, [calls])
      await callBacks.run(road.deps)
    },
  }
}
export type Hotline = Awaited<ReturnType<typeof hotline>>

const messages = () =>
  sql
    .selectFrom('message')
    .select(['kind', 'audience', 'channel', 'zh', 'at', 'dedupe'])
    .where('kind', 'like', 'case-%')
    .orderBy('at')
    .orderBy('id')
    .compile()

/** Of one moment by the event that each tells of. */
const eventIn = (dedupe: string) => Number(dedupe.split('/').at(-1))
const inTurn = (a: { at: number; dedupe: string }, b: { at: number; dedupe: string }) =>
  a.at - b.at || eventIn(a.dedupe) - eventIn(b.dedupe)

export const refusal = ({ status, body }: Reply): string => {
  const { error } = body as { error: { code: string; path?: string } }
  return [status, error.code, error.path].filter((part) => part !== undefined).join(' ')
}
