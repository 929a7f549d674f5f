import type {
  setUp as setUpContract,
  signIn as signInContract,
  signOut as signOutContract,
} from '../../schema/api/office.ts'
import type { Deps } from '../deps.ts'
import type { Ask } from '../http/bind.ts'
import { limitsOf, rules } from '../http/limits.ts'
import { giveSession, newSession, takeSession } from '../http/session.ts'
import { sessionLasts } from '../usecases/parameters.ts'
import { loginOf, signIn, signOut } from '../usecases/sessions.ts'
import { setUp } from '../usecases/set-up.ts'

const seconds = sessionLasts / 1000

export const setUpRoute =
  (deps: Deps) =>
  async ({ body, context }: Ask<typeof setUpContract>) => {
    limitsOf(context).take('set-up', rules.setUp, deps.now())
    const session = await newSession(deps)
    const answer = await setUp(deps, body, session.tag)
    giveSession(deps, context, session.token, seconds)
    return answer
  }

export const signInRoute =
  (deps: Deps) =>
  async ({ body, context }: Ask<typeof signInContract>) => {
    const limits = limitsOf(context)
    const login = loginOf(body.login)
    const tries = {
      strike: () => limits.strike(login, rules.signIn, deps.now()),
      forgive: () => limits.forgive(login, rules.signIn),
    }
    const session = await newSession(deps)
    const answer = await signIn(deps, body, { sessionTag: session.tag, tries })
    giveSession(deps, context, session.token, seconds)
    return answer
  }

export const signOutRoute =
  (deps: Deps) =>
  async ({ asker, context }: Ask<typeof signOutContract>) => {
    const answer = await signOut(deps, asker)
    takeSession(deps, context)
    return answer
  }
