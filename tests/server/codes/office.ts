import { sql } from '../../../server/store/db.ts'
import type { AuditAction } from '../../../shared/audit/actions.ts'
import * as codesApi from '../../../schema/api/codes.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { takeInResults } from '../../../schema/api/office.ts'
import type { Instant } from '../../../shared/instant.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import { li } from '../../kit/people.ts'
import { fromOutside, world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'

export type Officer = Awaited<ReturnType<World['staff']>>
export type PersonAnswer = AnswerOf<typeof codesApi.getPerson>

/** The city with one truck from outside, its driver 李示例, and a checkpoint that knows him by surname and tail. */
export async function city() {
  const road = await world()
  const inspector = await road.inspector('JZ-G01')
  const trip = await road.driver(plate).registers()
  const crew = [{ surname: '李', idTail: '0031' }]
  const shows = (person: object, more: object = {}) =>
    inspector.uploads({ facts: fromOutside(plate, person), trip: trip.trip.id, crew, ...more })
  return { ...road, road, inspector, trip, shows }
}
export type City = Awaited<ReturnType<typeof city>>

export const plate = '沪DX0001'

/** Everything an inspector needs to see of a driver whose own papers are in order. */
export const inOrder = (road: World) => ({
  nucleicAcid: { result: 'negative', reportedAt: beijingIso(plus(road.clock.now(), -10 * hour)) },
})

export const find = async (officer: Officer, body: object) =>
  (await officer.send('POST', '/api/people/searches', body)).as(codesApi.findPeople.answer).items

/** 李示例's tag, as the office finds it by the plate. */
export async function liTag(officer: Officer): Promise<string> {
  const [row] = await find(officer, { plate })
  if (row === undefined) throw new Error('nobody found by the plate')
  return row.person
}

export const look = async (officer: Officer, person: string) =>
  (await officer.send('GET', `/api/people/${person}`)).as(codesApi.getPerson.answer)

type Queue = 'waiting' | 'red' | 'yellow' | 'overstay'
export const queue = async (officer: Officer, name: Queue) =>
  (await officer.send('GET', `/api/people?queue=${name}`)).as(codesApi.listPeople.answer)

export const sign = (officer: Officer, person: string, opening: string) =>
  officer.send('POST', `/api/people/${person}/signatures`, { opening })

export const proposal = (more: object = {}) => ({
  id: crypto.randomUUID(),
  reason: 'R1',
  ground: 'risk-stay',
  evidence: { kind: 'document', id: '焦疫防〔2022〕17号' },
  ...more,
})

export const propose = (officer: Officer, person: string, more: object = {}) =>
  officer.send('POST', `/api/people/${person}/proposals`, proposal(more))

/** A positive result puts its person on the positive list. */
export const positiveResult = async (officer: Officer, at: Instant) =>
  (
    await officer.send('POST', '/api/results', {
      source: '示例检测机构',
      items: [{ document: li.document, number: li.number, result: 'positive', reportedAt: beijingIso(at) }],
    })
  ).as(takeInResults.answer)

type Entry = { action: string; subject: string; reason: string | null; detail: string }

/** What the log tells of these deeds, oldest first. */
export const audited = (town: Pick<World, 'db'>, ...actions: AuditAction[]): Promise<Entry[]> =>
  town.db.all(
    sql
      .selectFrom('audit')
      .select(['action', 'subject', 'reason', 'detail'])
      .where('action', 'in', actions)
      .orderBy('seq')
      .compile(),
  )
