import { feverObserved } from '../../../shared/policy/rules/fever-observed.ts'
import { notFreight } from '../../../shared/policy/rules/not-freight.ts'
import { positiveHeldForCare } from '../../../shared/policy/rules/positive-held-for-care.ts'
import { riskLedInClosedLoop } from '../../../shared/policy/rules/risk-led-in-closed-loop.ts'
import { moment, person } from '../truck.ts'
import { cases } from './cases.ts'

cases(notFreight, [
  [{ vehicle: { freight: true } }, 'nothing'],
  [{ vehicle: {} }, 'nothing'],
  [{ vehicle: { freight: false } }, 'everyone:not-freight'],
])

const crewOf = (...changes: Parameters<typeof person>[0][]) => ({ crew: changes.map(person) })

cases(positiveHeldForCare, [
  [crewOf({}), 'nothing'],
  [crewOf({ nucleicAcid: { result: 'positive' } }), '0:nucleic-positive R3 (medical)'],
  [crewOf({ listed: 'positive' }), '0:listed-positive R3 (medical)'],
  [crewOf({ antigen: 'positive' }), '0:antigen-positive R3 (sample medical)'],
  [crewOf({ antigen: 'positive', nucleicAcid: { result: 'positive' } }), '0:nucleic-positive R3 (medical)'],
  [
    crewOf({ antigen: 'positive', nucleicAcid: { result: 'pending', sampledAt: moment('15T10:00') } }),
    '0:antigen-positive R3 (medical)',
  ],
  [
    crewOf({ antigen: 'positive', nucleicAcid: { result: 'pending', sampledAt: moment('15T09:59') } }),
    '0:antigen-positive R3 (sample medical)',
  ],
  [crewOf({ antigen: 'invalid' }, { antigen: 'negative' }), 'nothing'],
  [crewOf({}, { listed: 'positive' }), '1:listed-positive R3 (medical)'],
  [crewOf({ listed: 'tracking' }, { listed: 'red' }), 'nothing'],
])

cases(feverObserved, [
  [crewOf({ temperatures: [] }), 'nothing'],
  [crewOf({ temperatures: [37.2, 37.2] }), 'nothing'],
  [crewOf({ temperatures: [37.25, 37.29] }), 'nothing'],
  [crewOf({ temperatures: [37.3] }), 'nothing'],
  [crewOf({ temperatures: [37.3, 36.9] }), 'nothing'],
  [crewOf({ temperatures: [36.9, 37.3] }), 'nothing'],
  [crewOf({ temperatures: [37.3, 36.9, 37.3] }), 'nothing'],
  [crewOf({ temperatures: [37.5, 37.6, 36.8] }), 'nothing'],
  [crewOf({ temperatures: [37.3, 37.3] }), '0:fever (medical)'],
  [crewOf({ temperatures: [36.5, 37.5, 37.6] }), '0:fever (medical)'],
  [crewOf({}, { temperatures: [37.5, 37.6] }), '1:fever (medical)'],
])

const led = '(escort contactless)'
cases(riskLedInClosedLoop, [
  [{}, 'nothing'],
  [crewOf({ healthCode: 'yellow', travelCard: 'yellow' }), 'nothing'],
  [crewOf({ healthCode: null, travelCard: null, riskStay: null, listed: null }), 'nothing'],
  [crewOf({ listed: 'tracking' }), 'nothing'],
  [crewOf({ travelCard: 'green-starred' }), 'nothing'],
  [crewOf({ healthCode: 'red' }), `0:health-code-red R2 ${led}`],
  [crewOf({ travelCard: 'red' }), `0:travel-card-red R2 ${led}`],
  [crewOf({ travelCard: 'orange' }), `0:travel-card-orange R2 ${led}`],
  [crewOf({ listed: 'red' }), `0:listed-red R2 ${led}`],
  [crewOf({ riskStay: true }), `0:risk-stay R1 ${led}`],
  [crewOf({ riskStay: true, healthCode: 'red' }), `0:health-code-red R1 R2 ${led}`],
  [{ freightCode: 'red' }, `nobody:freight-code-red ${led}`],
  [{ freightCode: 'red', ...crewOf({}, { riskStay: true }) }, `1:risk-stay R1 ${led} | nobody:freight-code-red ${led}`],
])
