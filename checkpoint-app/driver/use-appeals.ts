import { useCallback, useEffect, useState } from 'react'
import { makeAppeal, tripAppeals } from '../../schema/api/appeals.ts'
import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import { isDecided } from '../../shared/appeals/kinds.ts'
import { placeText } from '../../shared/appeals/places.ts'
import { call, driverAuth, type ApiProblem, type Called } from '../ui/api.ts'
import { keptPlace } from './appeal-place.ts'
import type { KeptTrip } from './stored.ts'

export type TripAppeals = AnswerOf<typeof tripAppeals>
export type AppealView = TripAppeals['appeals'][number]
type Body = BodyOf<typeof makeAppeal>
/** What the form fills in; the id is made once, so that a second press is the same appeal. */
export type Asked = Body extends infer Kind ? (Kind extends Body ? Omit<Kind, 'place'> : never) : never

/** Milliseconds between looks while a person decides. */
const again = 15_000

/** What can be appealed on this trip now, renewed while something waits. */
export function useAppeals({ trip, key }: KeptTrip) {
  const [appeals, setAppeals] = useState<TripAppeals>()
  const [problem, setProblem] = useState<ApiProblem>()
  const { id } = trip
  const ask = useCallback(() => call(tripAppeals, { params: { id }, auth: driverAuth(key) }), [id, key])
  const put = useCallback((answer: Called<TripAppeals>) => {
    if (answer.ok) setAppeals(answer.value)
    setProblem(answer.ok ? undefined : answer.problem)
  }, [])
  const load = async () => put(await ask())
  const waits = appeals?.appeals.some(({ state }) => !isDecided(state)) === true
  useEffect(() => {
    const look = () => void ask().then(put)
    look()
    if (!waits) return undefined
    const timer = setInterval(look, again)
    return () => clearInterval(timer)
  }, [ask, put, waits])
  const send = async (asked: Asked) => {
    const place = keptPlace()
    const body: Body = { ...asked, ...(place && { place: placeText(place) }) }
    const answer = await call(makeAppeal, { params: { id }, body, auth: driverAuth(key) })
    if (answer.ok) await load()
    return answer
  }
  return { appeals, problem, load, send }
}
export type Appeals = ReturnType<typeof useAppeals>
