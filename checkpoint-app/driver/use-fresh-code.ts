import { useCallback, useEffect, useRef, useState } from 'react'
import { currentCode, getTrip } from '../../schema/api/trips.ts'
import { call, driverAuth, type ApiProblem } from '../ui/api.ts'
import { serverNow } from '../ui/server-clock.ts'
import { useNow } from '../ui/use-now.ts'
import { useOnline } from '../ui/use-online.ts'
import { needsRefresh } from './code-state.ts'
import { useDriver } from './driver-state.tsx'
import { withTrip, type KeptTrip } from './stored.ts'

/** `refresh` answers what went wrong, `null` = nothing. */
export type Freshness = { busy: boolean; problem: ApiProblem | undefined; refresh: () => Promise<ApiProblem | null> }

/** Asks for the trip and its code anew. */
async function fetchTrip(kept: KeptTrip): Promise<{ kept: KeptTrip } | { problem: ApiProblem }> {
  const sent = { params: { id: kept.trip.id }, auth: driverAuth(kept.key) }
  const [trip, code] = await Promise.all([call(getTrip, sent), call(currentCode, sent)])
  if (!trip.ok) return { problem: trip.problem }
  if (!code.ok) return { problem: code.problem }
  return { kept: { ...kept, trip: trip.value.trip, code: code.value, seenAt: serverNow() } }
}

/** Milliseconds between tries. */
const again = 30_000

/** Keeps the code of a trip fresh while there is a network, and offers to ask now. */
export function useFreshCode(kept: KeptTrip): Freshness {
  const { change } = useDriver()
  const online = useOnline()
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const running = useRef<Promise<ApiProblem | null>>(null)
  const run = useCallback(async () => {
    setBusy(true)
    const result = await fetchTrip(kept)
    running.current = null
    setBusy(false)
    setProblem('problem' in result ? result.problem : undefined)
    if ('problem' in result) return result.problem
    change((state) => withTrip(state, { ...result.kept, pass: passNow(state.trips, kept) }))
    return null
  }, [kept, change])
  const refresh = useCallback(() => {
    const asked = running.current ?? run()
    running.current = asked
    return asked
  }, [run])
  const due = online && kept.trip.state === 'registered' && needsRefresh(kept.code, kept.seenAt, now)
  useWhile(due, refresh)
  return { busy, problem, refresh }
}

function useWhile(due: boolean, refresh: Freshness['refresh']) {
  useEffect(() => {
    if (!due) return undefined
    void refresh()
    const timer = setInterval(() => void refresh(), again)
    return () => clearInterval(timer)
  }, [due, refresh])
}

/** The pass may have been issued while the code was being asked for. */
const passNow = (trips: readonly KeptTrip[], kept: KeptTrip) =>
  trips.find(({ trip }) => trip.id === kept.trip.id)?.pass ?? kept.pass
