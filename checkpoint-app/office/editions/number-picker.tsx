import type { ParameterName } from '../../../shared/policy/parameters.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { Errors } from '../use-form.ts'
import { ToggleChip } from '../ledger/chips.tsx'
import { dropNumber, pickNumber, type DraftForm } from './draft.ts'
import {
  boundsOf,
  captionOf,
  choicesOf,
  groups,
  isParameter,
  numbersIn,
  shownValue,
  unitOf,
  withPair,
  type Group,
} from './numbers.ts'
import { useEditionWords } from './words.ts'

type Given = {
  form: DraftForm
  set: (change: Partial<DraftForm>) => void
  errors: Errors
  /** As they stand. */
  values: ReadonlyMap<string, number | string>
}

function GroupChips({ group, form, set, values }: Omit<Given, 'errors'> & { group: Group }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const present = (name: string) => values.get(name) ?? ''
  const toggle = (name: ParameterName) =>
    set(form.values[name] === undefined ? pickNumber(form, name, present) : dropNumber(form, name))
  return (
    <div className="stack-tight">
      <p className="field-label">{words.groups[group]}</p>
      <div className="chips" role="group" aria-label={words.groups[group]}>
        {numbersIn(group)
          .filter((name) => boundsOf(name) !== null)
          .map((name) => (
            <ToggleChip key={name} pressed={form.values[name] !== undefined} onPress={() => toggle(name)}>
              {captionOf(name, language)} <span className="quiet">{shownValue(present(name), language)}</span>
            </ToggleChip>
          ))}
      </div>
    </div>
  )
}

function WordChoice({ name, form, set }: Pick<Given, 'form' | 'set'> & { name: ParameterName }) {
  const { language } = useLanguage()
  const words = choicesOf(name)
  return (
    <Choice
      legend={captionOf(name, language)}
      columns={words.length === 3 ? 3 : 2}
      options={words.map((value) => ({ value, label: shownValue(value, language) }))}
      value={words.find((word) => word === form.values[name]) ?? words[0]}
      onChange={(value) => set({ values: { ...form.values, [name]: value } })}
    />
  )
}

function NewValue({ name, form, set, errors, values }: Given & { name: ParameterName }) {
  const { form: words } = useEditionWords()
  const { language } = useLanguage()
  const bounds = boundsOf(name)
  const unit = unitOf(name, language)
  const present = words.present(shownValue(values.get(name) ?? '', language), unit)
  if (!bounds) return <WordChoice name={name} form={form} set={set} />
  return (
    <Field
      label={`${captionOf(name, language)} · ${words.newValue}`}
      inputMode="decimal"
      hint={`${present} · ${words.bounds(bounds.min, bounds.max, bounds.decimals === 0)}`}
      warning={withPair(name).length > 1 ? words.pairNote : undefined}
      error={errors[name]}
      value={form.values[name] ?? ''}
      onChange={(event) => set({ values: { ...form.values, [name]: event.currentTarget.value } })}
    />
  )
}

/** Numbers grouped by what they govern; those picked ask for their new value with unit, bounds and present value beside them. */
export function NumberPicker(given: Given) {
  const { form, set, errors } = given
  const { form: words } = useEditionWords()
  const { language } = useLanguage()
  const picked = Object.keys(form.values).filter(isParameter)
  return (
    <fieldset className="stack panel" data-invalid={errors.values ? true : undefined}>
      <legend className="panel-title">{words.pick}</legend>
      <p className="quiet">{words.pickHint}</p>
      {groups.map((group) => (
        <GroupChips key={group} group={group} {...given} />
      ))}
      {errors.values && (
        <p className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {errors.values}
        </p>
      )}
      {picked.map((name) => (
        <div key={name} className="picked">
          <NewValue name={name} {...given} />
          <Button
            kind="ghost"
            compact
            aria-label={`${words.remove} ${captionOf(name, language)}`}
            onClick={() => set(dropNumber(form, name))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
    </fieldset>
  )
}
