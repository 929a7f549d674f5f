import { useEffect, useState } from 'react'
import { followApplication } from '../../schema/api/passes.ts'
import { call, type ApiProblem } from '../ui/api.ts'
import { useOnline } from '../ui/use-online.ts'
import { useApply } from './apply-state.tsx'
import { withOutcome, type Kept } from './stored.ts'

/** Milliseconds between two questions: often while somebody waits for an answer, else seldom. */
const again = { waiting: 10_000, settled: 60_000 }

/** Asks what became of an application, again and again while the page is open and seen. */
export function useOutcome({ id, key, outcome }: Kept): ApiProblem | undefined {
  const { change } = useApply()
  const online = useOnline()
  const [problem, setProblem] = useState<ApiProblem>()
  const settled = outcome !== null && outcome.application.state !== 'waiting'
  useEffect(() => {
    if (!online) return undefined
    const ask = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await call(followApplication, { params: { id }, body: { key } })
      setProblem(answer.ok ? undefined : answer.problem)
      if (answer.ok) change((state) => withOutcome(state, id, answer.value))
    }
    void ask()
    const timer = setInterval(() => void ask(), settled ? again.settled : again.waiting)
    const seen = () => void ask()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [online, id, key, settled, change])
  return problem
}
