import type { Values, Wording } from './language.ts'

const route = ({ scopeKnown }: Values) => (scopeKnown ? 'Out of province' : 'Trip unknown')
const old = ({ validityHours, testTime }: Values) =>
  `nucleic test older than ${validityHours} h${testTime && ` (${testTime})`}`
const until = (day: string) => (day ? ` (to ${day})` : '')
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const clause = (document: string, article: number, part: number | undefined) =>
  `${document}, article ${article}${part ? `(${part})` : ''}`

export const en: Wording = {
  reason: {
    'not-freight': () => 'Not a freight vehicle',
    'nucleic-positive': () => 'Nucleic test positive',
    'antigen-positive': () => 'Antigen test positive',
    'listed-positive': () => 'On the list: test positive',
    fever: ({ temperatures }) => `Two readings ${temperatures.join(', ')}`,
    'health-code-red': () => 'Health code red',
    'travel-card-red': () => 'Trip card red',
    'travel-card-orange': () => 'Trip card orange',
    'risk-stay': () => 'Stay in a medium or high risk area',
    'listed-red': () => 'On the list: red code',
    'freight-code-red': () => 'Freight code red',
    inspected: ({ priorTime, priorCheckpoint }) =>
      `Inspected ${priorTime} at ${priorCheckpoint || 'a checkpoint of the city'}`,
    'in-province-green': () => 'In-province, freight code green',
    'in-province-no-code': () => 'In-province, no green freight code',
    'in-province-yellow': () => 'In-province, freight code yellow',
    'in-province-grey': () => 'In-province, freight code grey',
    'not-registered': (values) => `${route(values)}, no registration found`,
    'registered-green': (values) => `${route(values)}, registered, freight code green`,
    'no-code': (values) => `${route(values)}, no green freight code`,
    'code-yellow': (values) => `${route(values)}, freight code yellow`,
    'code-grey': (values) => `${route(values)}, freight code grey`,
    'all-hold': ({ validityHours }) => `Negative within ${validityHours} h, code green, temperature normal`,
    'test-old': (values) => sentence(old(values)),
    'test-none': () => 'No nucleic test',
    'test-pending': () => 'Nucleic result not out yet',
    'test-undated': ({ validityHours }) => `Test without a time: not known to be within ${validityHours} h`,
    'not-green-test-old': (values) => `Code not green, ${old(values)}`,
    'not-green-test-none': () => 'Code not green, no nucleic test',
    'not-green-test-pending': () => 'Code not green, nucleic result not out yet',
    'not-green-test-undated': () => 'Code not green, test without a time',
    'antigen-negative': () => 'Sampled, result on its way',
    'health-code-yellow': () => 'Health code yellow',
    'health-code-unshown': () => 'Health code cannot be shown',
    'travel-card-yellow': () => 'Trip card not green',
    'travel-card-unshown': () => 'Trip card cannot be shown',
    'not-green-antigen-negative': () => 'Code not green, antigen negative, sample taken',
    'refused-registration': () => 'Registration not completed',
    'refused-check': () => 'Check not completed',
    'refused-test': () => 'Test not completed',
    'ask-registration': () => 'Registration not asked yet',
    'ask-freight-code': () => 'Freight code not scanned yet',
    'ask-temperature': () => 'Temperature not taken yet',
    'ask-temperature-again': ({ temperatures }) => `${temperatures.at(-1)}: take it once more`,
  },
  next: {
    V0: 'Record nothing personal; pass',
    V1: 'Crew and truck wait apart; tell the local health authority, call 120',
    V2: 'Lead to the observation area, hand over to medical staff',
    V3: 'Tell the local health authority (by phone when offline); escort; contactless unloading',
    V4: 'No second inspection; pass',
    V5: 'Pass',
    V6: 'Scan the checkpoint code to register',
    V7: 'Scan and register (about 1 minute), then go on',
    V8: 'One proof and two codes are not checked again',
    V9: 'Scan the checkpoint code, then check each person',
    V10: 'Pass',
    V12: 'Track; do not wait for the nucleic result',
    V13: 'Explain how the code clears; tell consignee and community',
    V14: 'Explain how the code clears; tell consignee and community; track',
    V15: 'Lead to the stopping place; call the checkpoint head',
  },
  testNext: ({ sample, again, codesGreen }) => {
    const kit = again
      ? 'Antigen invalid: repeat with a new kit'
      : sample
        ? 'Sample and antigen test'
        : 'Sample on its way: antigen test only'
    return `${kit}; negative: ${codesGreen ? 'release at once' : 'managed release'}`
  },
  person: (position) => `Person ${position}: `,
  article: (document, article, part) => `Basis: ${clause(document, article, part)}`,
  clause,
  modifier: {
    M1: {
      label: '+ green lane',
      reason: ({ passUntil }) => `Pass valid${until(passUntil)}`,
      next: 'Lead to the green lane',
    },
    M2: {
      label: '+ white list',
      reason: ({ whitelistUntil }) => `Driver on the white list${until(whitelistUntil)}`,
      next: 'Yellow of travel and asterisk do not restrict',
    },
    M4: {
      label: '+ through truck',
      reason: () => 'Through-truck trip',
      next: 'Go through the closed-loop checklist; track',
    },
    M5: {
      label: '+ first in line',
      reason: () => 'Medical goods or daily necessities',
      next: 'Fast test channel, top of the queue',
    },
    M6: {
      label: 'Offline check',
      reason: () => 'No network; judged by the rules and lists on this phone',
      next: 'Uploaded by itself once there is a network',
    },
    M7: {
      label: 'Credential mismatch',
      reason: ({ passForged, codeAtFault }) => {
        const shown = codeAtFault ? 'freight code' : 'pass'
        return passForged ? `The seal of the ${shown} does not hold` : `Plate on the ${shown} is not this one`
      },
      next: 'Check on the facts; keep a photo as a lead',
    },
  },
  hint: {
    asterisk: 'An asterisk on the trip card is no ground to restrict',
    origin: 'Plate and residence are no ground to restrict',
    'no-repeat-test': 'No second test may be asked for while this one is valid',
    'no-pass': 'No pass or no registration does not stop release; make up for it later',
    'pass-renew': 'Pass no longer valid: ordinary lane, please renew or correct',
  },
  ask: {
    'trip.registered': { question: () => 'Is this trip registered?', button: 'Registration' },
    freightCode: { question: () => 'Ask the driver for the freight code', button: 'Scan code' },
    temperatures: { question: () => 'Take the temperature', button: 'Temperature' },
    temperaturesAgain: {
      question: ({ temperatureRecheckAfter }) =>
        `First reading high: wait ${temperatureRecheckAfter} minutes, take it again with another thermometer`,
      button: 'Second reading',
    },
    nucleicAcid: { question: () => 'Nucleic test: result, sampling and report time', button: 'Nucleic test' },
    healthCode: { question: () => 'Ask for the health code', button: 'Health code' },
    travelCard: { question: () => 'Ask for the trip card', button: 'Trip card' },
    riskStay: {
      question: ({ riskLookBack, riskStayMin }) =>
        `More than ${riskStayMin} hours in a medium or high risk area within ${riskLookBack} days?`,
      button: 'Stays',
    },
  },
  answer: {
    scope: { 'in-province': 'In-province', 'cross-province': 'Out-of-province', unknown: 'Unknown' },
    freightCode: { green: '✔ Green', yellow: '▲ Yellow', red: '■ Red', grey: '◇ Grey', unshown: 'None' },
    healthCode: { green: 'Green', yellow: 'Yellow', red: 'Red', unshown: 'Cannot be shown' },
    travelCard: {
      green: 'Green',
      'green-starred': 'Green*',
      yellow: 'Yellow',
      orange: 'Orange',
      red: 'Red',
      unshown: 'Cannot be shown',
    },
    nucleicAcid: { negative: 'Negative', positive: 'Positive', pending: 'Not out yet', unshown: 'No test' },
    antigen: { negative: 'Negative', positive: 'Positive', invalid: 'Invalid, repeat' },
    yes: 'Yes',
    no: 'No',
    cannotSay: 'Cannot say',
  },
  codeReason: {
    Y1: 'National passage rules not met: clears on leaving with a valid test, or with two tests in three days',
    R1: 'Medium or high risk area (to be confirmed by the health authority)',
    R2: 'Red code from outside (to be confirmed by the health authority)',
    R3: 'Positive test (to be confirmed by the health authority)',
  },
  fault: {
    'FA-01': 'A field is not known; please check',
    'FA-02': 'A required field is missing; please add it',
    'FA-03': 'A field has the wrong type; please check',
    'FA-04': 'A field has a value outside its list; please check',
    'FA-05': 'Not a time; give date, time and offset',
    'FA-06': 'Nobody on board; enter at least the driver',
    'FA-07': 'A time lies after now; check it or set the clock',
    'FA-08': 'Sampled after it was reported; please check',
    'FA-09': 'Temperature outside 30.0–45.0 ℃; measure again',
    'FA-10': 'This line is not JSON; please check',
    'ED-01': 'No such edition of the rules; check its id',
  },
}
