/** Where in the app: `#/`, `#/code/ID`, `#/register/1`, `#/correct/ID/1`, `#/pass/ID`, `#/trips`, `#/find`, `#/appeal/OPENING`, `#/cases/TRIP/INSPECTION`. */
export type Route =
  | { screen: 'code' | 'pass'; id: string | null }
  | { screen: 'register'; page: 0 | 1 | 2 }
  | { screen: 'correct'; id: string; page: 0 | 1 | 2 }
  | { screen: 'trips' | 'find' }
  /** `opening`: the reason of the code it is about, as the ledger calls it. */
  | { screen: 'appeal'; opening: string | null }
  /** 12328; `inspection`: the verdict it is about. */
  | { screen: 'cases'; trip: string | null; inspection: string | null }

/** What a link from outside asks for: a checkpoint's code 卡口码, or a trip with the key that opens it. */
export type Link = { checkpoint: string } | { trip: string; key: string }

const pageOf = (text: string | undefined): 0 | 1 | 2 => (text === '2' ? 1 : text === '3' ? 2 : 0)

export function routeOf(hash: string): Route {
  const [, screen = '', one, two, ...rest] = hash.replace(/^#/, '').split('/')
  if (screen === 'register') return { screen, page: pageOf(one) }
  if (screen === 'correct' && one) return { screen, id: one, page: pageOf(two) }
  if (screen === 'trips' || screen === 'find') return { screen }
  if (screen === 'cases') return { screen, trip: one || null, inspection: two || null }
  if (screen === 'appeal') return { screen, opening: openingIn([one, two, ...rest]) }
  return {
    screen: screen === 'pass' ? 'pass' : 'code',
    id: screen === 'pass' || screen === 'code' ? (one ?? null) : null,
  }
}

/** An opening has a slash of its own, written as it is or as %2F. */
function openingIn(parts: readonly (string | undefined)[]): string | null {
  try {
    return decodeURIComponent(parts.filter((part) => part !== undefined).join('/')) || null
  } catch {
    return null
  }
}

export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'register':
      return `#/register/${route.page + 1}`
    case 'correct':
      return `#/correct/${route.id}/${route.page + 1}`
    case 'appeal':
      return route.opening === null ? '#/appeal' : `#/appeal/${encodeURIComponent(route.opening)}`
    case 'cases':
      return ['#/cases', route.trip, route.inspection].filter(Boolean).join('/')
    case 'code':
    case 'pass':
      return route.id === null ? `#/${route.screen}` : `#/${route.screen}/${route.id}`
    default:
      return `#/${route.screen}`
  }
}

/** Where a tab leads: to the same trip's other paper; pressed again, to the newest trip. */
export const tabRoute = (screen: 'code' | 'pass', from: Route): Route => ({
  screen,
  id: 'id' in from && from.screen !== screen ? from.id : null,
})

/** Reads `#at=JZ-G01` and `#trip=ID&key=KEY`; `undefined` for anything else. */
export function linkOf(hash: string): Link | undefined {
  const given = new URLSearchParams(hash.replace(/^#\/?/, ''))
  const at = given.get('at')
  if (at && /^[A-Z0-9][A-Z0-9-]{1,15}$/.test(at)) return { checkpoint: at }
  const [trip, key] = [given.get('trip'), given.get('key')]
  return trip && key && /^[0-9a-f-]{36}$/i.test(trip) ? { trip, key } : undefined
}
