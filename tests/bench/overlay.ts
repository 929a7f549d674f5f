import { decide } from '../../shared/policy/decide.ts'
import { checkOverlay } from '../../shared/policy/overlay-check.ts'
import { begins } from '../../shared/policy/spans.ts'
import { pointsOf } from '../../shared/policy/space.ts'
import { exampleOverlays } from '../policy/overlay-examples.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const rounds = 3

/** Ten overlays proved or refuted; the limit is to judge each of their points twice and do nothing else. */
export async function benchOverlay(): Promise<Line[]> {
  const checked = exampleOverlays.map(({ json }) => checkOverlay(json))
  const wrong = exampleOverlays.filter(({ lawful }, index) => checked[index]!.proof.ok !== lawful)
  if (wrong.length > 0) throw new Error(`misjudged: ${wrong.map(({ name }) => name).join(', ')}`)
  const points = checked.reduce((sum, { proof }) => sum + proof.points, 0)
  const most = checked.reduce((a, b) => (b.proof.points > a.proof.points ? b : a)).proof
  process.stderr.write(
    `overlay: ${points} points; the largest space ${most.points} for ${most.standsFor.toExponential(1)}\n`,
  )
  const spaces = checked.map(({ above, below }) => ({ above, below, now: begins(below.from) }))
  const known = spaces.map((pair) => ({ pair, facts: [...pointsOf(pair)].map((point) => point.facts) }))
  const times = await inTurn(rounds, {
    ours: () => {
      for (const { json } of exampleOverlays) checkOverlay(json)
    },
    floor: () => {
      for (const { pair, facts } of known)
        for (const one of facts) for (const edition of [pair.above, pair.below]) decide(one, pair.now, edition)
    },
  })
  const limit = { name: 'deciding the same points twice', samples: times.floor }
  return [{ name: `ten overlays proved, ${points} points`, ours: times.ours, limit, count: points }]
}
