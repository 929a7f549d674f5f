import { step, type CaseFile } from '../../shared/cases/case-file.ts'
import type { CaseDeed } from '../../shared/cases/events.ts'
import { mayMove } from '../../shared/cases/moves.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { addCaseEvent, changeCaseRow } from '../store/cases.ts'
import type { CaseEventRow } from '../store/cases.ts'
import type { Write } from '../store/db.ts'
import { standingOf } from './cases-load.ts'
import type { LoadedCase, Said } from './cases-load.ts'

/** A deed and what was said with it. */
export type Spoken = { readonly deed: CaseDeed; readonly words?: string | undefined }

export const notSo = () => new Fault('conflict', 'CA-03', 'not in this state, or not by this role', { path: 'move' })
export const changedMeanwhile = (cause?: unknown) =>
  new Fault('conflict', 'CA-02', 'the case has changed meanwhile', { cause })

export type Stepped = { readonly writes: readonly Write[]; readonly file: CaseFile; readonly events: number }

/**
 * What is to be written of deeds, one after another. Each has the next number of its case: of two who do something at once, the
 * second fails with Taken and with it all that he wanted. @throws Fault conflict CA-03 where the table does not allow one
 */
export async function deedWrites(
  deps: Deps,
  { row, file, numbers }: LoadedCase,
  spoken: readonly Spoken[],
): Promise<Stepped> {
  let now = file
  let n = row.events
  const writes: Write[] = []
  for (const { deed, words } of spoken) {
    if (!mayMove(now, deed.move, deed.by.role)) throw notSo()
    now = step(now, deed)
    n += 1
    writes.push(addCaseEvent(await eventRow(deps, row.id, n, deed, words)))
  }
  return {
    writes: [...writes, changeCaseRow(row.id, { ...standingOf(now, numbers), events: n })],
    file: now,
    events: n,
  }
}

export const sealWords = async (deps: Pick<Deps, 'vault'>, words: string | undefined): Promise<string | null> =>
  words === undefined ? null : deps.vault.seal('case-words', words)

async function eventRow(
  deps: Deps,
  id: string,
  n: number,
  deed: CaseDeed,
  words: string | undefined,
): Promise<CaseEventRow> {
  return {
    case_id: id,
    n,
    move: deed.move,
    at: deed.at,
    by_role: deed.by.role,
    by_id: deed.by.id,
    detail: JSON.stringify(saidBy(deed)),
    text_sealed: await sealWords(deps, words),
  }
}

function saidBy(deed: CaseDeed): Said {
  switch (deed.move) {
    case 'dispatch':
      return { to: deed.to }
    case 'answer':
      return { result: deed.result }
    case 'escalate':
      return { why: deed.why }
    case 'recategorise':
      return { category: deed.category }
    default:
      return {}
  }
}
