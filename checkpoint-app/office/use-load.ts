import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../shared/instant.ts'
import type { ApiProblem, Called } from '../ui/api.ts'
import { serverNow } from '../ui/server-clock.ts'

type State<Value> = { value?: Value; problem?: ApiProblem; at?: Instant; busy: boolean }
export type Loaded<Value> = State<Value> & { reload: () => Promise<void> }

/**
 * Loads on the first draw and whenever `load` changes (wrap it in useCallback). What was there stays while it is renewed;
 * an answer that was overtaken is dropped.
 */
export function useLoad<Value>(load: () => Promise<Called<Value>>): Loaded<Value> {
  const [state, setState] = useState<State<Value>>({ busy: true })
  const latest = useRef(0)
  const reload = useCallback(async () => {
    const mine = (latest.current += 1)
    setState((before) => ({ ...before, busy: true }))
    const answer = await load()
    if (mine !== latest.current) return
    if (answer.ok) setState({ value: answer.value, at: serverNow(), busy: false })
    else setState((before) => ({ ...before, problem: answer.problem, busy: false }))
  }, [load])
  useEffect(() => {
    void reload()
    return () => {
      latest.current += 1
    }
  }, [reload])
  return { ...state, reload }
}
