import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseQueueEvent, type QueueEvent } from '../../shared/congestion/event.ts'
import { parseScenario, type Scenario } from '../../shared/congestion/site.ts'
import { observe, queueAt, waitAt, type Queue } from '../../shared/congestion/wait.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, hour, plus, type Instant } from '../../shared/instant.ts'
import type { Streams } from './decide.ts'
import { linesOf } from './lines.ts'

const usage = `usage: changxing waits --meta FILE < events.ndjson > estimates.ndjson
Replays the events of a scenario in the order in which they were received, and every 30 s from its start on writes one line for
each checkpoint: the wait, its interval, the virtual wait, the queue, and the condition. Nothing received later is used.
逐条回放事件，每 30 秒推算一次等候时间与排队长度。

Exit code 0: every event was read; 1: some line was refused (its answer holds "error"); 2: bad usage.
`

const everySeconds = 30

type Asked = { scenario: Scenario } | { exit: number; say: string }

function read(argv: string[]): Asked {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { meta: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return { exit: 0, say: usage }
    if (values.meta === undefined) return { exit: 2, say: `--meta is missing\n${usage}` }
    return { scenario: parseScenario(JSON.parse(readFileSync(values.meta, 'utf8'))) }
  } catch (error) {
    return { exit: 2, say: `${error instanceof Error ? error.message : String(error)}\n${usage}` }
  }
}

type Received = { readonly checkpoint: string; readonly event: QueueEvent }
type Refused = {
  readonly id: string | null
  readonly error: { code: string; message: string; path: string | undefined }
}

function parsed(line: string, known: ReadonlyMap<string, Queue>): Received | Refused {
  let json: unknown
  try {
    json = jsonOf(line)
    const received = parseQueueEvent(json)
    if (known.has(received.checkpoint)) return received
    throw new Fault('bad-input', 'CG-03', 'checkpoint: not in the meta file', { path: 'checkpoint' })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { code, message, path } = error
    return { id: idOf(json), error: { code, message, path } }
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Fault('bad-input', 'CG-04', 'this line is not JSON', { path: '', cause })
  }
}

const idOf = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'event_id' in json && typeof json.event_id === 'string'
    ? json.event_id
    : null

/** One line of the answer (contracts §2). */
function lineAt(queue: Queue, now: Instant): string {
  const { estimate, condition } = waitAt(queue, now)
  return JSON.stringify({
    at: beijingIso(now),
    checkpoint: queue.site.checkpoint,
    wait_min: hundredth(estimate.wait),
    lo_min: hundredth(estimate.low),
    hi_min: hundredth(estimate.high),
    virtual_min: hundredth(estimate.virtual),
    queue_m: Math.round(estimate.metres),
    level: condition.level,
    over_1km: condition.overKilometre,
  })
}

const hundredth = (value: number) => Math.round(value * 100) / 100

/** The lines of a replay, moment by moment. */
export function* replayed(
  { start, hours }: Scenario,
  queues: ReadonlyMap<string, Queue>,
  events: readonly Received[],
): Generator<string> {
  const until = plus(start, hours * hour)
  let next = 0
  for (let now = start; now <= until; now = plus(now, everySeconds * 1000)) {
    for (; (events[next]?.event.receivedAt ?? Infinity) <= now; next += 1) {
      const { checkpoint, event } = events[next]!
      const queue = queues.get(checkpoint)
      if (queue !== undefined) observe(queue, event)
    }
    for (const queue of queues.values()) yield lineAt(queue, now)
  }
}

const standard = (): Streams => ({ input: process.stdin, output: process.stdout, errors: process.stderr })

/** Reads all events, for they may lie in any order, then answers. Returns the exit code. */
export async function waitsCommand(argv: string[], streams: Streams = standard()): Promise<number> {
  const asked = read(argv)
  if ('exit' in asked) {
    ;(asked.exit === 0 ? streams.output : streams.errors).write(asked.say)
    return asked.exit
  }
  const queues = new Map(asked.scenario.sites.map((site) => [site.checkpoint, queueAt(site)]))
  const events: Received[] = []
  const refused: string[] = []
  for await (const batch of linesOf(streams.input))
    for (const line of batch.filter((one) => one.trim() !== '')) {
      const one = parsed(line, queues)
      if ('error' in one) refused.push(JSON.stringify(one))
      else events.push(one)
    }
  const inOrder = events.toSorted((a, b) => a.event.receivedAt - b.event.receivedAt)
  streams.output.on('error', () => undefined)
  for (const line of refused) if (!(await written(streams.output, line))) return 1
  for (const line of replayed(asked.scenario, queues, inOrder)) if (!(await written(streams.output, line))) break
  return refused.length > 0 ? 1 : 0
}

/** Resolves once the line has been taken; false when the reader has gone (`| head`). */
const written = (output: NodeJS.WritableStream, line: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    output.write(`${line}\n`, (error) => {
      if (!error) return resolve(true)
      return 'code' in error && error.code === 'EPIPE' ? resolve(false) : reject(error)
    })
  })
