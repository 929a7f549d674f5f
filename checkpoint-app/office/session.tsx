import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { AnswerOf, Endpoint } from '../../schema/api/endpoint.ts'
import { signOut, whoAmI, type staffView } from '../../schema/api/office.ts'
import type * as z from 'zod/mini'
import { keep, kept } from '../ui/kept.ts'
import { call, staffAuth, type ApiProblem, type Called, type Sent } from '../ui/api.ts'

export type Staff = z.infer<typeof staffView>

/** Asks the server as the member of staff signed in here; the end of a session is noticed. */
export type Ask = <E extends Endpoint>(endpoint: E, sent: Sent<E>) => Promise<Called<AnswerOf<E>>>

type Standing =
  | { kind: 'asking' }
  | { kind: 'out' }
  | { kind: 'unknown'; problem: ApiProblem }
  /** `ended`: the server no longer knows the session; the page stays until somebody signs in again. */
  | { kind: 'in'; staff: Staff; ended: boolean }

type Session = {
  readonly standing: Standing
  readonly ask: Ask
  readonly enter: (staff: Staff) => void
  readonly leave: () => Promise<void>
  readonly check: () => Promise<void>
}

const Current = createContext<Session | undefined>(undefined)

/** Nobody is signed in, or no longer; a wrong password has another code. */
export const isSignInNeeded = (problem: ApiProblem): boolean =>
  problem.kind === 'refused' && problem.status === 401 && problem.code === 'AU-01'
const isEnded = (answer: Called<unknown>) => !answer.ok && isSignInNeeded(answer.problem)

function standingAfter(answer: Called<{ staff: Staff }>): Standing {
  if (answer.ok) return { kind: 'in', staff: answer.value.staff, ended: false }
  return isEnded(answer) ? { kind: 'out' } : { kind: 'unknown', problem: answer.problem }
}

/** Whether somebody signed in with this browser and did not sign out. The session's cookie is not for scripts to see. */
const name = 'office-session'

export function SessionProvider({ children }: { children: ReactNode }) {
  // Where nobody ever signed in there is no session to ask the server for.
  const [standing, setStanding] = useState<Standing>(() => ({ kind: kept(name) === true ? 'asking' : 'out' }))
  const ask = useCallback<Ask>(async (endpoint, sent) => {
    const answer = await call(endpoint, Object.assign({}, sent, { auth: staffAuth }))
    if (isEnded(answer)) setStanding((now) => (now.kind === 'in' ? { ...now, ended: true } : now))
    return answer
  }, [])
  const enter = useCallback((staff: Staff) => setStanding({ kind: 'in', staff, ended: false }), [])
  const check = useCallback(() => call(whoAmI, { auth: staffAuth }).then(standingAfter).then(setStanding), [])
  const leave = useCallback(async () => {
    const answer = await call(signOut, { auth: staffAuth })
    if (answer.ok || isEnded(answer)) setStanding({ kind: 'out' })
    else setStanding({ kind: 'unknown', problem: answer.problem })
  }, [])
  useEffect(() => {
    if (kept(name) === true) void check()
  }, [check])
  useEffect(() => {
    if (standing.kind === 'in') keep(name, true)
    if (standing.kind === 'out') keep(name, undefined)
  }, [standing.kind])
  const session = useMemo(() => ({ standing, ask, enter, leave, check }), [standing, ask, enter, leave, check])
  return <Current value={session}>{children}</Current>
}

export function useSession(): Session {
  const session = use(Current)
  if (!session) throw new Error('no SessionProvider above')
  return session
}

/** Inside the shell somebody is always signed in. */
export function useStaff(): Staff {
  const { standing } = useSession()
  if (standing.kind !== 'in') throw new Error('nobody is signed in')
  return standing.staff
}
