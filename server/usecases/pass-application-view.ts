import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { followApplication as contract } from '../../schema/api/passes.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { passFlags } from '../../shared/passes/checks.ts'
import { departmentIds, departments } from '../../shared/passes/departments.ts'
import type { Department } from '../../shared/passes/departments.ts'
import { standingReasonWords } from '../../shared/passes/reasons.ts'
import type { Deps } from '../deps.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { chainOf, passOfApplication } from '../store/pass-lists.ts'
import type { ListedPass } from '../store/pass-lists.ts'
import { answerBy, declinedInWords, flagsIn, stateOfPass, viewOfPass } from './passes-view.ts'
import { wellSealed } from './reseal-passes.ts'

type Outcome = AnswerOf<typeof contract>

/** What became of an application, for whoever applied. */
export async function outcomeOf(deps: Deps, row: ApplicationRow): Promise<Outcome> {
  const pass = await passAtItsEnd(deps, row.id)
  const department = departmentOf(row)
  return {
    application: {
      id: row.id,
      state: row.state,
      appliedAt: beijingIso(instant(row.applied_at)),
      answerBy: answerBy(row),
      department: { id: department, ...departments[department] },
      flags: flagsIn(row).map((id) => ({ id, ...passFlags[id] })),
      declined: declinedInWords(row),
    },
    pass: pass === undefined ? null : viewOfPass(await wellSealed(deps, pass), deps.now()),
    standing: pass === undefined ? null : standingInWords(deps, pass),
  }
}

/** Re-issued ones 换发 are followed to their end. */
async function passAtItsEnd(deps: Deps, application: string): Promise<ListedPass | undefined> {
  const [first] = await deps.db.all(passOfApplication(application))
  if (first?.replaced_by == null) return first
  return (await deps.db.all(chainOf(first.number))).find(({ replaced_by: by }) => by === null)
}

function standingInWords(deps: Deps, pass: ListedPass): Outcome['standing'] {
  const state = stateOfPass(pass, deps.now())
  if (state !== 'suspended' && state !== 'revoked') return null
  const { zh, en } = standingReasonWords(pass.status_reason ?? '')
  return { state, zh, en, note: pass.status_note, at: beijingIso(instant(pass.status_at ?? pass.issued_at)) }
}

/** What this program wrote is in the list. */
export const departmentOf = ({ department }: Pick<ApplicationRow, 'department'>): Department =>
  departmentIds.find((id) => id === department) ?? 'planning'
