import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { reportCase as contract } from '../../schema/api/cases.ts'
import { Fault } from '../../shared/fault.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { day, instant, minute, parseInstant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { tripById } from '../store/trips.ts'
import { makeTheCase } from './cases-make.ts'
import { numberOf } from './cases-number.ts'
import { needTerminal } from './may.ts'
import { must } from './read-notes.ts'

/** Two clocks never agree to the second. */
const clocksDiffer = 2 * minute
/** What a phone kept longer is told as if it were this old: a week without a network is another trouble. */
const longestKept = 7 * day

/**
 * An inspector reports for whoever stands before him, now or when the network is back. A trip that is not known here is left out:
 * the report is what counts.
 */
export async function reportCase(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof contract>,
): Promise<AnswerOf<typeof contract>> {
  const { staff, terminal, checkpoint } = needTerminal(asker)
  const [trip] = form.trip === undefined ? [] : await deps.db.all(tripById(form.trip))
  const { row } = await makeTheCase(deps, {
    id: form.id,
    way: 'terminal',
    by: { role: 'terminal', id: staff },
    category: form.category,
    words: form.words,
    filedAt: filedAt(deps, form.filedAt),
    plate: form.plate === undefined ? null : must(parsePlate(form.plate), 'plate'),
    trip,
    checkpoint,
    inspection: form.inspection ?? null,
    staff,
    terminal,
    entry: {
      by: { id: staff, role: 'inspector', device: terminal },
      action: 'case-made',
      subject: form.id,
      detail: { way: 'terminal', category: form.category },
    },
  })
  return { id: row.id, number: numberOf(row) }
}

function filedAt(deps: Deps, text: string): Instant {
  const now = deps.now()
  const at = parseInstant(text) ?? now
  if (at > plus(now, clocksDiffer))
    throw new Fault('bad-input', 'CA-12', 'taken down later than now', { path: 'filedAt' })
  return instant(Math.min(now, Math.max(at, plus(now, -longestKept))))
}
