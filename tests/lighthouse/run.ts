import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPhone } from '../journeys/kit/browser.ts'
import { startServer } from '../journeys/kit/server.ts'

/**
 * `npm run lighthouse [-- face … --runs=3 --slower=4 --plain]`: Lighthouse as on a phone (its usual slow network and processor) over every
 * face of a production build, served by the real server; the median of the runs, and what keeps a score below 100. The processor is
 * slowed down four times as Lighthouse does for a phone; `--slower` slows it by a number of one's own. Over
 * HTTPS with HTTP/2, as `npm start -- --lan` serves phones and as any proxy would (a camera opens nowhere else); `--plain` is HTTP/1.1.
 */
const faces = [
  '/',
  '/driver/',
  '/checkpoint/',
  '/apply/',
  '/office/',
  '/dispatch/',
  '/queue/',
  '/p',
  '/rules/',
] as const
const goals = { performance: 95, accessibility: 100, 'best-practices': 100 } as const
type Category = keyof typeof goals
const categories = Object.keys(goals) as Category[]

type Audit = { id: string; title: string; score: number | null; displayValue?: string }
type Report = {
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit & { numericValue?: number }>
  runtimeError?: { code: string; message: string }
}
type Lighthouse = (url: string, options: object) => Promise<{ lhr: Report } | undefined>

/** Of this folder's own package, which the types of the root do not know. */
const specifier = 'lighthouse'
const { default: lighthouse } = (await import(specifier)) as { default: Lighthouse }

const asked = process.argv.slice(2)
const runs = Number(asked.find((word) => word.startsWith('--runs='))?.slice(7) ?? 3)
const named = faces.filter((face) => asked.includes(face))
const lan = !asked.includes('--plain')
const server = await startServer({}, lan ? ['--lan'] : [])
let short = 0

/** A phone that was never here before: nothing is kept from the run before. */
async function measure(url: string, cpuSlowdownMultiplier: number, tries = 3): Promise<Report> {
  const phone = await startPhone({ goesOn: lan })
  const [port] = readFileSync(join(phone.profile, 'DevToolsActivePort'), 'utf8').split('\n')
  const result = await lighthouse(url, {
    port: Number(port),
    output: 'json',
    logLevel: 'error',
    onlyCategories: categories,
    throttling: { cpuSlowdownMultiplier },
  })
  await phone.forget()
  const { lhr } = result ?? {}
  // Now and then the browser's trace begins too late to hold the start of the page.
  if (lhr?.runtimeError?.code === 'NO_NAVSTART' && tries > 1) return measure(url, cpuSlowdownMultiplier, tries - 1)
  if (lhr === undefined || lhr.runtimeError !== undefined)
    throw new Error(`no report of ${url}: ${lhr?.runtimeError?.code ?? 'nothing came back'}`)
  return lhr
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const score = (report: Report, category: Category) => Math.round(report.categories[category].score * 100)

/** What costs points, the worst run's first. */
function lost(report: Report): string[] {
  return categories.flatMap((category) =>
    report.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `    ${category}: ${id} ${report.audits[id]?.displayValue ?? report.audits[id]?.title ?? ''}`),
  )
}

const slower = Number(asked.find((word) => word.startsWith('--slower='))?.slice(9) ?? 4)
console.log(`slowed down ${slower} times, ${lan ? 'HTTP/2 over TLS' : 'HTTP/1.1'}\n`)
console.log(`| face | ${categories.join(' | ')} | FCP | LCP | TBT | CLS |`)
console.log(`|---|${categories.map(() => '---').join('|')}|---|---|---|---|`)
for (const face of named.length > 0 ? named : faces) {
  const reports: Report[] = []
  for (let run = 0; run < runs; run++) reports.push(await measure(`${server.origin}${face}`, slower))
  const scores = categories.map((category) => median(reports.map((report) => score(report, category))))
  const timing = (id: string) => median(reports.map(({ audits }) => audits[id]?.numericValue ?? 0))
  const ms = (id: string) => `${Math.round(timing(id))} ms`
  const times = [ms('first-contentful-paint'), ms('largest-contentful-paint'), ms('total-blocking-time')]
  console.log(`| ${face} | ${[...scores, ...times, timing('cumulative-layout-shift').toFixed(3)].join(' | ')} |`)
  const below = categories.filter((category, index) => (scores[index] ?? 0) < goals[category])
  short += below.length
  if (below.length > 0 || asked.includes('--why')) for (const line of new Set(reports.flatMap(lost))) console.log(line)
}
await server.remove()
process.exitCode = short === 0 ? 0 : 1
