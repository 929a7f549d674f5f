import { useCallback, useEffect, useRef, useState } from 'react'
import { currentCode, getTrip, liveCode } from '../../schema/api/trips.ts'
import { call, driverAuth, type ApiProblem, type Called } from '../ui/api.ts'
import { serverNow } from '../ui/server-clock.ts'
import { useNow } from '../ui/use-now.ts'
import { useOnline } from '../ui/use-online.ts'
import { needsRefresh } from './code-state.ts'
import type { CodeView, TripView } from './draft.ts'
import { useDriver } from './driver-state.tsx'
import { withTrip, type KeptTrip } from './stored.ts'
import { useKeyGone } from './use-key-gone.ts'
import { livePhoneSoon, useLivePhone } from './use-live-phone.ts'
import { lacksLive } from './use-shown-code.ts'

/** `refresh` answers what went wrong, `null` = nothing. */
export type Freshness = { busy: boolean; problem: ApiProblem | undefined; refresh: () => Promise<ApiProblem | null> }

type Fetched = { kept: KeptTrip } | { problem: ApiProblem }

/** Asks for the trip and its code anew. */
async function fetchTrip(kept: KeptTrip): Promise<Fetched> {
  const sent = { params: { id: kept.trip.id }, auth: driverAuth(kept.key) }
  const phone = await livePhoneSoon()
  const code = phone ? call(liveCode, { ...sent, body: { shownBy: phone.point } }) : call(currentCode, sent)
  return withAnswers(kept, ...(await Promise.all([call(getTrip, sent), code])))
}

function withAnswers(kept: KeptTrip, trip: Called<{ trip: TripView }>, code: Called<CodeView>): Fetched {
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
  const phone = useLivePhone()
  const gone = useKeyGone(kept.code.token)
  const wanted = needsRefresh(kept.code, kept.seenAt, now) || gone || lacksLive(kept.code, phone)
  const due = online && kept.trip.state === 'registered' && wanted
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
