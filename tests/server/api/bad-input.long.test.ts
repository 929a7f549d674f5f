import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { api } from '../../../schema/api/index.ts'
import { createApp } from '../../../server/app.ts'
import { refusal } from '../../kit/refusal.ts'
import { specimens } from '../../kit/specimens.ts'
import type { Specimen } from '../../kit/specimens.ts'
import type { Reply, Send } from '../../kit/world.ts'

let city: Awaited<ReturnType<typeof specimens>>
beforeAll(async () => {
  city = await specimens()
}, 60_000)
const named = (name: string): Specimen => city.list.find(({ endpoint }) => endpoint.name === name)!

/** The body with something wrong at each of its places. */
function spoilt(given: Record<string, unknown> | readonly unknown[]): [string, unknown][] {
  const body: Record<string, unknown> = Object.fromEntries(Object.entries(given))
  const places = Object.entries(body).flatMap(([key, value]): [string, unknown][] => [
    [`without ${key}`, Object.fromEntries(Object.entries(body).filter(([other]) => other !== key))],
    [`${key} null`, { ...body, [key]: null }],
    [`${key} of another type`, { ...body, [key]: typeof value === 'number' ? 'seven' : 7 }],
    [`${key} an object`, { ...body, [key]: { a: { b: [] } } }],
    [
      `${key} too long`,
      { ...body, [key]: Array.isArray(value) ? Array.from({ length: 600 }, () => value[0]) : 'x'.repeat(5000) },
    ],
    [`${key} empty`, { ...body, [key]: Array.isArray(value) ? [] : '' }],
    ...inside(value).map(([where, other]): [string, unknown] => [`${key}.${where}`, { ...body, [key]: other }]),
  ])
  return [
    ...places,
    ['a key more', { ...body, more: 1 }],
    ['a list', [body]],
    ['null', null],
    ['a word', 'word'],
    ['half', '{"a":'],
  ]
}

/** One level down: the first of a list, or an object. */
function inside(value: unknown): [string, unknown][] {
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  if (typeof first === 'object' && first !== null) return spoilt({ ...first }).map(([where, other]) => [where, [other]])
  if (Array.isArray(value)) return []
  return typeof value === 'object' && value !== null ? spoilt({ ...value }) : []
}

/** By the place that is wrong; a commitment that was not made is told by its own word. */
const refused = /^(400 IN-0[12] \S+|422 PA-17 commitment|429 LI-01)$/

describe.each(api.filter((endpoint) => 'body' in endpoint).map(({ name }) => name))('%s', (name) => {
  it('refuses whatever its contract does not allow with code, words and place, and writes nothing', async () => {
    const { endpoint, path, body = {}, by } = named(name)
    const bad = spoilt(body).filter(
      ([, sent]) => typeof sent === 'string' || !z.safeParse(endpoint.body!, sent).success,
    )
    expect(bad.length).toBeGreaterThan(4)
    const before = await city.road.rows()
    for (const [what, sent] of bad) {
      const answer = await by(endpoint.method, path, sent === null ? 'null' : sent)
      expect([what, refusal(answer)]).toEqual([what, expect.stringMatching(refused)])
    }
    expect(await city.road.rows()).toEqual(before)
  })
})

