import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { nobody, type CrewTyped } from './form.ts'
import type { FieldsGiven } from './form-fields.tsx'
import { useApplyWords } from './use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { plusIcon } from '../ui/icons.ts'

const most = 5

/** Who drives; printed on the pass, never in its code. */
export function CrewFields({ draft: { crew }, edit, note, left }: FieldsGiven) {
  const { form } = useApplyWords()
  const put = (seat: number, part: Partial<CrewTyped>) =>
    edit({ crew: crew.map((one, at) => (at === seat ? { ...one, ...part } : one)) })
  return (
    <section className="stack">
      <h2>{form.crew}</h2>
      {crew.map(({ name, idTail }, seat) => (
        <fieldset key={seat} className="stack-tight">
          <legend className="only-read">{form.person(seat + 1)}</legend>
          <div className="apply-two">
            <Field
              label={form.name}
              maxLength={40}
              value={name}
              onChange={(event) => put(seat, { name: event.currentTarget.value })}
              onBlur={() => name !== '' && left(`crew.${seat}.name`)}
              {...note(`crew.${seat}.name`)}
            />
            <Field
              label={form.idTail}
              optional
              maxLength={4}
              autoCapitalize="characters"
              value={idTail}
              onChange={(event) => put(seat, { idTail: event.currentTarget.value })}
              onBlur={() => left(`crew.${seat}.idTail`)}
              {...note(`crew.${seat}.idTail`)}
            />
          </div>
          {crew.length > 1 && (
            <Button kind="ghost" onClick={() => edit({ crew: crew.filter((_, at) => at !== seat) })}>
              {form.remove} {form.person(seat + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {crew.length < most && (
        <Button onClick={() => edit({ crew: [...crew, nobody] })}>
          <Icon of={plusIcon} />
          {form.add}
        </Button>
      )}
    </section>
  )
}
