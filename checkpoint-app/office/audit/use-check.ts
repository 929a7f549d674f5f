import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { checkAudit } from '../../../schema/api/audit.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'

export type Check = AnswerOf<typeof checkAudit>
type Whole = { busy: boolean; done: number; entries: number; last?: Check; problem?: ApiProblem }

/** The newest entries checked at once; the whole on demand, part after part. */
export function useCheck() {
  const { ask } = useSession()
  const recent = useLoad(useCallback(() => ask(checkAudit, { query: {} }), [ask]))
  const [whole, setWhole] = useState<Whole>()
  const checkAll = async () => {
    let after = 0
    setWhole({ busy: true, done: 0, entries: recent.value?.entries ?? 0 })
    for (;;) {
      const answer = await ask(checkAudit, { query: { after } })
      if (!answer.ok) return setWhole({ busy: false, done: after, entries: 0, problem: answer.problem })
      const { checked, entries, flaw } = answer.value
      const over = flaw !== null || checked.to >= entries
      setWhole({ busy: !over, done: checked.to, entries, last: answer.value })
      if (over) return undefined
      after = checked.to
    }
  }
  return { recent, whole, checkAll }
}
