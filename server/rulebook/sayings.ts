import type { NeedKind } from '../../shared/wording/language.ts'
import { documentFacts, type Ground, type ReasonCode } from '../../shared/policy/verdict.ts'

export type Sayings = {
  readonly grounds: readonly Ground[]
  readonly opens?: readonly ReasonCode[]
  /** What it asks for next. */
  readonly asks?: readonly NeedKind[]
}

/** What each rule may say, by its id. A test holds this to what the rules do say on random inspections, both ways. */
export const sayings: Readonly<Record<string, Sayings>> = {
  'not-freight': { grounds: ['not-freight'] },
  'positive-held-for-care': { grounds: ['nucleic-positive', 'antigen-positive', 'listed-positive'], opens: ['R3'] },
  'fever-observed': { grounds: ['fever'] },
  'risk-led-in-closed-loop': {
    grounds: [
      'health-code-red',
      'travel-card-red',
      'travel-card-orange',
      'freight-code-red',
      'risk-stay',
      'listed-red',
    ],
    opens: ['R1', 'R2'],
  },
  'inspected-once': { grounds: ['inspected'] },
  'in-province-fast-release': { grounds: ['in-province-green'] },
  'in-province-register-then-release': { grounds: ['in-province-no-code', 'in-province-yellow', 'in-province-grey'] },
  'ask-registration': { grounds: ['ask-registration'], asks: ['trip.registered'] },
  'register-on-the-spot': { grounds: ['not-registered'] },
  'ask-freight-code': { grounds: ['ask-freight-code'], asks: ['freightCode'] },
  'ask-temperature': {
    grounds: ['ask-temperature', 'ask-temperature-again'],
    asks: ['temperatures', 'temperaturesAgain'],
  },
  'green-code-fast-release': { grounds: ['registered-green'] },
  'check-one-proof-two-codes': { grounds: ['no-code', 'code-yellow', 'code-grey'], asks: documentFacts },
  'release-when-all-hold': { grounds: ['all-hold'] },
  'test-late-arrivals': {
    grounds: [
      'test-old',
      'test-none',
      'test-pending',
      'test-undated',
      'not-green-test-old',
      'not-green-test-none',
      'not-green-test-pending',
      'not-green-test-undated',
    ],
  },
  'antigen-negative-goes-tracked': { grounds: ['antigen-negative'] },
  'yellow-goes-managed': {
    grounds: ['health-code-yellow', 'health-code-unshown', 'travel-card-yellow', 'travel-card-unshown'],
    opens: ['Y1'],
  },
  'yellow-tested-goes-tracked': { grounds: ['not-green-antigen-negative'], opens: ['Y1'] },
  'head-decides-on-refusal': { grounds: ['refused-registration', 'refused-check', 'refused-test'] },
}
