import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseQueueEvent } from '../../shared/congestion/event.ts'
import { parseScenario } from '../../shared/congestion/site.ts'
import { queueAt } from '../../shared/congestion/wait.ts'
import { replayed } from '../../server/cli/waits.ts'
import type { Line } from './measure.ts'
import { ownKinds } from './waits-own.ts'
import { fixed, said, table, type Row, type Scorer } from './waits-score.ts'

type Replayer = { replay: (estimator: unknown, events: string, meta: string) => Promise<string> }

/** The folder with the scenarios, their scorer and the naive estimators: `QUEUE_DATA`, else beside the checkout. */
const data = resolve(process.env['QUEUE_DATA'] ?? join('..', 'shared', 'queue'))
const naive = ['naive_last', 'naive_report', 'naive_median'] as const

/** Waits of the scenarios: ours beside three simple ways, by the same scorer; and what one estimate takes. */
export async function benchWaits(): Promise<Line[]> {
  if (!existsSync(join(data, 'score.mjs'))) {
    console.log(`No scenarios in ${data}: set QUEUE_DATA to their folder.\n`)
    return []
  }
  const { scoreScenario, summary } = await load<Scorer>('score.mjs')
  const names = readdirSync(join(data, 'dev'))
    .filter((file) => file.endsWith('.events.ndjson'))
    .map((file) => file.replace('.events.ndjson', ''))
  const out = mkdtempSync(join(tmpdir(), 'waits-'))
  const took: number[] = []
  try {
    const rows = new Map<string, Row[]>()
    for (const way of ['ours', ...naive]) rows.set(way, [])
    for (const name of names)
      for (const way of rows.keys()) {
        const file = join(out, `${name}.${way}.ndjson`)
        writeFileSync(file, way === 'ours' ? ours(name, took) : await theirs(way, name))
        rows.get(way)?.push(...scoreScenario(join(data, 'dev', `${name}.truth.csv`), file))
      }
    console.log(`${overall(rows, summary)}\n\n${byScenario(rows)}\n`)
  } finally {
    rmSync(out, { recursive: true })
  }
  const own: number[] = []
  console.log(`${ownKinds({ scoreScenario, summary }, own)}\n`)
  return [
    { name: 'one estimate of a checkpoint, over whole scenarios', ours: took, count: 1 },
    { name: 'one estimate of a checkpoint, over days of other kinds', ours: own, count: 1 },
  ]
}

const load = async <T>(path: string): Promise<T> => (await import(pathToFileURL(join(data, path)).href)) as T

const scenarioFile = (name: string, kind: string) => join(data, 'dev', `${name}.${kind}`)

function ours(name: string, took: number[]): string {
  const scenario = parseScenario(JSON.parse(readFileSync(scenarioFile(name, 'meta.json'), 'utf8')))
  const lines = readFileSync(scenarioFile(name, 'events.ndjson'), 'utf8').trim().split('\n')
  const events = lines.map((line) => parseQueueEvent(JSON.parse(line)))
  const queues = new Map(scenario.sites.map((site) => [site.checkpoint, queueAt(site)]))
  const start = performance.now()
  const estimates = [...replayed(scenario, queues, events)]
  took.push((performance.now() - start) / estimates.length)
  return `${estimates.join('\n')}\n`
}

async function theirs(way: string, name: string): Promise<string> {
  const { replay } = await load<Replayer>('replay.mjs')
  const estimator = await load<unknown>(`baselines/${way}.mjs`)
  return replay(estimator, scenarioFile(name, 'events.ndjson'), scenarioFile(name, 'meta.json'))
}

function overall(rows: ReadonlyMap<string, readonly Row[]>, summary: Scorer['summary']): string {
  const levels = ['20', '30', '60', '1km'] as const
  const head = ['overall', 'MAE min', 'over 10 min: MAE', '%', 'interval holds', 'queue %']
  const perLevel = levels.map((level) => `${level}: found, delay s median / max, false, flaps, clear s`)
  const lines = [...rows].map(([way, all]) => {
    const found = summary(all)
    const weight = all.reduce((sum, { n_err }) => sum + n_err, 0)
    const holds = all.reduce((sum, { coverage, n_err }) => sum + (coverage ?? Number.NaN) * n_err, 0) / weight
    const alerts = levels.map((level) => said(found.alerts[level]))
    const errors = [fixed(found.mae, 2), fixed(found.mae_over10, 2), fixed(found.mape_over10)]
    return [way, ...errors, fixed(100 * holds), fixed(found.queue_mape), ...alerts]
  })
  return table([[...head, ...perLevel], ...lines])
}

function byScenario(rows: ReadonlyMap<string, readonly Row[]>): string {
  const ways = [...rows.keys()]
  const names = (rows.get('ours') ?? []).map(({ name }) => name)
  const cell = (way: string, place: number) => {
    const row = rows.get(way)?.[place]
    return `${fixed(row?.mae, 2)} (${fixed(row?.mape_over10)} %)`
  }
  return table([
    ['MAE min (over 10 min: %)', ...ways],
    ...names.map((name, place) => [name, ...ways.map((way) => cell(way, place))]),
  ])
}
