import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseQueueEvent } from '../../shared/congestion/event.ts'
import { queueAt } from '../../shared/congestion/wait.ts'
import { replayed } from '../../server/cli/waits.ts'
import { kindNames, make } from '../congestion/kit/scenarios.ts'
import { truthCsv, truthOf } from '../congestion/kit/truth.ts'
import { fixed, said, table, type Row, type Scorer } from './waits-score.ts'

/** Days that were never looked at while the estimator was made. */
const heldBack = [501, 502]
const levels = ['20', '30', '60', '1km'] as const

/** Days of kinds that the queue data do not have, judged by its scorer; `took` gets milliseconds an estimate. */
export function ownKinds({ scoreScenario, summary }: Scorer, took: number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'kinds-'))
  try {
    const rows = kindNames.map((kind) => ({
      kind,
      found: heldBack.flatMap((seed) => scoredDay({ kind, seed, folder, took }, scoreScenario)),
    }))
    const all = rows.flatMap(({ found }) => found)
    const head = ['held-back days of other kinds', 'MAE min', 'over 10 min: %', 'interval holds', 'queue %']
    const perLevel = levels.map((level) => `${level}: found, delay s median / max, false, flaps, clear s`)
    const lines = [...rows, { kind: 'all', found: all }].map(({ kind, found }) => {
      const { mae, mape_over10, queue_mape, alerts } = summary(found)
      const weight = found.reduce((sum, { n_err }) => sum + n_err, 0)
      const holds = found.reduce((sum, { coverage, n_err }) => sum + (coverage ?? Number.NaN) * n_err, 0) / weight
      const errors = [fixed(mae, 2), fixed(mape_over10), fixed(100 * holds), fixed(queue_mape)]
      return [kind, ...errors, ...levels.map((level) => said(alerts[level]))]
    })
    return table([[...head, ...perLevel], ...lines])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Day = { readonly kind: string; readonly seed: number; readonly folder: string; readonly took: number[] }

function scoredDay({ kind, seed, folder, took }: Day, score: Scorer['scoreScenario']): Row[] {
  const { road, scenario, lines } = make(kind, seed)
  const [truth, estimates] = ['truth.csv', 'estimates.ndjson'].map((end) => join(folder, `${kind}-${seed}.${end}`))
  writeFileSync(truth!, truthCsv(truthOf(road), scenario.start, scenario.sites[0]!.checkpoint))
  const queues = new Map(scenario.sites.map((site) => [site.checkpoint, queueAt(site)]))
  const events = lines.map((line) => parseQueueEvent(line))
  const start = performance.now()
  const found = [...replayed(scenario, queues, events)]
  took.push((performance.now() - start) / found.length)
  writeFileSync(estimates!, `${found.join('\n')}\n`)
  return score(truth!, estimates!)
}
