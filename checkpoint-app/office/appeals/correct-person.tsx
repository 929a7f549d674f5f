import { healthCodes, nucleicResults, travelCards } from '../../../shared/facts.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useFactWords } from '../words.ts'
import type { PersonValues } from './correction-values.ts'
import { useAppealOfficeWords } from './words.ts'

type Given = { place: number; values: PersonValues; onChange: (values: PersonValues) => void }

function useChoices() {
  const { correct: words } = useAppealOfficeWords()
  const facts = useFactWords()
  const none = { value: '', label: words.asRecorded }
  return {
    healthCode: [none, ...healthCodes.map((value) => ({ value, label: facts.health[value] }))],
    travelCard: [none, ...travelCards.map((value) => ({ value, label: facts.card[value] }))],
    nucleicAcid: [none, ...nucleicResults.map((value) => ({ value, label: facts.nucleic[value] }))],
    riskStay: [none, { value: 'none', label: words.notStayed }],
    listed: [none, { value: 'other', label: words.otherPerson }],
  }
}

/** How it was with one of the crew; what is left alone was recorded rightly. */
export function CorrectPerson({ place, values, onChange }: Given) {
  const { correct: words } = useAppealOfficeWords()
  const choices = useChoices()
  const set = (change: Partial<PersonValues>) => onChange({ ...values, ...change })
  const facts = ['healthCode', 'travelCard', 'nucleicAcid', 'riskStay', 'listed'] as const
  const times = values.nucleicAcid === '' ? [] : (['sampledAt', 'reportedAt'] as const)
  return (
    <fieldset className="correct-person">
      <legend>{words.person(place)}</legend>
      {facts.map((fact) => (
        <Select
          key={fact}
          label={words.fact[fact]}
          value={values[fact]}
          options={choices[fact]}
          onChange={(value) => set({ [fact]: value })}
        />
      ))}
      {times.map((which) => (
        <Field
          key={which}
          type="datetime-local"
          label={words[which]}
          value={values[which]}
          onChange={(event) => set({ [which]: event.currentTarget.value })}
        />
      ))}
      <Field
        label={words.fact.temperatures}
        optional
        hint={words.temperatureHint}
        inputMode="decimal"
        maxLength={30}
        value={values.temperatures}
        onChange={(event) => set({ temperatures: event.currentTarget.value })}
      />
    </fieldset>
  )
}
