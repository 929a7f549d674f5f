/** Reading one inspection: what is refused and how it is said, and what is not. */
import { expect, test } from 'vitest'
import { inspectionToJson, parseInspection } from '../../shared/facts-json.ts'
import { Fault } from '../../shared/fault.ts'

const g5 = {
  id: 'G5',
  now: '2022-05-16T10:00:00+08:00',
  trip: { scope: 'cross-province', registered: true, throughTrain: false, cargo: '02' },
  vehicle: { plate: '沪DX0001', freight: true },
  freightCode: 'green',
  crew: [
    {
      role: 'driver',
      temperatures: [36.5],
      nucleicAcid: {
        result: 'negative',
        sampledAt: '2022-05-14T02:00:00+08:00',
        reportedAt: '2022-05-14T10:00:00+08:00',
      },
      antigen: null,
      healthCode: 'green',
      healthCodeGround: null,
      travelCard: 'green-starred',
      riskStay: false,
      listed: null,
      driverWhitelist: { from: '2022-05-10T00:00:00+08:00', to: '2022-05-20T00:00:00+08:00', closedLoop: true },
      refuses: false,
    },
  ],
  pass: { state: 'valid' },
  priorRelease: { at: '2022-05-16T04:00:00+08:00', checkpoint: 'JZ-G01', sameCrew: true },
  offline: false,
}

type Path = readonly (string | number)[]

/** A copy in which the value at the path is another, or gone (`undefined`). */
function changed(path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(g5)
  let at = copy
  for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key)
  if (value === undefined) Reflect.deleteProperty(Object(at), path.at(-1)!)
  else Reflect.set(Object(at), path.at(-1)!, value)
  return copy
}

function refusal(json: unknown): string {
  try {
    parseInspection(json)
    return 'accepted'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error.kind).toBe('bad-input')
    if (error.path) expect(error.message).toContain(error.path)
    return `${error.code} ${error.path}`
  }
}

test('the contract’s example is read whole, and written back as it was', () => {
  expect(inspectionToJson(parseInspection(g5))).toEqual(g5)
})

const member = ['crew', 0] as const
const refused: readonly (readonly [path: Path, value: unknown, refusal: string])[] = [
  [['id'], undefined, 'FA-02 id'],
  [['id'], 5, 'FA-03 id'],
  [['now'], undefined, 'FA-02 now'],
  [['now'], '2022-05-16T10:00:00', 'FA-05 now'],
  [['now'], '2022-02-30T10:00:00+08:00', 'FA-05 now'],
  [['now'], 1652666400000, 'FA-05 now'],
  [['crew'], undefined, 'FA-02 crew'],
  [['crew'], [], 'FA-06 crew'],
  [['crew'], {}, 'FA-03 crew'],
  [member, null, 'FA-03 crew.0'],
  [['plate'], '豫H12345', 'FA-01 plate'],
  [['trip', 'origin'], '沪', 'FA-01 trip.origin'],
  [['constructor'], 1, 'FA-01 constructor'],
  [[...member, 'idNumber'], '1', 'FA-01 crew.0.idNumber'],
  [[...member, 'nucleicAcid', 'lab'], '1', 'FA-01 crew.0.nucleicAcid.lab'],
  [['trip'], null, 'FA-03 trip'],
  [['trip', 'scope'], 'in_province', 'FA-04 trip.scope'],
  [['trip', 'scope'], null, 'FA-04 trip.scope'],
  [['trip', 'registered'], 'true', 'FA-03 trip.registered'],
  [['trip', 'cargo'], '10', 'FA-04 trip.cargo'],
  [['trip', 'cargo'], 2, 'FA-04 trip.cargo'],
  [['vehicle', 'freight'], 1, 'FA-03 vehicle.freight'],
  [['freightCode'], 'orange', 'FA-04 freightCode'],
  [['freightCode'], 'Green', 'FA-04 freightCode'],
  [[...member, 'role'], 'owner', 'FA-04 crew.0.role'],
  [[...member, 'temperatures'], 36.5, 'FA-03 crew.0.temperatures'],
  [[...member, 'temperatures'], null, 'FA-03 crew.0.temperatures'],
  [[...member, 'temperatures', 0], '36.5', 'FA-03 crew.0.temperatures.0'],
  [[...member, 'temperatures', 0], 29.9, 'FA-09 crew.0.temperatures.0'],
  [[...member, 'temperatures', 1], 45.1, 'FA-09 crew.0.temperatures.1'],
  [[...member, 'temperatures', 0], Number.POSITIVE_INFINITY, 'FA-03 crew.0.temperatures.0'],
  [[...member, 'antigen'], 'none', 'FA-04 crew.0.antigen'],
  [[...member, 'healthCode'], 'grey', 'FA-04 crew.0.healthCode'],
  [[...member, 'travelCard'], 'green*', 'FA-04 crew.0.travelCard'],
  [[...member, 'riskStay'], 'no', 'FA-03 crew.0.riskStay'],
  [[...member, 'listed'], 'yellow', 'FA-04 crew.0.listed'],
  [[...member, 'refuses'], null, 'FA-03 crew.0.refuses'],
  [[...member, 'nucleicAcid', 'result'], undefined, 'FA-02 crew.0.nucleicAcid.result'],
  [[...member, 'nucleicAcid', 'sampledAt'], '2022-05-14T10:00:01+08:00', 'FA-08 crew.0.nucleicAcid.sampledAt'],
  [[...member, 'nucleicAcid', 'reportedAt'], '2022-05-16T10:02:01+08:00', 'FA-07 crew.0.nucleicAcid.reportedAt'],
  [[...member, 'driverWhitelist', 'to'], undefined, 'FA-02 crew.0.driverWhitelist.to'],
  [['pass', 'state'], undefined, 'FA-02 pass.state'],
  [['pass', 'state'], 'none', 'FA-04 pass.state'],
  [['priorRelease', 'at'], undefined, 'FA-02 priorRelease.at'],
  [['priorRelease', 'at'], '2022-05-16T10:02:00.001+08:00', 'FA-07 priorRelease.at'],
  [['offline'], null, 'FA-03 offline'],
]
test.each(refused)('%j = %j → %s', (path, value, expected) => expect(refusal(changed(path, value))).toBe(expected))

