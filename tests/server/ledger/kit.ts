import { takeInResults } from '../../../schema/api/office.ts'
import { currentCode, sayLeft } from '../../../schema/api/trips.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { sql } from '../../../server/store/db.ts'
import { codes } from '../../../server/timers/codes.ts'
import { minute } from '../../../shared/instant.ts'
import { moment } from '../../policy/truck.ts'
import { li } from '../../kit/people.ts'
import { fromOutside, world } from '../../kit/world.ts'

export const plate = '沪DX0001'
/** How the inspector matches the driver of the truck: surname and last four. */
export const seen = [{ surname: '李', idTail: '0031' }]
/** `16T10:00` of May 2022, as it stands in an envelope. */
export const iso = (time: string) => `2022-05-${time}:00+08:00`
export const negative = (reported: string, sampled?: string) => ({
  result: 'negative' as const,
  ...(sampled === undefined ? {} : { sampledAt: iso(sampled) }),
  reportedAt: iso(reported),
})

/** A truck registered on 05-16 at 10:00, an inspector, a laboratory, and a clock that is moved to a given minute. */
export async function road() {
  const city = await world()
  const driver = await city.driver(plate).registers({ consignee: '示例食品', plan: 'short-stay' })
  const inspector = await city.inspector('JZ-G01')
  const until = (time: string) => city.forward((moment(time) - city.clock.now()) / minute)
  const inspects = async (person: object, more: object = {}) => {
    const facts = fromOutside(plate, { nucleicAcid: null, ...person })
    const [result] = await inspector.uploads({ facts, trip: driver.trip.id, crew: seen, ...more })
    return { row: result?.row, id: result?.id ?? '' }
  }
  const laboratory = async (...results: object[]) => {
    const items = results.map((result) => ({ document: li.document, number: li.number, ...result }))
    const office = await city.staff('epidemic')
    return (await office.send('POST', '/api/results', { source: '示例检测机构', items })).as(takeInResults.answer)
  }
  return {
    ...city,
    driver,
    inspector,
    until,
    inspects,
    laboratory,
    ticks: () => codes.run(city.deps),
    saysLeft: async (): Promise<AnswerOf<typeof sayLeft>> => (await driver.own('/left', 'POST', {})).as(sayLeft.answer),
    person: () => city.deps.vault.tag('person', `${li.document}:${li.number}`),
    code: async () => said((await driver.currentCode()).state, (await driver.currentCode()).crew[0]?.reasons ?? []),
    told: () =>
      city.db.all(
        sql
          .selectFrom('message')
          .select(['kind', 'audience', 'channel', 'ref', 'zh'])
          .orderBy('at')
          .orderBy('id')
          .compile(),
      ),
    done: async (timer: string) =>
      (
        await city.db.all(
          sql.selectFrom('due_done').selectAll().where('timer', '=', timer).orderBy('due_at').orderBy('id').compile(),
        )
      ).map(({ id, late, told }) => `${id.split('/').at(-1)}${late ? ' late' : ''}${told ? '' : ' untold'}`),
  }
}
export type Road = Awaited<ReturnType<typeof road>>

type Reasons = AnswerOf<typeof currentCode>['crew'][number]['reasons']

/** `yellow: Y1 open | Y2 cleared`: the colour of the freight code, and what the driver's page lists under it. */
const said = (state: string, reasons: Reasons): string =>
  reasons.length === 0 ? state : `${state}: ${reasons.map(({ reason, state: is }) => `${reason} ${is}`).join(' | ')}`
