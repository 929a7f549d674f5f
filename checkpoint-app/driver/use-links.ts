import { useCallback, useEffect, useState } from 'react'
import { currentCode, getTrip } from '../../schema/api/trips.ts'
import { call, driverAuth, type ApiProblem } from '../ui/api.ts'
import { serverNow } from '../ui/server-clock.ts'
import { emptyDraft } from './draft.ts'
import { useDriver, type Change } from './driver-state.tsx'
import { etaHere } from './eta.ts'
import { linkOf, type Link } from './route.ts'
import { withTrip } from './stored.ts'
import { useRoute } from './use-route.ts'

type TripLink = Extract<Link, { key: string }>

/** A link that did not open, and why; stays until it was read. */
export type LinkTrouble = { readonly problem: ApiProblem; readonly again: () => void; readonly close: () => void }

/** Opens the trip of a link; answers what went wrong. */
async function openTrip({ trip: id, key }: TripLink, change: Change): Promise<ApiProblem | null> {
  const sent = { params: { id }, auth: driverAuth(key) }
  const [trip, code] = await Promise.all([call(getTrip, sent), call(currentCode, sent)])
  if (!trip.ok) return trip.problem
  if (!code.ok) return code.problem
  const kept = { key, trip: trip.value.trip, code: code.value, pass: null, seenAt: serverNow() }
  change((state) => withTrip(state, kept))
  return null
}

/** Follows a link from outside: the checkpoint's code 卡口码 opens registration with the checkpoint filled in. */
export function useLinks(): LinkTrouble | undefined {
  const { change } = useDriver()
  const [, go] = useRoute()
  const [failed, setFailed] = useState<{ readonly link: TripLink; readonly problem: ApiProblem }>()
  const open = useCallback(
    async (link: TripLink) => {
      const problem = await openTrip(link, change)
      setFailed(problem === null ? undefined : { link, problem })
    },
    [change],
  )
  useEffect(() => {
    const follow = () => {
      const link = linkOf(location.hash)
      if (!link) return
      if ('checkpoint' in link) {
        const { checkpoint } = link
        const here = etaHere(serverNow())
        change((state) => {
          const begun = state.draft?.version === null ? state.draft : emptyDraft(crypto.randomUUID(), here)
          return { ...state, draft: { ...begun, ...here, checkpoint } }
        })
        go({ screen: 'register', page: 0 })
        return
      }
      // The key leaves the address bar at once.
      go({ screen: 'code', id: link.trip })
      void open(link)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [change, go, open])
  return failed && { problem: failed.problem, again: () => void open(failed.link), close: () => setFailed(undefined) }
}
