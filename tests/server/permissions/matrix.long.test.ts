import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '../../../schema/api/index.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import type { Caller, Endpoint, StaffRole } from '../../../schema/api/endpoint.ts'
import { reachOf } from '../../../server/usecases/may.ts'
import { specimens } from '../../kit/specimens.ts'
import type { Specimen } from '../../kit/specimens.ts'
import type { Reply, Send } from '../../kit/world.ts'
import { documentText } from './document.ts'
import { askers, matrix } from './matrix.ts'
import type { Line, May, WhoAsks } from './matrix.ts'

const endpoints = new Map<string, Endpoint>(api.map((one): [string, Endpoint] => [one.name, one as Endpoint]))
const contract = (name: string): Endpoint => endpoints.get(name)!

const callerOf = (who: WhoAsks): Caller => (who === 'other driver' ? 'driver' : who === 'head elsewhere' ? 'head' : who)
const isRole = (caller: Caller): caller is StaffRole => (staffRoles as readonly string[]).includes(caller)

it('has one line for every endpoint, and none for what is not there', () => {
  expect(matrix.map(({ name }) => name).toSorted()).toEqual(api.map(({ name }) => name).toSorted())
})

describe('agrees with the contracts and with what the use cases go by', () => {
  it.each(matrix.filter(({ name }) => endpoints.has(name)))('$name', ({ name, may, deeds }) => {
    const { callers } = contract(name)
    const open = callers.includes('anyone')
    const found = askers.map((who) => {
      const caller = callerOf(who)
      if (open) return [who, 'yes']
      if (!callers.includes(caller) || (!isRole(caller) && who === 'other driver')) return [who, 'no']
      return [who, isRole(caller) ? reached(caller, deeds, may[who]) : 'yes']
    })
    expect(found).toEqual(askers.map((who) => [who, may[who]]))
  })
})

describe('what the documents ask of it (R44, R139, R140)', () => {
  const changes = matrix.filter(({ name, may }) => contract(name).method !== 'GET' && may.anyone === 'no')
  const mayChange = (who: WhoAsks) => changes.filter(({ may }) => may[who] !== 'no').map(({ name }) => name)
  const onlyBy = (name: string) => askers.filter((who) => matrix.find((line) => line.name === name)?.may[who] !== 'no')

  it('the supervisor sees every page and changes no record of others', () => {
    expect(mayChange('supervisor')).toEqual([
      'signOut',
      'findPeople',
      'markMessageSeen',
      'handleLead',
      'checkOverlayFile',
      'addSubscription',
      'removeSubscription',
      'exportAudit',
      // What supervision does to a case is to follow it up (督办) or to open a closed one again: shared/cases/moves.ts.
      'searchCases',
      'exportCases',
      'moveCase',
    ])
  })
  it('the administrator runs the system and touches no code, no list, no verdict, no rule', () => {
    expect(mayChange('admin')).toEqual([
      'enrol',
      'releaseTerminal',
      'releaseShift',
      'signOut',
      'addStaff',
      'changeStaff',
      'addCheckpoint',
      'changeCheckpoint',
      'takeInResults',
      'checkOverlayFile',
      'addSubscription',
      'removeSubscription',
      'changeSite',
      'changeRegister',
      'putDuty',
      'endDuty',
      'exportAudit',
    ])
  })
  it.each([
    ['proposeRed', ['epidemic']],
    ['signRed', ['epidemic']],
    ['correctVerdict', ['head']],
    ['reviewConflict', ['head']],
    ['releaseShift', ['admin', 'head']],
    ['signAmendment', ['command']],
    ['acceptOverlay', ['command']],
    ['importListEntries', ['list-officer']],
    ['exportAudit', ['admin', 'supervisor', 'command']],
  ])('%s only by %s', (name, who) => expect(onlyBy(name)).toEqual(who))
})

/** What the table of the use cases gives a role; whether a record is his own or allows it, only the record can tell. */
function reached(role: StaffRole, deeds: Line['deeds'], said: May): May {
  const reaches = deeds.map((deed) => reachOf(role, deed))
  if (deeds.length === 0) return 'yes'
  if (reaches.every((reach) => reach === undefined)) return 'no'
  if (said === 'part') return 'part'
  if (reaches.every((reach) => reach === 'everywhere')) return 'yes'
  return said === 'no' ? 'no' : 'own'
}