describe('who is asking', () => {
  it.each(api.map(({ name, callers }) => [name, callers.join(', ')]))('%s is for %s', async (name) => {
    const { endpoint, path, body } = named(name)
    const { road, trip, inspector } = city
    const askers: [string, Send][] = [
      ['anyone', road.anyone],
      ['driver', road.sender(() => ({ authorization: `Bearer ${trip.key}` }))],
      ['terminal', inspector.call],
      ['a wrong key', road.sender(() => ({ authorization: 'Bearer wrong' }))],
      ['a wrong proof', road.sender(() => ({ authorization: 'Terminal a.b.c' }))],
      ['an old cookie', road.sender(() => ({ cookie: 'cx=old', 'x-changxing': '1' }))],
    ]
    for (const role of staffRoles) askers.push([role, (await road.staff(role, 'JZ-G01')).send])
    const callers: readonly string[] = endpoint.callers
    const before = await road.rows()
    for (const [who, by] of askers.filter(([who]) => !callers.includes(who) && !callers.includes('anyone'))) {
      const answer = await by(endpoint.method, path, body)
      expect([who, refusal(answer)]).toEqual([who, expect.stringMatching(/^(401|403) AU-0\d$/)])
    }
    expect(await road.rows()).toEqual(before)
  })

  it('a call of staff without the header that a foreign page cannot send is refused', async () => {
    const { road } = city
    const { list } = await specimens()
    expect(list.length).toBe(api.length)
    const admin = await road.staff('admin')
    const bare = road.sender(() => ({ cookie: `cx=token-${admin.id}` }))
    expect(refusal(await bare('POST', '/api/checkpoints', named('addCheckpoint').body))).toBe('403 AU-05')
    expect((await bare('GET', '/api/staff')).status).toBe(200)
  })
})

it.each([
  ['/api/trips/7', 'getTrip'],
  ['/api/inspections/7', 'getInspection'],
  ['/api/terminals/7/release', 'releaseTerminal'],
  ['/api/staff/7', 'changeStaff'],
  ['/api/checkpoints/a%20b', 'changeCheckpoint'],
  ['/api/plates/%2A', 'lookUpPlate'],
  ['/api/inspections?limit=0', 'listInspections'],
  ['/api/inspections?limit=201', 'listInspections'],
  ['/api/inspections?row=V99x', 'listInspections'],
  ['/api/inspections?day=2022-02-30', 'listInspections'],
  ['/api/inspections?before=1', 'listInspections'],
  ['/api/inspections?colour=red', 'listInspections'],
])('%s is refused by its address', async (path, name) => {
  const { endpoint, body, by } = named(name)
  const before = await city.road.rows()
  expect(refusal(await by(endpoint.method, path, body))).toMatch(/^(400 (IN-01|RC-13) (path|query)|401 AU-0[26])/)
  expect(await city.road.rows()).toEqual(before)
})

const lastOf = ['rollBack', 'releaseTerminal']

it('every endpoint of the contract is bound, and each right request is answered as its contract says', async () => {
  const { list, road } = await specimens()
  const app = createApp(road.deps)
  const bound = new Set(app.routes.map(({ method, path }) => `${method} ${path}`))
  expect(api.filter(({ method, path }) => !bound.has(`${method} ${path}`))).toEqual([])
  // A phone that is released asks no more; what was checked against an amendment goes with it.
  const inTurn = list.toSorted((a, b) => lastOf.indexOf(a.endpoint.name) - lastOf.indexOf(b.endpoint.name))
  for (const { endpoint, path, body, by } of inTurn) {
    const answer = await by(endpoint.method, path, body)
    if (answer.status >= 400) expect([endpoint.name, refusal(answer)]).toEqual(known[endpoint.name])
    else
      expect([endpoint.name, answer.status, flawIn(endpoint, answer)]).toEqual([
        endpoint.name,
        endpoint.status,
        undefined,
      ])
  }
}, 60_000)

/** What is not as the contract says; of a file, its type. */
function flawIn({ file, answer }: Specimen['endpoint'], { body, headers }: Reply): unknown {
  if (file === undefined) return z.safeParse(answer, body).error?.issues
  const type = headers.get('content-type') ?? ''
  return type.split(';')[0] === file && typeof body === 'string' && body !== '' ? undefined : type
}

/** Right in form, and refused all the same: there is an administrator, nobody has that login, and the incident runs already. */
const known: Record<string, [string, string]> = {
  setUp: ['setUp', '410 ST-02 token'],
  signIn: ['signIn', '401 ST-01'],
  judgeCandidate: ['judgeCandidate', '409 CG-23'],
}
