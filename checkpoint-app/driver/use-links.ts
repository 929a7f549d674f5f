import { useEffect } from 'react'
import { currentCode, getTrip } from '../../schema/api/trips.ts'
import { call, driverAuth, type ApiProblem } from '../ui/api.ts'
import { wordsOfProblem } from '../ui/error-note.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { useToast } from '../ui/toast.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import { emptyDraft } from './draft.ts'
import { useDriver, type Change } from './driver-state.tsx'
import { etaHere } from './eta.ts'
import { linkOf, type Link } from './route.ts'
import { withTrip } from './stored.ts'
import { useRoute } from './use-route.ts'

/** Opens the trip of a link; answers what went wrong. */
async function openTrip({ trip: id, key }: Extract<Link, { key: string }>, change: Change): Promise<ApiProblem | null> {
  const sent = { params: { id }, auth: driverAuth(key) }
  const [trip, code] = await Promise.all([call(getTrip, sent), call(currentCode, sent)])
  if (!trip.ok) return trip.problem
  if (!code.ok) return code.problem
  const kept = { key, trip: trip.value.trip, code: code.value, pass: null, seenAt: serverNow() }
  change((state) => withTrip(state, kept))
  return null
}

/** Follows a link from outside: the checkpoint's code 卡口码 opens registration with the checkpoint filled in. */
export function useLinks(): void {
  const { change } = useDriver()
  const [, go] = useRoute()
  const say = useToast()
  const ui = useUiWords()
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
      void openTrip(link, change).then((problem) => problem && say(wordsOfProblem(problem, ui).what))
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [change, go, say, ui])
}
