import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { serverNow } from '../ui/server-clock.ts'
import { isLater, send, type Outcome } from './send.ts'
import {
  load,
  lastUsedOf,
  save,
  withTrip,
  withWaiting,
  withoutWaiting,
  type DriverState,
  type Waiting,
} from './stored.ts'

export type Change = (step: (state: DriverState) => DriverState) => void
export type Driver = {
  state: DriverState
  change: Change
  /** False when this browser keeps nothing. */
  kept: boolean
  /** Keeps a registration, then sends it; it is sent again by itself while the network is bad. */
  submit: (waiting: Waiting) => Promise<Outcome>
}

const Driver = createContext<Driver | undefined>(undefined)

export function useDriver(): Driver {
  const driver = use(Driver)
  if (!driver) throw new Error('outside of DriverStateProvider')
  return driver
}

/** The state after an attempt to send. */
export function afterSending(state: DriverState, sent: Waiting, outcome: Outcome): DriverState {
  const without = withoutWaiting(state, sent.draft.id)
  if (outcome.is !== 'registered') return withWaiting(without, outcome.waiting)
  const draft = state.draft?.id === sent.draft.id ? null : state.draft
  return withTrip({ ...without, draft, last: lastUsedOf(sent.draft) ?? state.last }, outcome.kept)
}

/** Milliseconds between tries while something waits. */
const again = 30_000

function useSender(waitingNow: () => readonly Waiting[], submit: Driver['submit']) {
  useEffect(() => {
    const sendAll = () => {
      const due = waitingNow().filter(({ problem }) => problem === null || isLater(problem))
      if (navigator.onLine) for (const waiting of due) void submit(waiting)
    }
    sendAll()
    const timer = setInterval(sendAll, again)
    addEventListener('online', sendAll)
    return () => {
      clearInterval(timer)
      removeEventListener('online', sendAll)
    }
  }, [waitingNow, submit])
}

/** Everything this phone keeps for its driver, written to storage with each change. */
export function DriverStateProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState(load)
  const [kept, setKept] = useState(true)
  const current = useRef(state)
  const sending = useRef(new Map<string, Promise<Outcome>>())
  const change = useCallback<Change>((step) => {
    current.current = step(current.current)
    setKept(save(current.current))
    setState(current.current)
  }, [])
  const submit = useCallback<Driver['submit']>(
    (waiting) => {
      const { id } = waiting.draft
      const running = sending.current.get(id)
      if (running) return running
      change((now) => withWaiting(now, waiting))
      const run = send({ waiting, now: serverNow(), newId: () => crypto.randomUUID() })
        .then((outcome) => {
          change((now) => afterSending(now, waiting, outcome))
          return outcome
        })
        .finally(() => sending.current.delete(id))
      sending.current.set(id, run)
      return run
    },
    [change],
  )
  const waitingNow = useCallback(() => current.current.waiting, [])
  useSender(waitingNow, submit)
  const driver = useMemo(() => ({ state, change, kept, submit }), [state, change, kept, submit])
  return <Driver value={driver}>{children}</Driver>
}
