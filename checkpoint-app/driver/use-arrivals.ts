import { useCallback, useEffect, useRef } from 'react'
import { wordsOfProblem } from '../ui/error-note.tsx'
import { useToast } from '../ui/toast.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import { sendArrival } from './arrival.ts'
import { useDriver } from './driver-state.tsx'
import { withoutArrival, type Arrival } from './stored.ts'

/** Milliseconds between tries while one waits. */
const again = 30_000

/** Sends what the driver said of his arrival, now or as soon as there is a network. */
export function useArrivals(): void {
  const { state, change } = useDriver()
  const { arrivals, trips } = state
  const toast = useToast()
  const ui = useUiWords()
  const sending = useRef(new Set<string>())
  const send = useCallback(
    async (arrival: Arrival) => {
      if (sending.current.has(arrival.trip)) return
      sending.current.add(arrival.trip)
      const kept = trips.find(({ trip }) => trip.id === arrival.trip)
      const sent = kept ? await sendArrival(kept, arrival) : undefined
      sending.current.delete(arrival.trip)
      change(sent ? sent.step : (now) => withoutArrival(now, arrival.trip))
      if (sent?.refused) toast(wordsOfProblem(sent.refused, ui).what)
    },
    [trips, change, toast, ui],
  )
  useEffect(() => {
    if (arrivals.length === 0) return undefined
    const sendAll = () => {
      if (navigator.onLine) for (const arrival of arrivals) void send(arrival)
    }
    sendAll()
    const timer = setInterval(sendAll, again)
    addEventListener('online', sendAll)
    return () => {
      clearInterval(timer)
      removeEventListener('online', sendAll)
    }
  }, [arrivals, send])
}