/** A proof of a place's settings takes a second, and here it is asked for by everybody. */
describe('holds over HTTP', { timeout: 60_000 }, () => {
  let city: Awaited<ReturnType<typeof specimens>>
  let by: Readonly<Record<WhoAsks, () => Promise<Send>>>
  beforeAll(async () => {
    city = await specimens()
    const { road, trip, inspector } = city
    const other = await road.driver('沪DX0009').registers({ id: crypto.randomUUID() })
    const bearer = (key: string) => road.sender(() => ({ authorization: `Bearer ${key}` }))
    const staff =
      (role: StaffRole, at: string | null = null) =>
      async () =>
        (await road.staff(role, at)).send
    by = {
      anyone: async () => road.anyone,
      driver: async () => bearer(trip.key),
      'other driver': async () => bearer(other.key),
      terminal: async () => inspector.call,
      inspector: staff('inspector', 'JZ-G01'),
      admin: staff('admin'),
      head: staff('head', 'JZ-G01'),
      'head elsewhere': staff('head', 'JZ-G02'),
      dispatcher: staff('dispatcher'),
      epidemic: staff('epidemic'),
      supervisor: staff('supervisor'),
      'appeal-officer': staff('appeal-officer'),
      'list-officer': staff('list-officer'),
      'pass-officer': staff('pass-officer'),
      command: staff('command'),
    }
  })
  const asks = async (name: string, who: WhoAsks): Promise<Reply> => {
    const { endpoint, path, body } = specimenOf(name)
    return (await by[who]())(endpoint.method, path, body)
  }
  const specimenOf = (name: string): Specimen => city.list.find(({ endpoint }) => endpoint.name === name)!
  const whoseIs = (line: Line, ...may: May[]) => askers.filter((who) => may.includes(line.may[who]))

  it.each(matrix)('$name refuses whoever may not, and nothing is written', async (line) => {
    const { endpoint, path, body } = specimenOf(line.name)
    const refused = await Promise.all(whoseIs(line, 'no').map(async (who) => ({ who, send: await by[who]() })))
    const before = await city.road.rows()
    for (const { who, send } of refused) {
      const { status, body: answer } = await send(endpoint.method, path, body)
      // What belongs to another checkpoint may be hidden from its head as if it were not there.
      const hidden = who === 'head elsewhere' && status === 404
      expect([who, hidden || status === 401 || status === 403, answer]).toEqual([who, true, answer])
    }
    expect(await city.road.rows()).toEqual(before)
  })

  it.each(matrix.filter((line) => whoseIs(line, 'own').includes('head elsewhere')))(
    '$name shows a head nothing of another checkpoint',
    async ({ name }) => {
      const [here, there] = [await asks(name, 'head'), await asks(name, 'head elsewhere')]
      expect([here.status, there.status]).toEqual([200, 200])
      expect(JSON.stringify(there.body)).not.toContain('JZ-G01')
    },
  )

  /** After these nothing is as it was: a terminal that is released asks no more. */
  const last = ['releaseTerminal']
  const inTurn = matrix.toSorted((a, b) => last.indexOf(a.name) - last.indexOf(b.name))

  it.each(inTurn)('$name answers whoever may', async (line) => {
    for (const who of whoseIs(line, 'yes', 'own')) {
      const { status, body } = await asks(line.name, who)
      const refusal = /"code":"(AU-0\d|MA-01)"/.exec(JSON.stringify(body))?.[1]
      expect([who, status < 500, refusal]).toEqual([who, true, undefined])
    }
    for (const who of whoseIs(line, 'part')) {
      const { status } = await asks(line.name, who)
      expect([who, status === 401 || status >= 500]).toEqual([who, false])
    }
  })
})

it('the document for people says the same', async () => {
  await expect(await documentText()).toMatchFileSnapshot('../../../schema/permissions.md')
})
