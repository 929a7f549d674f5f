/** The golden cases G1–G37 as an inspector meets them: scanned, looked up and answered through the session. */
import { describe, expect, test } from 'vitest'
import type { PersonAnswers } from '../../checkpoint-app/device/known-here.ts'
import type { PlateView } from '../../checkpoint-app/device/server.ts'
import { hour, plus, type Instant } from '../../shared/instant.ts'
import { moment, negative, now } from '../policy/truck.ts'
import {
  freightToken,
  onlinePerson,
  opened,
  papers,
  plate,
  scannedFreight,
  scannedPass,
  trip,
  truckSeen,
  view,
  type Booth,
} from './booth.ts'

const green = { state: 'green', why: null } as const
const inProvince = (code: 'green' | 'yellow' | 'grey' = 'green') =>
  view({ trip: trip({ scope: 'in-province', code: { state: code, why: null } }) })
const w1 = { from: '2022-05-16T00:00:00+08:00', to: '2022-05-23T00:00:00+08:00', closedLoop: true }

/** Registered, without a green code; the driver shows papers that hold, changed so. */
const shows = (changes: PersonAnswers = {}, person = onlinePerson(), rest: Partial<PlateView> = {}): Booth =>
  truckSeen()
    .lookedUp(view({ trip: trip(), crew: [person], ...rest }))
    .answers(0, papers(changes))
/** Registered, with a green code; only the temperature is taken. */
const greenCode = (reading = 36.5): Booth =>
  truckSeen(plate)
    .lookedUp(view({ trip: trip({ code: green }), crew: [onlinePerson()] }))
    .happens({ type: 'temperature', person: 0, reading })
const early = { result: 'negative', sampledAt: moment('14T06:00'), reportedAt: moment('14T14:00') } as const
const pending = { result: 'pending', sampledAt: moment('16T02:00') } as const
const old = negative('14T09:59')
const prior = {
  at: '2022-05-16T04:00:00+08:00',
  checkpoint: 'JZ-G02',
  checkpointName: '武陟站',
  crew: ['t1'],
  day: '2022-05-16',
}
const releasedBefore = (answers: PersonAnswers): Booth =>
  truckSeen()
    .lookedUp(view({ trip: trip(), crew: [onlinePerson()], priorRelease: prior }), {
      people: [{ tag: 't1', listed: undefined }],
    })
    .answers(0, answers)

