import { draftAfter, genesis, sealedText } from '../../shared/audit/entry.ts'
import type { AuditRow, ChainEnd } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps, Told } from '../deps.ts'
import { addToAudit, endOfAudit } from '../store/audit.ts'
import { Taken } from '../store/db.ts'

export type ChainHome = Pick<Deps, 'db' | 'vault' | 'now' | 'random'>

/** Commits what is told at the end of the chain; resolves with the number of its last entry. */
type Append = (told: Told) => Promise<number>
type Caller = { told: Told; done: (end: number) => void; failed: (cause: unknown) => void }

/** The keyed MAC of the chain. The key is derived from the master secret and kept nowhere. */
export const auditMac =
  (vault: Deps['vault']) =>
  (text: string): Promise<string> =>
    vault.tag('audit', text)

export const chainAlone =
  (home: ChainHome): Append =>
  (told) =>
    new Promise((done, failed) => {
      void serve(home, [{ told, done, failed }])
    })

export function chainInTurn(home: ChainHome): Append {
  const waiting: Caller[] = []
  let serving = false
  return (told) =>
    new Promise((done, failed) => {
      waiting.push({ told, done, failed })
      if (serving) return
      serving = true
      void serve(home, waiting, () => (serving = false))
    })
}

const atOnce = 200
/** Rounds in a row in which another process was first; after them the caller is told to try again. */
const patience = 12

/**
 * Until nobody waits. Every caller is answered; this itself never fails. `rests` is called in the very step in which nobody was
 * seen waiting: whoever comes a step later must find it resting, or would wait for ever.
 */
async function serve(home: ChainHome, waiting: Caller[], rests: () => void = () => undefined): Promise<void> {
  let overtaken = 0
  while (waiting.length > 0) {
    const callers = waiting.splice(0, atOnce)
    const left = await round(home, callers).catch((cause: unknown) => failAll(callers, cause))
    overtaken = left.length < callers.length ? 0 : overtaken + 1
    if (overtaken > patience) overtaken = failAll(left, busy()).length
    else waiting.unshift(...left)
    if (overtaken > 0) await pause(overtaken * (2 + (home.random(1)[0] ?? 0) / 16))
  }
  rests()
}

/** One commit a caller, in the order of the chain. Gives back those whose place was taken, or whose forerunner failed. */
async function round(home: ChainHome, callers: readonly Caller[]): Promise<Caller[]> {
  const [end = genesis] = await home.db.all(endOfAudit())
  const chained = await chain(home, end, callers)
  const outcomes = await Promise.allSettled(
    callers.map(({ told }, index) => home.db.commit([...chained[index]!.map(addToAudit), ...told.writes])),
  )
  return callers.filter((caller, index) => {
    const outcome = outcomes[index]!
    if (outcome.status === 'fulfilled') caller.done(chained[index]!.at(-1)!.seq)
    else if (wasOvertaken(outcome.reason)) return true
    else caller.failed(outcome.reason)
    return false
  })
}

async function chain(home: ChainHome, from: ChainEnd, callers: readonly Caller[]): Promise<AuditRow[][]> {
  const mac = auditMac(home.vault)
  let end = from
  const chained: AuditRow[][] = []
  for (const { told } of callers) {
    const rows: AuditRow[] = []
    for (const entry of told.entries) {
      const draft = draftAfter(end, entry, home.now())
      const row = { ...draft, mac: await mac(sealedText(draft)) }
      rows.push(row)
      end = row
    }
    chained.push(rows)
  }
  return chained
}

const wasOvertaken = (cause: unknown): boolean => cause instanceof Taken && cause.on === 'audit.seq'

function failAll(callers: readonly Caller[], cause: unknown): [] {
  for (const caller of callers) caller.failed(cause)
  return []
}

const busy = () => new Fault('unavailable', 'DB-01', 'the log is busy just now', { retryAfterSeconds: 5 })

const pause = (milliseconds: number) => new Promise((over) => setTimeout(over, milliseconds))
