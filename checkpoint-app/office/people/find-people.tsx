import { findPeople } from '../../../schema/api/codes.ts'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import { documentKinds } from '../../../schema/api/trips.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import type { PersonRow } from './person.ts'
import { usePeopleWords } from './words.ts'

const ways = ['plate', 'trip', 'document'] as const
type Form = { way: (typeof ways)[number]; document: (typeof documentKinds)[number]; number: string }

const bodyOf = ({ way, document, number }: Form): BodyOf<typeof findPeople> =>
  way === 'plate' ? { plate: number } : way === 'trip' ? { trip: number } : { document, number }

/** Looks somebody up by what stands on a plate, a slip or a card. The number goes in the body of the call, never in an address. */
export function FindPeople({ onFound }: { onFound: (rows: readonly PersonRow[]) => void }) {
  const { find: words, documents } = usePeopleWords()
  const { ask } = useSession()
  const start: Form = { way: 'plate', document: 'id-card', number: '' }
  const { form, set, errors, problem, busy, submit } = useForm({
    start,
    check: ({ number }) => (number.trim().length >= 4 ? {} : { number: words.needed }),
    send: (form) => ask(findPeople, { body: bodyOf({ ...form, number: form.number.trim() }) }),
    done: ({ items }) => onFound(items),
  })
  return (
    <form
      className="find-people screen-only"
      role="search"
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Select
        label={words.by}
        value={form.way}
        options={ways.map((value) => ({ value, label: words[value] }))}
        onChange={(way) => set({ way })}
      />
      {form.way === 'document' && (
        <Select
          label={words.kind}
          value={form.document}
          options={documentKinds.map((value) => ({ value, label: documents[value] }))}
          onChange={(document) => set({ document })}
        />
      )}
      <Field
        label={words[form.way]}
        value={form.number}
        maxLength={30}
        error={errors['number'] ?? errors['plate'] ?? errors['trip']}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <Button compact type="submit" busy={busy}>
        {words.submit}
      </Button>
      {form.way === 'document' && <p className="quiet small find-note">{words.privacy}</p>}
      {problem && <ErrorNote problem={problem} />}
    </form>
  )
}
