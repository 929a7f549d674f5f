import { parseInspection } from '../../shared/facts-json.ts'
import { decide } from '../../shared/policy/decide.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { inspections } from '../policy/random-inspection.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const count = 20_000
const rounds = 9

/** The random mix of the tests, as `changxing decide` reads it: one JSON line an inspection. */
export async function benchDecide(): Promise<Line[]> {
  const next = inspections(2022)
  const lines = Array.from({ length: count }, (_, id) => JSON.stringify({ ...next(), id: String(id) })).filter(isSound)
  const parsed = lines.map((line) => parseInspection(JSON.parse(line)))
  const times = await inTurn(rounds, {
    whole: () => {
      for (const line of lines) {
        const { id, now, facts } = parseInspection(JSON.parse(line))
        JSON.stringify({ id, ...answerOf(decide(facts, now)) })
      }
    },
    alone: () => {
      for (const { facts, now } of parsed) decide(facts, now)
    },
    floor: () => {
      for (const line of lines) JSON.stringify(JSON.parse(line))
    },
  })
  const limit = { name: 'JSON.parse + JSON.stringify of the same line', samples: times.floor }
  return [
    { name: 'read, decide, answer: one line', ours: times.whole, limit, count: lines.length },
    { name: 'decide alone', ours: times.alone, limit, count: lines.length },
  ]
}

/** The mix holds lines that are to be refused; they are no decisions. */
function isSound(line: string): boolean {
  try {
    parseInspection(JSON.parse(line))
    return true
  } catch {
    return false
  }
}
