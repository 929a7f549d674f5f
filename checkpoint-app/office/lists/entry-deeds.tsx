import { useState } from 'react'
import { changeEntry, extendEntry } from '../../../schema/api/lists.ts'
import { beijingIso, parseInstant } from '../../../shared/instant.ts'
import { reasonsFor, listReasons, type ListReason } from '../../../shared/lists/reasons.ts'
import { deedsAt, type EntryDeed } from '../../../shared/lists/stage.ts'
import { Button } from '../../ui/button.tsx'
import { comeIntoSight } from '../../ui/come-into-sight.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { may } from '../pages.ts'
import { readTypedTime } from '../results/typed-time.ts'
import { useSession, useStaff } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { useListWords } from './words.ts'
import type { Entry } from './use-entries.ts'

type Given = { entry: Entry; onChanged: () => void; onCancel: () => void }

function Cancel({ onCancel }: Pick<Given, 'onCancel'>) {
  const { cancel } = useOfficeWords()
  return (
    <Button compact onClick={onCancel}>
      {cancel}
    </Button>
  )
}

type Changing = Exclude<EntryDeed, 'extend'>

function ChangeForm({ entry, deed, onChanged, onCancel }: Given & { deed: Changing }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const say = useToast()
  const { ask } = useSession()
  const reasons = reasonsFor(deed)
  const { form, set, errors, ...rest } = useForm<{ reason: ListReason | '' }, unknown>({
    start: { reason: '' },
    check: ({ reason }) => (reason ? {} : { reason: words.reasonChoose }),
    send: ({ reason }) =>
      ask(changeEntry, {
        params: { id: entry.id },
        body: { version: entry.version, deed, reason: reason || 'at-request' },
      }),
    done: () => {
      say(words.changed)
      onChanged()
    },
  })
  return (
    <Form
      submitLabel={words[deed]}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={<Cancel onCancel={onCancel} />}
    >
      <p>{words.says[deed]}</p>
      <Select
        label={words.reason}
        options={[
          { value: '', label: words.reasonChoose },
          ...reasons.map((value) => ({ value, label: listReasons[value][language] })),
        ]}
        value={form.reason}
        error={errors.reason}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  )
}

/** A day alone ends at 23:59. */
function endIn(text: string): string | undefined {
  const read = readTypedTime(text)
  const at = read === 'no-hour' ? readTypedTime(`${text.trim()} 23:59`) : read
  return typeof at === 'number' ? beijingIso(at) : undefined
}

function ExtendForm({ entry, onChanged, onCancel }: Given) {
  const words = useListWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { to: '', documentNo: '' },
    check: ({ to, documentNo }) => ({
      ...(parseInstant(endIn(to) ?? '') === undefined ? { to: words.newEndForm } : {}),
      ...(documentNo.trim().length < 2 ? { documentNo: words.promiseNeeded } : {}),
    }),
    send: ({ to, documentNo }) =>
      ask(extendEntry, {
        params: { id: entry.id },
        body: { version: entry.version, to: endIn(to) ?? '', documentNo: documentNo.trim() },
      }),
    done: () => {
      say(words.changed)
      onChanged()
    },
  })
  return (
    <Form
      submitLabel={words.extend}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={<Cancel onCancel={onCancel} />}
    >
      <p>{words.says.extend}</p>
      <Field
        label={words.newEnd}
        hint={words.newEndHint}
        error={errors.to}
        value={form.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <Field
        label={words.documentNo}
        hint={words.documentHint}
        error={errors.documentNo}
        value={form.documentNo}
        maxLength={80}
        onChange={(event) => set({ documentNo: event.currentTarget.value })}
      />
    </Form>
  )
}

/** Suspend, resume, remove, extend: what makes sense now and this role may do. */
export function EntryDeeds({ entry, onChanged }: Pick<Given, 'entry' | 'onChanged'>) {
  const words = useListWords()
  const { role } = useStaff()
  const [open, setOpen] = useState<EntryDeed>()
  const deeds = deedsAt(entry.standing).filter((deed) =>
    deed === 'extend' ? entry.to !== null && may(role, 'approveLists') : may(role, 'changeLists'),
  )
  if (deeds.length === 0) return null
  const given = { entry, onChanged, onCancel: () => setOpen(undefined) }
  return (
    <section className="stack-tight" aria-label={words.others2}>
      <h3>{words.others2}</h3>
      {open === undefined && (
        <div className="form-actions">
          {deeds.map((deed) => (
            <Button key={deed} compact kind={deed === 'remove' ? 'danger' : 'secondary'} onClick={() => setOpen(deed)}>
              {words[deed]}
            </Button>
          ))}
        </div>
      )}
      {open !== undefined && (
        <div ref={comeIntoSight} role="group" aria-label={words[open]} tabIndex={-1}>
          {open === 'extend' ? <ExtendForm {...given} /> : <ChangeForm {...given} deed={open} />}
        </div>
      )}
    </section>
  )
}
