import { sayArrived } from '../../schema/api/trips.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { call, driverAuth, type ApiProblem, type Called } from '../ui/api.ts'
import { isLater } from './send.ts'
import { withTrip, withoutArrival, type Arrival, type DriverState, type KeptTrip } from './stored.ts'

/** What the code page says of the company that awaits the truck. */
export type ArrivalShown = 'nothing' | 'offer' | { waiting: number } | { said: string }

export function arrivalShown({ trip, code: { arrival } }: KeptTrip, arrivals: readonly Arrival[]): ArrivalShown {
  if (arrival?.at) return { said: arrival.at }
  const pressed = arrivals.find((one) => one.trip === trip.id)
  if (pressed) return { waiting: pressed.pressedAt }
  return arrival === null ? 'nothing' : 'offer'
}

type Answer = Called<AnswerOf<typeof sayArrived>>
export type Say = (kept: KeptTrip, at: string) => Promise<Answer>

const byApi: Say = ({ trip, key }, at) =>
  call(sayArrived, { params: { id: trip.id }, body: { at }, auth: driverAuth(key) })

/** `step` is what becomes of the state; a bad network changes nothing, and it is sent again. */
export type Sent = { step: (state: DriverState) => DriverState; refused?: ApiProblem }

export async function sendArrival(kept: KeptTrip, { pressedAt }: Arrival, say: Say = byApi): Promise<Sent> {
  const { id } = kept.trip
  const answer = await say(kept, beijingIso(instant(pressedAt)))
  if (!answer.ok) {
    if (isLater(answer.problem)) return { step: (state) => state }
    return { step: (state) => withoutArrival(state, id), refused: answer.problem }
  }
  const { code } = answer.value
  return {
    step: (state) => {
      const now = state.trips.find(({ trip }) => trip.id === id)
      const without = withoutArrival(state, id)
      return now ? withTrip(without, { ...now, code }) : without
    },
  }
}
