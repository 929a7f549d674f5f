import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../shared/instant.ts'
import type { ApiProblem, Called } from '../ui/api.ts'
import { serverNow } from '../ui/server-clock.ts'
import { useSession } from './session.tsx'

type Load<Value> = () => Promise<Called<Value>>
type State<Value> = { of: Load<Value>; value?: Value; problem?: ApiProblem; at?: Instant; busy: boolean }
export type Loaded<Value> = Omit<State<Value>, 'of'> & { reload: () => Promise<void>; put: (value: Value) => void }

const settled = <Value>(before: State<Value>, of: Load<Value>, answer: Called<Value>): State<Value> =>
  answer.ok
    ? { of, value: answer.value, at: serverNow(), busy: false }
    : { ...(before.of === of ? before : { of }), problem: answer.problem, busy: false }

/**
 * Loads on the first draw, whenever `load` changes (wrap it in useCallback), and after somebody signed in again. What was there stays while it is renewed;
 * an answer that was overtaken is dropped.
 */
export function useLoad<Value>(load: Load<Value>): Loaded<Value> {
  const [state, setState] = useState<State<Value>>({ of: load, busy: true })
  const latest = useRef(0)
  const { standing } = useSession()
  const ended = standing.kind === 'in' && standing.ended
  useEffect(() => {
    if (ended) return undefined
    const mine = (latest.current += 1)
    void load().then((answer) => {
      if (mine === latest.current) setState((before) => settled(before, load, answer))
    })
    return () => {
      latest.current += 1
    }
  }, [load, ended])
  const reload = useCallback(async () => {
    const mine = (latest.current += 1)
    setState((before) => ({ ...before, busy: true }))
    const answer = await load()
    if (mine === latest.current) setState((before) => settled(before, load, answer))
  }, [load])
  const put = useCallback((value: Value) => setState((before) => ({ ...before, value })), [])
  return { ...(state.of === load ? state : { busy: true }), reload, put }
}
