import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'

/**
 * The staff cookie. A route that signs somebody in: `const session = await newSession(deps)`; the use case keeps
 * `session.tag` (store/staff-sessions.ts); the route calls `giveSession(deps, context, session.token, seconds)`.
 */
export async function newSession(deps: Pick<Deps, 'vault' | 'random'>): Promise<{ token: string; tag: string }> {
  const token = Array.from(deps.random(32), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { token, tag: await sessionTag(deps, token) }
}

/** What the database knows a session by. */
export const sessionTag = (deps: Pick<Deps, 'vault'>, token: string): Promise<string> =>
  deps.vault.tag('session', token)

export function giveSession(deps: Pick<Deps, 'origin'>, context: Context, token: string, seconds: number): void {
  setCookie(context, ...named(deps, token), { ...fixed(deps), maxAge: seconds })
}

export function takeSession(deps: Pick<Deps, 'origin'>, context: Context): void {
  setCookie(context, ...named(deps, ''), { ...fixed(deps), maxAge: 0 })
}

export const presentedSession = (deps: Pick<Deps, 'origin'>, context: Context): string | undefined =>
  getCookie(context, cookieName(deps))

const secure = (deps: Pick<Deps, 'origin'>) => deps.origin.startsWith('https:')
/** The __Host- prefix needs https; plain http is for this very machine only. */
const cookieName = (deps: Pick<Deps, 'origin'>) => (secure(deps) ? '__Host-cx' : 'cx')
const named = (deps: Pick<Deps, 'origin'>, value: string): [string, string] => [cookieName(deps), value]
const fixed = (deps: Pick<Deps, 'origin'>) => ({
  path: '/' as const,
  httpOnly: true,
  sameSite: 'Strict' as const,
  secure: secure(deps),
})
