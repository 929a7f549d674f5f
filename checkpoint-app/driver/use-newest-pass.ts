import { useCallback, useEffect, useState } from 'react'
import { getPass } from '../../schema/api/trips.ts'
import { call, driverAuth } from '../ui/api.ts'
import { useOnline } from '../ui/use-online.ts'
import { isPass } from './draft.ts'
import type { PassPending, PassView } from './draft.ts'
import { useDriver, type Driver } from './driver-state.tsx'
import type { KeptTrip } from './stored.ts'
import { useKeyGone } from './use-key-gone.ts'

export const keepPass = (change: Driver['change'], id: string, pass: PassView) =>
  change((state) => ({
    ...state,
    trips: state.trips.map((kept) => (kept.trip.id === id ? { ...kept, pass } : kept)),
  }))

/** The pass as the server has it now, or what waits for one; quietly, because none may have been applied for. */
export function useNewestPass(kept: KeptTrip | undefined) {
  const [pending, setPending] = useState<PassPending | null>(null)
  const { change } = useDriver()
  const online = useOnline()
  // Other goods 99 travel without a pass.
  const asked = kept?.trip.cargo === '99' ? undefined : kept
  const [id, key] = [asked?.trip.id, asked?.key]
  const gone = useKeyGone(asked?.pass?.token)
  const ask = useCallback(() => {
    if (!online || id === undefined || key === undefined) return
    void call(getPass, { params: { id }, auth: driverAuth(key) }).then((answer) => {
      if (!answer.ok) return
      if (isPass(answer.value)) keepPass(change, id, answer.value)
      setPending(isPass(answer.value) ? null : answer.value)
    })
  }, [online, id, key, change])
  useEffect(ask, [ask])
  useEffect(() => {
    if (gone) ask()
  }, [gone, ask])
  return [pending, setPending] as const
}
