import { useEffect, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { findCaller } from '../../../schema/api/cases.ts'
import { parsePhone } from '../../../shared/identity/phone.ts'
import { parsePlate, showPlate } from '../../../shared/identity/plate.ts'
import { Choice } from '../../ui/choice.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import type { ApiProblem } from '../../ui/api.ts'
import { addressOf } from '../address.ts'
import { useSession } from '../session.tsx'
import { CaseMark, useCaseNames } from './case-state.tsx'
import { useCaseWords } from './words.ts'

type Found = AnswerOf<typeof findCaller>
type Looked = { of: string; value?: Found; problem?: ApiProblem }
/** Asked when somebody has stopped typing. */
const pause = 400

/** A whole phone number or a whole plate; anything shorter finds nobody. */
function askedBy(who: string) {
  if (parsePhone(who).ok) return { phone: who }
  const plate = parsePlate(who)
  return plate.ok && plate.kind !== 'other' ? { plate: plate.value } : undefined
}

/** The trips and cases of whoever calls, looked up once for each plate or number. */
export function useCaller(who: string): Looked | 'looking' | undefined {
  const { ask } = useSession()
  const [looked, setLooked] = useState<Looked>()
  const wanted = JSON.stringify(askedBy(who) ?? null)
  useEffect(() => {
    if (wanted === 'null') return undefined
    let stale = false
    const timer = setTimeout(() => {
      const body: { plate: string } | { phone: string } = JSON.parse(wanted)
      void ask(findCaller, { body }).then((answer) => {
        if (stale) return
        setLooked(answer.ok ? { of: wanted, value: answer.value } : { of: wanted, problem: answer.problem })
      })
    }, pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [ask, wanted])
  if (wanted === 'null') return undefined
  return looked?.of === wanted ? looked : 'looking'
}

type Given = {
  found: ReturnType<typeof useCaller>
  trip: string
  onTrip: (trip: string, checkpoint: string) => void
}

/** Who it may be: one press links the trip. */
export function CallerFound({ found, trip, onTrip }: Given) {
  const words = useCaseWords()
  if (found === undefined) return null
  if (found === 'looking') return <p role="status">{words.looking}</p>
  if (found.problem) return <ErrorNote problem={found.problem} />
  const { trips = [], cases = [] } = found.value ?? {}
  return (
    <>
      {trips.length === 0 ? (
        <p className="quiet" role="status">
          {words.noTrip}
        </p>
      ) : (
        <Choice
          legend={words.chooseTrip}
          options={[
            ...trips.map((one) => ({
              value: one.id,
              label: `${showPlate(one.plate)} ${words.tripOf(one.driver, one.phone ?? '')}`,
              ...(one.checkpoint && { hint: one.checkpoint.name }),
            })),
            { value: '', label: words.noTripChosen },
          ]}
          value={trip}
          columns={2}
          onChange={(id) => onTrip(id, trips.find((one) => one.id === id)?.checkpoint?.id ?? '')}
        />
      )}
      <Before cases={cases} />
    </>
  )
}

function Before({ cases }: { cases: Found['cases'] }) {
  const words = useCaseWords()
  const names = useCaseNames()
  if (cases.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.before}>
      <h2 className="small">{words.before}</h2>
      <ul className="case-before">
        {cases.map((line) => (
          <li key={line.id}>
            <a href={addressOf('cases', line.id)}>{line.number}</a> {names.category(line.category)}{' '}
            <CaseMark line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}
