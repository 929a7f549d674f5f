import { useCallback, useEffect, useState } from 'react'
import { makeCase, tellCase, tripCases } from '../../schema/api/cases.ts'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import { call, driverAuth, type ApiProblem, type Called } from '../ui/api.ts'
import type { KeptTrip } from './stored.ts'

export type TripCases = AnswerOf<typeof tripCases>
export type OwnCase = TripCases['cases'][number]

/** Milliseconds between looks while somebody is at work on one. */
const again = 15_000

/** What was reported on this trip, renewed while it is open. */
export function useCases({ trip, key }: KeptTrip) {
  const [cases, setCases] = useState<TripCases>()
  const [problem, setProblem] = useState<ApiProblem>()
  const { id } = trip
  const ask = useCallback(() => call(tripCases, { params: { id }, auth: driverAuth(key) }), [id, key])
  const put = useCallback((answer: Called<TripCases>) => {
    if (answer.ok) setCases(answer.value)
    setProblem(answer.ok ? undefined : answer.problem)
  }, [])
  const load = async () => put(await ask())
  const runs = cases?.cases.some(({ state }) => state !== 'closed') === true
  useEffect(() => {
    const look = () => void ask().then(put)
    look()
    if (!runs) return undefined
    const timer = setInterval(look, again)
    return () => clearInterval(timer)
  }, [ask, put, runs])
  const report = async (body: BodyOf<typeof makeCase>) => {
    const answer = await call(makeCase, { params: { id }, body, auth: driverAuth(key) })
    if (answer.ok) await load()
    return answer
  }
  const tell = async (one: string, body: BodyOf<typeof tellCase>) => {
    const answer = await call(tellCase, { params: { id, case: one }, body, auth: driverAuth(key) })
    if (answer.ok) await load()
    return answer
  }
  return { cases, problem, load, report, tell }
}
export type Cases = ReturnType<typeof useCases>
