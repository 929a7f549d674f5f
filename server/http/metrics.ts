import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { recentCounts } from '../store/counts.ts'
import { channelGauges } from './channel-gauges.ts'
import { keyAges, keyGauges } from './key-ages.ts'

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
type Histogram = { buckets: number[]; sum: number; count: number }

export interface Meter {
  watch: MiddlewareHandler
  text(): string
}

/** Counts each answer by the name of its endpoint (`bind` sets it), never by its address: that may hold a plate. */
export function createMeter(deps: Deps): Meter {
  const requests = new Map<string, number>()
  const seconds = new Map<string, Histogram>()
  return {
    async watch(context, next) {
      const from = performance.now()
      await next()
      const took = performance.now() - from
      const route = routeOf(context)
      const labels = `route="${route}",method="${context.req.method}",status="${context.res.status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
      observe(seconds, route, took / 1000)
      const line = { route, method: context.req.method, status: context.res.status, ms: Math.round(took) }
      if (route !== 'page' || context.res.status >= 500) deps.log('request', line)
    },
    text: () => [...counterLines(requests), ...histogramLines(seconds)].join('\n'),
  }
}

const known = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']

function routeOf(context: Context): string {
  const name = context.get('endpoint') as string | undefined
  if (name !== undefined) return name
  return context.req.path.startsWith('/api/') || !known.includes(context.req.method) ? 'unknown' : 'page'
}

function observe(seconds: Map<string, Histogram>, route: string, took: number): void {
  const histogram = seconds.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
  for (const [at, bound] of bounds.entries()) if (took <= bound) histogram.buckets[at]! += 1
  histogram.sum += took
  histogram.count += 1
  seconds.set(route, histogram)
}

const counterLines = (requests: Map<string, number>) => [
  '# TYPE changxing_requests_total counter',
  ...[...requests].map(([labels, count]) => `changxing_requests_total{${labels}} ${count}`),
]

const histogramLines = (seconds: Map<string, Histogram>) => [
  '# TYPE changxing_request_seconds histogram',
  ...[...seconds].flatMap(([route, { buckets, sum, count }]) => [
    ...buckets.map((n, at) => `changxing_request_seconds_bucket{route="${route}",le="${bounds[at]}"} ${n}`),
    `changxing_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`,
    `changxing_request_seconds_sum{route="${route}"} ${sum.toFixed(6)}`,
    `changxing_request_seconds_count{route="${route}"} ${count}`,
  ]),
]

/** Prometheus text format 0.0.4. */
export async function metricsPage(deps: Deps, meter: Meter): Promise<string> {
  const { inspectionsLastHour, openTasks } = await recentCounts(deps.db, deps.now())
  const gauges = [
    '# TYPE changxing_inspections_last_hour gauge',
    `changxing_inspections_last_hour ${inspectionsLastHour}`,
    '# TYPE changxing_open_tasks gauge',
    `changxing_open_tasks ${openTasks}`,
    ...(await channelGauges(deps)),
    ...keyGauges(await keyAges(deps)),
  ]
  return `${gauges.join('\n')}\n${meter.text()}\n`
}