test('__proto__ is a key like any other that is not known', () => {
  expect(refusal(JSON.parse('{"id":"x","now":"2022-05-16T10:00:00+08:00","crew":[{}],"__proto__":{}}'))).toBe(
    'FA-01 __proto__',
  )
})

test.each([null, 5, 'x', [], [g5], true])('%j is no inspection', (json) => expect(refusal(json)).toBe('FA-03 '))

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
test.each([['now'], ['id'], ['freightCode'], ['offline'], ['trip'], ['crew']])(
  '%s nested deeper than any stack is refused like other nonsense',
  (key) => expect(refusal(changed([key], nested(100_000)))).toMatch(/^FA-0[345] /),
)

const accepted: readonly (readonly [path: Path, value: unknown])[] = [
  ...(['trip', 'vehicle', 'freightCode', 'pass', 'priorRelease', 'offline'] as const).map(
    (key) => [[key], undefined] as const,
  ),
  ...Object.keys(g5.crew[0]!).map((key) => [[...member, key], undefined] as const),
  [member, {}],
  [['trip'], {}],
  [['vehicle'], {}],
  [['freightCode'], null],
  [['pass'], null],
  [['priorRelease'], null],
  [['priorRelease', 'checkpoint'], undefined],
  [['priorRelease', 'sameCrew'], undefined],
  [[...member, 'nucleicAcid'], null],
  [[...member, 'nucleicAcid', 'sampledAt'], undefined],
  [[...member, 'nucleicAcid', 'reportedAt'], null],
  [[...member, 'nucleicAcid', 'sampledAt'], '2022-05-14T10:00:00+08:00'],
  [[...member, 'nucleicAcid', 'reportedAt'], '2022-05-16T10:02:00+08:00'],
  [[...member, 'temperatures'], []],
  [
    [...member, 'temperatures'],
    [30, 45],
  ],
  [[...member, 'driverWhitelist', 'to'], '2032-05-20T00:00:00+08:00'],
  [['now'], '2022-05-16T02:00:00Z'],
  [['vehicle', 'plate'], ''],
]
test.each(accepted)('%j = %j is read', (path, value) => expect(refusal(changed(path, value))).toBe('accepted'))

test('what is left out stays left out, and null stays null', () => {
  const { facts } = parseInspection({ id: 'x', now: g5.now, crew: [{ antigen: null }] })
  expect(facts).toEqual({ crew: [{ antigen: null }] })
  expect(Object.keys(facts.crew[0]!)).toEqual(['antigen'])
})
