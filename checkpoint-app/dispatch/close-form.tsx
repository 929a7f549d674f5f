import { base64url } from 'jose'
import { useState } from 'react'
import { closeIncident } from '../../schema/api/incidents.ts'
import { shrinkPhoto } from '../device/shrink-photo.ts'
import { Form } from '../office/form.tsx'
import { useSession } from '../office/session.tsx'
import { useForm } from '../office/use-form.ts'
import { useOfficeWords } from '../office/words.ts'
import { Field } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Incident } from './incident-panel.tsx'
import { useIncidentWords } from './incident-words.ts'

type Given = { open: boolean; id: string; onClose: () => void; done: (incident: Incident) => void }

function Fields({ id, onClose, done }: Omit<Given, 'open'>) {
  const words = useIncidentWords()
  const { password } = useOfficeWords()
  const { ask } = useSession()
  const say = useToast()
  const [reading, setReading] = useState(false)
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '', jpeg: '' },
    check: ({ reason, jpeg }) => ({
      ...(reason.trim().length >= 2 ? {} : { reason: password.needed }),
      ...(jpeg === '' ? { jpeg: password.needed } : {}),
    }),
    send: ({ reason, jpeg }) => ask(closeIncident, { params: { id }, body: { reason: reason.trim(), jpeg } }),
    done: (incident) => {
      done(incident)
      say(words.closed)
      onClose()
    },
  })
  const [bad, setBad] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setReading(true)
    const bytes = await shrinkPhoto(file)
    setReading(false)
    setBad(bytes === undefined)
    set({ jpeg: bytes === undefined ? '' : base64url.encode(bytes) })
  }
  return (
    <Form submitLabel={words.closeSend} errors={errors} {...rest} busy={rest.busy || reading} onSubmit={rest.submit}>
      <Field
        label={words.closeReason}
        value={form.reason}
        error={errors['reason']}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <Field
        label={words.closePhoto}
        type="file"
        accept="image/*"
        capture="environment"
        hint={words.closePhotoHint}
        error={bad ? words.closePhotoBad : errors['jpeg']}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
    </Form>
  )
}

/** No step ends by itself: the head shows the road as it is. */
export function CloseForm({ open, ...given }: Given) {
  const words = useIncidentWords()
  return (
    <Sheet open={open} title={words.close} onClose={given.onClose}>
      <Fields {...given} />
    </Sheet>
  )
}
