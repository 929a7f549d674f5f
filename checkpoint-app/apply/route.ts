/** Where on the page: `#/` the form and own applications, `#/a/ID` one of them, `#/pass/ID/KEY` as it is handed to the driver. */
export type Route =
  { screen: 'form' } | { screen: 'application'; id: string } | { screen: 'handed'; id: string; key: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function routeOf(hash: string): Route {
  const [, screen, id = '', key = ''] = hash.replace(/^#/, '').split('/')
  if (screen === 'a' && uuid.test(id)) return { screen: 'application', id }
  if (screen === 'pass' && uuid.test(id) && /^[\w-]{20,64}$/.test(key)) return { screen: 'handed', id, key }
  return { screen: 'form' }
}

/** Whoever opens it has the pass; the part behind # never reaches a server's log. */
export const linkFor = (origin: string, { id, key }: { id: string; key: string }): string =>
  `${origin}/apply/#/pass/${id}/${key}`

/** To say over the phone. */
export const shortId = (id: string): string => id.slice(0, 8).toUpperCase()
