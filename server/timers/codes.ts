import { due, nothingToDo } from '../../shared/codes/due.ts'
import type { Due } from '../../shared/codes/timers.ts'
import { hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { doneAmong, noteDone, saw, seenBy } from '../store/due.ts'
import type { DueSource, Loaded } from './due-source.ts'
import { dueSources } from './due/index.ts'
import { changeWhenDue } from '../usecases/code-changes.ts'
import type { Timer } from './index.ts'

/** What the law counts in hours and minutes: T1–T16 of the decision table. */
export const codes: Timer = { name: 'codes', everySeconds: 15, run: (deps) => runDue(deps, dueSources) }

/** A clock that was set back by more than this was wrong before: then it is the clock that counts, not what was seen. */
const clockMayJumpBackBy = hour
/** Pages of one source in one run; what is left is the next run's. */
const pagesAtOnce = 40
/** Commits on their way at the same time. */
const together = 20

/** Everything that is due by now, once, whoever else runs and however long nobody did. A source that fails leaves the others. */
export async function runDue(deps: Deps, sources: readonly DueSource[]): Promise<void> {
  const seen = await latestSeen(deps)
  for (const source of sources) {
    try {
      await runSource(deps, source, seen)
    } catch (cause) {
      deps.log('due-failed', { source: source.name, error: nameOf(cause) })
    }
  }
  await deps.db.commit([saw('codes', seen)])
}

async function latestSeen(deps: Deps): Promise<Instant> {
  const now = deps.now()
  const [row] = await deps.db.all(seenBy('codes'))
  const before = row === undefined ? now : instant(row.seen_until)
  if (before <= plus(now, clockMayJumpBackBy)) return instant(Math.max(now, before))
  deps.log('clock-was-ahead', { by: before - now })
  return now
}

async function runSource(deps: Deps, source: DueSource, seen: Instant): Promise<void> {
  for (let page = 0; page < pagesAtOnce; page++) {
    const loaded = await source.load(deps, seen)
    if (Object.values(loaded).every((records) => records.length === 0)) return
    const failed = await runPage(deps, source, { loaded, seen })
    if (source.settle === undefined) return
    await deps.db.commit(source.settle(deps, loaded, { seen, failed }))
  }
}

type Page = { loaded: Loaded; seen: Instant }

/** The subjects of which something could not be done. */
async function runPage(deps: Deps, source: DueSource, { loaded, seen }: Page): Promise<ReadonlySet<string>> {
  const found = due({ ...nothingToDo, ...loaded, seenUntil: seen }, deps.now(), (at) => deps.law.numbersAt(at)).filter(
    ({ action }) => source.actions.includes(action),
  )
  const done = new Set((await deps.db.all(doneAmong(found.map(({ id }) => id)))).map(({ id }) => id))
  const left = found.filter(({ id }) => !done.has(id))
  const failed = new Set<string>()
  const run = async (one: Due) => {
    if (!(await doOne(deps, source, one, seen))) failed.add(one.subject)
  }
  const isLogged = (one: Due) => source.logs === true || changeWhenDue(one).length > 0
  const quiet = left.filter((one) => !isLogged(one))
  for (let at = 0; at < quiet.length; at += together) await Promise.all(quiet.slice(at, at + together).map(run))
  // The log has one end: whoever writes to it waits his turn.
  for (const one of left.filter(isLogged)) await run(one)
  return failed
}

async function doOne(deps: Deps, source: DueSource, one: Due, seen: Instant): Promise<boolean> {
  const told = one.until === null || seen < one.until
  const { id, timer, subject, dueAt, late } = one
  const note = {
    id,
    timer,
    subject,
    due_at: dueAt,
    done_at: deps.now(),
    late: late ? 1 : 0,
    told: told ? 1 : 0,
  } as const
  try {
    const done = await source.act(deps, one, told)
    const { writes: made, entries } = 'writes' in done ? done : { writes: done, entries: [] }
    const writes = [noteDone(note), ...made]
    const [entry, ...more] = [...changeWhenDue(one), ...entries]
    await (entry === undefined ? deps.db.commit(writes) : deps.audit.commit(writes, [entry, ...more]))
    return true
  } catch (cause) {
    // Another process was first.
    if (cause instanceof Taken && cause.on === 'due_done.id') return true
    deps.log('due-failed', { source: source.name, timer, error: nameOf(cause) })
    return false
  }
}

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : typeof cause)
