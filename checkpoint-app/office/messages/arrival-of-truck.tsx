import { useState } from 'react'
import { recordArrival } from '../../../schema/api/trips.ts'
import { beijingIso } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import { Said, type Message } from './message-lines.tsx'
import { useMessageWords } from './words.ts'

type Given = { message: Message; trip: string; at: string | null; onDone: () => void }

const recorders: readonly string[] = recordArrival.callers

/** Beside the news that a truck is not at its company: that it is there by now, or the way to say so. */
export function ArrivalOfTruck({ message, trip, at, onDone }: Given) {
  const { arrival: words } = useMessageWords()
  const { role } = useStaff()
  const [open, setOpen] = useState(false)
  if (at !== null) return <StateMark size="small" tone="go" word={words.known(shortIso(at))} />
  if (!recorders.includes(role)) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button compact onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Sheet side open={open} title={words.title} onClose={close}>
        <p className="message-text">
          <Said message={message} />
        </p>
        <ArrivalForm
          trip={trip}
          onDone={() => {
            close()
            onDone()
          }}
        />
      </Sheet>
    </>
  )
}

function ArrivalForm({ trip, onDone }: Pick<Given, 'trip' | 'onDone'>) {
  const { arrival: words } = useMessageWords()
  const { ask } = useSession()
  const say = useToast()
  const { form, set, errors, ...rest } = useForm({
    start: { at: beijingIso(serverNow()).slice(0, 16) },
    check: ({ at }) => (at === '' ? { at: words.atNeeded } : {}),
    send: ({ at }) => ask(recordArrival, { params: { id: trip }, body: { at: `${at}:00+08:00` } }),
    done: ({ arrivedAt }) => {
      say(words.done(shortIso(arrivedAt)))
      onDone()
    },
  })
  return (
    <Form submitLabel={words.submit} errors={errors} {...rest} onSubmit={rest.submit}>
      <p className="quiet">{words.lead}</p>
      <Field
        type="datetime-local"
        label={words.at}
        value={form.at}
        error={errors.at}
        onChange={(event) => set({ at: event.currentTarget.value })}
      />
    </Form>
  )
}
