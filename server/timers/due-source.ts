import type { AuditEntry } from '../../shared/audit/entry.ts'
import type { Due, DueAction } from '../../shared/codes/timers.ts'
import type { DueState } from '../../shared/codes/due.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'

export type Loaded = Partial<Omit<DueState, 'seenUntil'>>

/** Up to when the run looked, and the subjects of which something could not be done; they come again. */
export type Run = { seen: Instant; failed: ReadonlySet<string> }

/** What is to be written, and what the log tells of it. */
export type Done = { writes: readonly Write[]; entries: readonly AuditEntry[] }

/**
 * One kind of record that time does something to. `load` reads what may be due by `until`, of every record no more than a page;
 * `act` says what is to be written for one thing due. The runner writes it together with the note that it was done, so each is
 * done once. `told: false` = too late to tell anybody (`due.until`); it is recorded all the same.
 */
export type DueSource = {
  name: string
  actions: readonly DueAction[]
  load: (deps: Deps, until: Instant) => Promise<Loaded>
  act: (deps: Deps, due: Due, told: boolean) => Promise<readonly Write[] | Done>
  /** What it does stands in the log by `act` itself, so it waits its turn. */
  logs?: true
  /**
   * Where records say themselves when to be looked at again: what to write of a page that was gone through. The next page is read
   * at once, until one is empty.
   */
  settle?: (deps: Deps, loaded: Loaded, run: Run) => readonly Write[]
}
