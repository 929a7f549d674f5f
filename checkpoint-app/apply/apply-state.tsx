import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { load, save, type ApplyState } from './stored.ts'

type Apply = {
  state: ApplyState
  change: (step: (state: ApplyState) => ApplyState) => void
  /** False when this browser keeps nothing. */
  kept: boolean
}

const Apply = createContext<Apply | undefined>(undefined)

export function useApply(): Apply {
  const apply = use(Apply)
  if (!apply) throw new Error('outside of ApplyStateProvider')
  return apply
}

/** What this device keeps for its company, written with each change. */
export function ApplyStateProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState(() => load())
  const [kept, setKept] = useState(true)
  const current = useRef(state)
  const change = useCallback<Apply['change']>((step) => {
    current.current = step(current.current)
    setKept(save(current.current))
    setState(current.current)
  }, [])
  const apply = useMemo(() => ({ state, change, kept }), [state, change, kept])
  return <Apply value={apply}>{children}</Apply>
}
