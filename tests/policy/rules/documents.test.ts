import type { CrewMember, Facts } from '../../../shared/facts.ts'
import { antigenNegativeGoesTracked } from '../../../shared/policy/rules/antigen-negative-goes-tracked.ts'
import { checkOneProofTwoCodes } from '../../../shared/policy/rules/check-one-proof-two-codes.ts'
import { headDecidesOnRefusal } from '../../../shared/policy/rules/head-decides-on-refusal.ts'
import { releaseWhenAllHold } from '../../../shared/policy/rules/release-when-all-hold.ts'
import { testLateArrivals } from '../../../shared/policy/rules/test-late-arrivals.ts'
import { yellowGoesManaged } from '../../../shared/policy/rules/yellow-goes-managed.ts'
import { yellowTestedGoesTracked } from '../../../shared/policy/rules/yellow-tested-goes-tracked.ts'
import { moment, negative, person, without } from '../truck.ts'
import { cases } from './cases.ts'

const one = (changes: CrewMember = {}, rest: Partial<Facts> = {}): Partial<Facts> => ({
  crew: [person(changes)],
  ...rest,
})
const lacking = (key: keyof CrewMember, changes: CrewMember = {}) => ({ crew: [without(person(changes), key)] })
const stale = { nucleicAcid: negative('14T09:59') }
const w1 = (to: string, from = '15T00:00'): CrewMember => ({
  driverWhitelist: { from: moment(from), to: moment(to), closedLoop: true },
})

cases(checkOneProofTwoCodes, [
  [one(), 'nothing'],
  [lacking('nucleicAcid'), '0:no-code (register)'],
  [lacking('healthCode'), '0:no-code (register)'],
  [lacking('travelCard'), '0:no-code (register)'],
  [lacking('riskStay'), '0:no-code (register)'],
  [lacking('temperatures'), 'nothing'],
  [lacking('antigen'), 'nothing'],
  [one({ nucleicAcid: null, healthCode: null, travelCard: null, riskStay: null }), 'nothing'],
  [{ ...lacking('riskStay'), freightCode: 'grey' }, '0:code-grey (register)'],
  [{ ...lacking('riskStay'), freightCode: 'yellow' }, '0:code-yellow (register)'],
  [{ ...lacking('riskStay'), freightCode: 'green' }, 'nothing'],
  [{ ...lacking('riskStay'), trip: { scope: 'in-province' } }, 'nothing'],
  [{ crew: [person(), {}] }, '1:no-code (register)'],
])

cases(releaseWhenAllHold, [
  [one({ nucleicAcid: negative('14T10:00') }), '0:all-hold'],
  [one({ nucleicAcid: negative('14T10:00') }), '0:all-hold', moment('16T10:00:59')],
  [one({ nucleicAcid: negative('14T10:00') }), 'nothing', moment('16T10:01')],
  [one({ nucleicAcid: negative('14T09:59:59') }), 'nothing'],
  [one({ nucleicAcid: negative('16T10:02') }), '0:all-hold'],
  [one({ nucleicAcid: { result: 'negative', sampledAt: moment('14T10:00') } }), '0:all-hold'],
  [one({ nucleicAcid: { result: 'negative', sampledAt: moment('14T09:59') } }), 'nothing'],
  [
    one({ nucleicAcid: { result: 'negative', sampledAt: moment('14T06:00'), reportedAt: moment('14T14:00') } }),
    '0:all-hold',
  ],
  [one({ nucleicAcid: { result: 'negative', sampledAt: moment('15T06:00'), reportedAt: null } }), '0:all-hold'],
  [one({ nucleicAcid: { result: 'negative' } }), 'nothing'],
  [one({ nucleicAcid: { result: 'pending', sampledAt: moment('16T02:00') } }), 'nothing'],
  [one({ travelCard: 'green-starred' }), '0:all-hold'],
  [one({ riskStay: null }), '0:all-hold'],
  [one({ temperatures: [37.2] }), '0:all-hold'],
  [one({ temperatures: [37.3] }), 'nothing'],
  [one({ refuses: true }), '0:all-hold'],
  [one({ healthCode: 'yellow' }), 'nothing'],
  [one({ healthCode: 'yellow', ...w1('22T00:00') }), '0:all-hold'],
  [one({ healthCode: 'yellow', ...w1('21T23:59') }), 'nothing'],
  [one({ healthCode: 'yellow', healthCodeGround: 'itinerary', ...w1('22T00:00') }), '0:all-hold'],
  [one({ healthCode: 'yellow', healthCodeGround: 'other', ...w1('22T00:00') }), 'nothing'],
  [one({ travelCard: 'yellow', healthCodeGround: 'other', ...w1('22T00:00') }), '0:all-hold'],
  [one({ travelCard: null, ...w1('22T00:00') }), 'nothing'],
  [one({ healthCode: 'yellow', ...w1('16T10:00', '09T10:00') }), '0:all-hold'],
  [one({ healthCode: 'yellow', ...w1('16T10:00', '09T10:00') }), 'nothing', moment('16T10:00:01')],
  [one({ healthCode: 'yellow', ...w1('23T10:00', '16T10:00') }), '0:all-hold'],
  [one({ healthCode: 'yellow', ...w1('23T10:01', '16T10:01') }), 'nothing'],
])

