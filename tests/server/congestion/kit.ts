import { board } from '../../../schema/api/dispatch.ts'
import { getIncident } from '../../../schema/api/incidents.ts'
import { reportQueue } from '../../../schema/api/queue.ts'
import { createApp } from '../../../server/app.ts'
import type { Deps } from '../../../server/deps.ts'
import type { Channels } from '../../../server/ports/channels/channel.ts'
import type { NewNotice } from '../../../server/ports/notice.ts'
import { addCheckpointRow } from '../../../server/store/checkpoints.ts'
import { sql } from '../../../server/store/db.ts'
import { watchQueues } from '../../../server/usecases/congestion-tick.ts'
import { shiftOf } from '../../kit/shifts.ts'
import { world } from '../../kit/world.ts'

type Told = { waitMinutes?: number; metres?: number; congested?: boolean; at?: string }

/** Two checkpoints of a county with everybody the article names, a dispatcher, and a clock that is moved on half a minute at a time. */
export async function watchedRoad({ roster = true, channels }: { roster?: boolean; channels?: Channels } = {}) {
  const sent: NewNotice[] = []
  const notices: NonNullable<Deps['notices']> = async (_, notice) => {
    // As a queue of notices would: the same news to the same ear is one.
    if (!sent.some(({ dedupe }) => dedupe === notice.dedupe)) sent.push(notice)
    return []
  }
  // With channels of their own the notices leave as they do in a city; else they are only heard.
  const road = await world(channels === undefined ? { notices } : { channels })
  const dispatcher = await road.staff('dispatcher')
  const command = await road.staff('command')
  const head = await road.staff('head', 'JZ-G01')
  const put = async (role: string, where: { checkpoint: string } | { area: string }, more: object = {}) => {
    const id = crypto.randomUUID()
    const person = { name: `${role}示例`, title: '示例', unit: '示例', phone: '13000000009' }
    const from = '2022-05-16T00:00:00+08:00'
    const answer = await command.send('PUT', `/api/roster/${id}`, { role, ...where, ...person, from, ...more })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return id
  }
  const fill = async (checkpoint: string) => ({
    leader: await put('leader', { checkpoint }),
    first: await put('cadre', { checkpoint }, { rank: 1 }),
    second: await put('cadre', { checkpoint }, { rank: 2 }),
  })
  const people = roster ? await fill('JZ-G01') : undefined
  if (roster) {
    await fill('JZ-G02')
    for (const role of ['party-principal', 'government-principal', 'county-desk', 'liaison'])
      await put(role, { area: '410822' })
    await put('city-desk', { area: '410800' })
    await put('province-desk', { area: '410000' })
  }
  let servers: Deps[] = [road.deps]
  const tick = async () => {
    for (const deps of servers) await watchQueues(deps)
  }
  const says = async (told: Told, checkpoint = 'JZ-G01') => {
    const body = { id: crypto.randomUUID(), checkpoint, congested: true, ...told }
    return (await dispatcher.send('POST', '/api/queue/reports', body)).as(reportQueue.answer)
  }
  return {
    ...road,
    sent,
    people,
    put,
    fill,
    dispatcher,
    command,
    head,
    tick,
    says,
    /** So many minutes, looked at each half minute; what is told on the way, told each minute. */
    async goOn(minutes: number, told?: Told, checkpoint?: string) {
      for (let half = 0; half < minutes * 2; half++) {
        road.forward(0.5)
        if (told !== undefined && half % 2 === 0) await says(told, checkpoint)
        await tick()
      }
    },
    /** From now on these servers look, on the same database: a new one remembers nothing. */
    newServer(count = 1) {
      servers = Array.from({ length: count }, () => ({ ...road.deps }))
      return createApp(servers[0]!)
    },
    standStill: () => void (servers = []),
    incident: async (id: string) =>
      (await dispatcher.send('GET', `/api/dispatch/incidents/${id}`)).as(getIncident.answer),
    board: async () => (await dispatcher.send('GET', '/api/dispatch/board')).as(board.answer),
    calls: async (part = '') =>
      (await road.db.all(sql.selectFrom('incident_call').selectAll().orderBy('at').orderBy('id').compile())).filter(
        ({ key }) => key.includes(part),
      ),
    messages: async (part: string) =>
      (await road.db.all(sql.selectFrom('message').selectAll().compile())).filter(({ kind }) => kind.includes(part)),
    onShift: async (checkpoint = 'JZ-G01') => {
      const inspector = await road.inspector(checkpoint)
      await shiftOf(road, inspector).on()
      return inspector
    },
    checkpoint: (id: string) =>
      road.db.commit([
        addCheckpointRow({ id, name: `${id} 站`, road: 'G5512', county: '410822', lanes: 4, active: 1, fictional: 1 }),
      ]),
  }
}
export type WatchedRoad = Awaited<ReturnType<typeof watchedRoad>>

/** The calls of a step by purpose and channel, without the ids of people. */
export const shown = (calls: readonly { key: string }[]): string[] =>
  calls.map(({ key }) => key.replace(/(duty|staff):[0-9a-f-]{36}/, '$1')).toSorted()
