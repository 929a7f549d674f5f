/**
 * Numbers that work before anything is judged: they decide which fact is written down, not what follows from it. Each has one
 * direction in which it can only make graver facts, and a truck that shows it.
 */
import type { Facts } from '../facts.ts'
import { decide } from './decide.ts'
import { whyStricter, type Why } from './overlay-compare.ts'
import type { ParameterName } from './parameters.ts'
import type { Pair } from './space.ts'
import { answerOf, type Answer } from './verdict.ts'

type Upstream = {
  readonly stricter: 'more' | 'less'
  /** The same truck, as the milder and as the stricter number makes its facts. */
  readonly mild: Facts
  readonly grave: Facts
}

const stay = (riskStay: boolean): Facts => ({
  trip: { scope: 'in-province' },
  freightCode: 'green',
  crew: [{ riskStay }],
})
const code = (freightCode: 'green' | 'grey'): Facts => ({
  trip: { scope: 'cross-province', registered: true },
  freightCode,
  crew: [{ temperatures: [36.5] }],
})

export const upstream = {
  riskLookBack: { stricter: 'more', mild: stay(false), grave: stay(true) },
  riskStayMin: { stricter: 'less', mild: stay(false), grave: stay(true) },
  freightCodeLife: { stricter: 'less', mild: code('green'), grave: code('grey') },
} as const satisfies { readonly [P in ParameterName]?: Upstream }

export type UpstreamName = keyof typeof upstream
export const isUpstream = (name: string): name is UpstreamName => Object.hasOwn(upstream, name)

export type UpstreamFound = { facts: Facts; factsAbove: Facts; above: Answer; below: Answer; why: Why }

export function stricterUpstream({ above, below, now }: Pair): readonly UpstreamFound[] {
  const [numbers, proposed] = [above.numbersAt(now), below.numbersAt(now)]
  return Object.keys(upstream)
    .filter(isUpstream)
    .flatMap((name) => {
      const { stricter, mild, grave } = upstream[name]
      const difference = proposed[name] - numbers[name]
      if (stricter === 'more' ? difference <= 0 : difference >= 0) return []
      const [was, becomes] = [decide(mild, now, above), decide(grave, now, below)]
      const why = whyStricter(was, becomes, () => was) ?? 'graver'
      return [{ facts: grave, factsAbove: mild, above: answerOf(was), below: answerOf(becomes), why }]
    })
}