cases(testLateArrivals, [
  [one(), 'nothing'],
  [one(stale), '0:test-old (sample antigen)'],
  [one({ nucleicAcid: null }), '0:test-none (sample antigen)'],
  [one({ nucleicAcid: { result: 'negative' } }), '0:test-undated (sample antigen)'],
  [one({ nucleicAcid: { result: 'pending' } }), '0:test-pending (sample antigen)'],
  [one({ nucleicAcid: { result: 'pending', sampledAt: moment('15T10:00') } }), '0:test-pending (antigen)'],
  [one({ nucleicAcid: { result: 'pending', sampledAt: moment('15T09:59') } }), '0:test-pending (sample antigen)'],
  [one({ ...stale, antigen: null }), '0:test-old (sample antigen)'],
  [one({ ...stale, antigen: 'invalid' }), '0:test-old (sample antigen)'],
  [one({ ...stale, antigen: 'negative' }), 'nothing'],
  [one({ ...stale, healthCode: 'yellow' }), '0:not-green-test-old (sample antigen)'],
  [one({ ...stale, travelCard: null }), '0:not-green-test-old (sample antigen)'],
  [one({ ...stale, healthCode: 'yellow', ...w1('22T00:00') }), '0:test-old (sample antigen)'],
  [one({ ...stale, temperatures: [] }), 'nothing'],
])

cases(antigenNegativeGoesTracked, [
  [one({ ...stale, antigen: 'negative' }), '0:antigen-negative (tracking)'],
  [one({ ...stale, antigen: 'negative', refuses: true }), '0:antigen-negative (tracking)'],
  [one({ antigen: 'negative' }), 'nothing'],
  [one({ ...stale, antigen: 'negative', healthCode: 'yellow' }), 'nothing'],
  [one({ ...stale, antigen: 'invalid' }), 'nothing'],
])

cases(yellowGoesManaged, [
  [one(), 'nothing'],
  [one({ healthCode: 'yellow' }), '0:health-code-yellow Y1'],
  [one({ healthCode: null }), '0:health-code-unshown Y1'],
  [one({ travelCard: 'yellow' }), '0:travel-card-yellow Y1'],
  [one({ travelCard: null }), '0:travel-card-unshown Y1'],
  [one({ healthCode: null, travelCard: 'yellow' }), '0:health-code-unshown Y1'],
  [one({ healthCode: 'yellow', nucleicAcid: negative('14T09:59') }), 'nothing'],
  [one({ healthCode: 'yellow', nucleicAcid: negative('14T10:00') }), '0:health-code-yellow Y1'],
  [one({ healthCode: 'yellow', temperatures: [37.3] }), 'nothing'],
])

cases(yellowTestedGoesTracked, [
  [one({ ...stale, healthCode: 'yellow' }), 'nothing'],
  [one({ ...stale, healthCode: 'yellow', antigen: 'negative' }), '0:not-green-antigen-negative Y1 (tracking)'],
  [one({ ...stale, travelCard: null, antigen: 'negative' }), '0:not-green-antigen-negative Y1 (tracking)'],
  [one({ healthCode: 'yellow', antigen: 'negative' }), 'nothing'],
  [one({ ...stale, antigen: 'negative' }), 'nothing'],
])

cases(headDecidesOnRefusal, [
  [one({ refuses: true }), 'nothing'],
  [one({ ...stale, refuses: true }), '0:refused-test (head)'],
  [one({ ...stale, refuses: true, temperatures: [] }), 'nothing'],
  [one({ ...stale, refuses: true, healthCode: 'yellow' }), '0:refused-test (head)'],
  [one({ ...stale, refuses: true, antigen: 'negative' }), 'nothing'],
  [lacking('riskStay', { refuses: true }), '0:refused-check (head)'],
  [one({ refuses: true }, { freightCode: 'green' }), 'nothing'],
  [one({ refuses: true }, { trip: { registered: false } }), 'everyone:refused-registration (head)'],
  [
    { crew: [person(), person({ refuses: true })], trip: { registered: false } },
    'everyone:refused-registration (head)',
  ],
  [one({ refuses: true }, { trip: { scope: 'in-province', registered: false } }), 'nothing'],
  [one({ refuses: true }, { trip: {} }), 'nothing'],
  [{ crew: [person(stale), person({ ...stale, refuses: true })] }, '1:refused-test (head)'],
])
