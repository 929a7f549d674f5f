import { documentKinds } from '../../schema/api/trips.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { nobody, type Person } from './draft.ts'
import type { NoteOf } from './form-notes.ts'
import { useDriverWords } from './use-words.ts'

type Given = {
  title: string
  person: Person
  put: (person: Person) => void
  drop?: () => void
  note: NoteOf
  left: (name: string) => void
}

/** Name, document and phone of one person; of one the server knows already only the masked card. */
export function PersonFields({ title, person, put, drop, note, left }: Given) {
  const { form } = useDriverWords()
  const kinds = documentKinds.map((value) => ({ value, label: form.documents[value] }))
  const text = (name: 'name' | 'number' | 'phone') => ({
    label: form[name],
    value: person[name],
    onChange: (event: { currentTarget: { value: string } }) => put({ ...person, [name]: event.currentTarget.value }),
    onBlur: () => left(name),
    ...note(name),
  })
  return (
    <fieldset className="person stack">
      <legend className="person-title">{title}</legend>
      {person.seat === null ? (
        <>
          <Field {...text('name')} autoComplete={person.role === 'driver' ? 'name' : 'off'} maxLength={40} />
          <Select
            label={form.document}
            options={kinds}
            value={person.document}
            onChange={(document) => put({ ...person, document })}
          />
          <Field
            {...text('number')}
            maxLength={30}
            autoCapitalize="characters"
            spellCheck={false}
            className="field-input wide-digits"
          />
          <Field
            {...text('phone')}
            type="tel"
            inputMode="tel"
            maxLength={24}
            optional={person.role === 'escort'}
            autoComplete={person.role === 'driver' ? 'tel' : 'off'}
            className="field-input wide-digits"
          />
        </>
      ) : (
        <div className="known-person">
          <p>
            <strong>{person.name}</strong> {person.number} {person.phone}
          </p>
          <p className="quiet small">{form.known}</p>
          <Button kind="ghost" onClick={() => put(nobody(person.role))}>
            {form.replace}
          </Button>
        </div>
      )}
      {drop && (
        <Button kind="ghost" onClick={drop}>
          {form.escortDrop}（{title}）
        </Button>
      )}
    </fieldset>
  )
}
