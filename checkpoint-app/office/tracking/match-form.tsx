import { matchTracking } from '../../../schema/api/tracking.ts'
import { Choice } from '../../ui/choice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import type { Whole } from './tracking-sheet.tsx'
import { useTrackingWords } from './words.ts'

type Given = Pick<Whole, 'candidates'> & { id: string; onDone: () => void }
const keyOf = ({ trip, seat }: Whole['candidates'][number]) => `${trip}/${seat}`

/** Says which of the persons registered on that truck it is. */
export function MatchForm({ id, candidates, onDone }: Given) {
  const words = useTrackingWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { trip: '' },
    check: ({ trip }) => (trip ? {} : { trip: words.matchNeeded }),
    send: ({ trip: chosen }) => {
      const [trip = '', seat = '0'] = chosen.split('/')
      return ask(matchTracking, { params: { id }, body: { trip, seat: Number(seat) } })
    },
    done: () => {
      say(words.matchDone)
      onDone()
    },
  })
  if (candidates.length === 0)
    return (
      <section className="stack-tight" aria-label={words.match}>
        <h3>{words.match}</h3>
        <p>{words.matchNobody}</p>
      </section>
    )
  const options = candidates.map((one) => ({
    value: keyOf(one),
    label: `${words.seat[one.role]} ${one.surname}*（${one.idTail}）`,
    hint: words.candidate(one.tripNumber, shortIso(one.registeredAt)),
  }))
  return (
    <section className="stack-tight" aria-label={words.match}>
      <p className="quiet">{words.matchLead}</p>
      <Form submitLabel={words.matchButton} errors={errors} {...rest} onSubmit={rest.submit}>
        <Choice
          legend={words.match}
          options={options}
          value={form.trip || undefined}
          error={errors.trip}
          onChange={(trip) => set({ trip })}
        />
      </Form>
    </section>
  )
}