const cases: readonly (readonly [id: string, booth: () => Booth | Promise<Booth>, says: string, at?: Instant])[] = [
  ['G1', () => truckSeen('豫AX0001').lookedUp(inProvince()), 'V5'],
  ['G2', () => truckSeen().lookedUp(view()).happens({ type: 'scope-said', scope: 'in-province' }), 'V6'],
  ['G3', () => truckSeen().lookedUp(inProvince('yellow')), 'V6'],
  ['G4', () => truckSeen('沪DX0001').lookedUp(inProvince()), 'V5'],
  ['G5', () => greenCode(), 'V8'],
  ['G6', () => shows({ nucleicAcid: old }), 'V11'],
  ['G6 antigen negative', () => shows({ nucleicAcid: old }).answers(0, { antigen: 'negative' }), 'V12'],
  ['G7', () => greenCode(), 'V8', moment('16T10:00:59')],
  ['G8', () => shows({ nucleicAcid: { result: 'negative', sampledAt: moment('14T08:00') } }), 'V11'],
  ['G9', () => shows({ nucleicAcid: early }), 'V10'],
  ['G10', () => shows({ nucleicAcid: pending }), 'V11'],
  ['G10 antigen negative', () => shows({ nucleicAcid: pending }).answers(0, { antigen: 'negative' }), 'V12'],
  ['G11', () => shows({ nucleicAcid: null }), 'V11'],
  ['G11 antigen negative', () => shows({ nucleicAcid: null }).answers(0, { antigen: 'negative' }), 'V12'],
  ['G12', () => shows({ nucleicAcid: old }).answers(0, { antigen: 'positive' }), 'V1'],
  ['G13', () => shows({ nucleicAcid: old }).answers(0, { antigen: 'invalid' }), 'V11'],
  ['G14', () => shows({ travelCard: 'green-starred' }), 'V10'],
  ['G15', () => shows({ healthCode: 'yellow' }), 'V13'],
  [
    'G16',
    () => shows({ healthCode: 'yellow', nucleicAcid: negative('13T22:00') }).answers(0, { antigen: 'negative' }),
    'V14',
  ],
  ['G17', () => shows({ healthCode: 'red' }, onlinePerson({ driverWhitelist: w1 })), 'V3'],
  ['G18', () => shows({ riskStay: true }), 'V3'],
  ['G19', () => shows({ riskStay: false, travelCard: 'green-starred' }), 'V10'],
  ['G20', () => shows({ temperatures: [37.2] }), 'V10'],
  ['G21', () => shows({ temperatures: [37.3] }).happens({ type: 'temperature', person: 0, reading: 36.9 }), 'V10'],
  ['G22', () => shows({ temperatures: [37.5] }).happens({ type: 'temperature', person: 0, reading: 37.6 }), 'V2'],
  ['G23', () => truckSeen().lookedUp(view()).happens({ type: 'scope-said', scope: 'cross-province' }), 'V7'],
  [
    'G23 registered on the driver’s own phone',
    () =>
      truckSeen()
        .lookedUp(view())
        .happens({ type: 'scope-said', scope: 'cross-province' })
        .lookedUp(view({ trip: trip({ code: green }), crew: [onlinePerson()] }))
        .happens({ type: 'temperature', person: 0, reading: 36.5 }),
    'V8',
  ],
  [
    'G24',
    async () =>
      shows().happens({
        type: 'code-read',
        opened: await scannedPass({
          issuedAt: plus(now, -240 * hour),
          validFrom: plus(now, -240 * hour),
          expiresAt: plus(now, -hour),
        }),
      }),
    'V10',
  ],
  ['G25', async () => shows().happens({ type: 'code-read', opened: await scannedPass() }), 'V10 +M1'],
  [
    'G26',
    async () => shows().happens({ type: 'code-read', opened: await scannedPass({ plate: '沪DX0009' }) }),
    'V10 +M7',
  ],
  [
    'G27',
    async () =>
      shows().happens({ type: 'code-read', opened: await opened(`${(await freightToken()).slice(0, -6)}AAAAAA`) }),
    'V10 +M7',
  ],
  [
    'G28',
    async () =>
      [0, 1, 2].reduce<Booth>(
        (booth, person) => booth.happens({ type: 'temperature', person, reading: 36.5 }),
        truckSeen()
          .happens({ type: 'code-read', opened: await scannedFreight() })
          .lookedUp(undefined),
      ),
    'V8 +M6',
  ],
  [
    'G29',
    async () =>
      truckSeen()
        .happens(
          { type: 'code-read', opened: await opened(await freightToken(), now, 'revoked') },
          { type: 'scope-said', scope: 'cross-province' },
          { type: 'registered-said', registered: true },
          { type: 'temperature', person: 0, reading: 36.5 },
        )
        .lookedUp(undefined),
    'documents 0: nucleicAcid healthCode travelCard riskStay',
  ],
  [
    'G30',
    () =>
      shows(
        { healthCode: 'yellow', healthCodeGround: 'itinerary', travelCard: 'green-starred', temperatures: [36.4] },
        onlinePerson({ driverWhitelist: w1 }),
      ),
    'V10 +M2',
  ],
  ['G31', () => shows({ healthCode: 'red' }, onlinePerson({ driverWhitelist: w1 })), 'V3'],
  [
    'G32',
    () =>
      shows({ healthCode: 'yellow' }, onlinePerson({ driverWhitelist: { ...w1, to: '2022-05-22T00:00:00+08:00' } })),
    'V13',
  ],
  ['G33', () => shows({ nucleicAcid: negative('15T04:00') }), 'V10'],
  [
    'G34',
    () =>
      truckSeen()
        .lookedUp(view({ trip: trip(), crew: [onlinePerson(), onlinePerson({ surname: '李', idTail: '0021' })] }))
        .answers(0, papers({ nucleicAcid: negative('16T00:00') }))
        .answers(1, papers({ nucleicAcid: negative('14T08:00') })),
    'V11',
  ],
  ['G35', () => shows({ nucleicAcid: negative('15T14:00') }), 'V10'],
  ['G36', () => releasedBefore({ nucleicAcid: negative('15T14:00') }), 'V4'],
  ['G37', () => releasedBefore({ nucleicAcid: negative('15T14:00'), healthCode: 'red' }), 'V3'],
]

describe('golden cases through the session', () => {
  test.each(cases.map(([id, booth, says, at]) => ({ id, booth, says, at })))(
    '$id → $says',
    async ({ booth, says, at }) => {
      expect((await booth()).says(at)).toBe(says)
    },
  )
})
