import { useEffect } from 'react'
import { currentCode, getTrip } from '../../schema/api/trips.ts'
import { call, driverAuth } from '../ui/api.ts'
import { serverNow } from '../ui/server-clock.ts'
import { emptyDraft } from './draft.ts'
import { useDriver, type Change } from './driver-state.tsx'
import { etaHere } from './eta.ts'
import { linkOf, type Link } from './route.ts'
import { withTrip } from './stored.ts'
import { useRoute } from './use-route.ts'

async function openTrip({ trip: id, key }: Extract<Link, { key: string }>, change: Change): Promise<void> {
  const sent = { params: { id }, auth: driverAuth(key) }
  const [trip, code] = await Promise.all([call(getTrip, sent), call(currentCode, sent)])
  if (!trip.ok || !code.ok) return
  const kept = { key, trip: trip.value.trip, code: code.value, pass: null, seenAt: serverNow() }
  change((state) => withTrip(state, kept))
}

/** Follows a link from outside: the checkpoint's code 卡口码 opens registration with the checkpoint filled in. */
export function useLinks(): void {
  const { change } = useDriver()
  const [, go] = useRoute()
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
      void openTrip(link, change)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [change, go])
}
