import { minute, plus } from '../../shared/instant.ts'
import { answerWithinMinutes } from '../../shared/passes/checks.ts'
import type { Deps } from '../deps.ts'
import { lateAndUntold } from '../store/pass-applications.ts'
import { latePass, tellLatePass } from './passes-tell.ts'

const atOnce = 200

/** The command hears of each application that waits longer than half an hour, once (R58). */
export async function tellLatePasses(deps: Deps): Promise<void> {
  const late = await deps.db.all(lateAndUntold(plus(deps.now(), -answerWithinMinutes * minute), latePass, atOnce))
  if (late.length > 0) await deps.db.commit(late.flatMap((row) => tellLatePass(deps, row)))
}
