import { useState } from 'react'
import { caseCategories, type CaseCategory } from '../../shared/cases/kinds.ts'
import { categoryWords } from '../../shared/wording/cases.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { keep, kept } from '../ui/kept.ts'
import { useLanguage } from '../ui/language.tsx'
import { Plate } from '../ui/plate.tsx'
import { Select } from '../ui/select.tsx'
import { useToast } from '../ui/toast.tsx'
import type { ApiProblem } from '../ui/api.ts'
import type { KeptTrip } from './stored.ts'
import type { Cases } from './use-cases.ts'
import { useCaseWords } from './use-case-words.ts'
import { useCheckpoints } from './use-checkpoints.ts'

type Draft = { id: string; category?: CaseCategory; words: string; checkpoint: string }

/** What is written stays on this phone until it is sent; the id with it, so that a second press is the same case. */
const name = (trip: string) => `case-draft.${trip}`

function draftOf({ trip }: KeptTrip): Draft {
  const before = kept(name(trip.id))
  const fresh: Draft = { id: crypto.randomUUID(), words: '', checkpoint: trip.checkpoint ?? '' }
  if (typeof before !== 'object' || before === null) return fresh
  const { id, category, words, checkpoint } = before as Partial<Record<keyof Draft, unknown>>
  const known = caseCategories.find((one) => one === category)
  return {
    ...fresh,
    ...(typeof id === 'string' && { id }),
    ...(known !== undefined && { category: known }),
    ...(typeof words === 'string' && { words }),
    ...(typeof checkpoint === 'string' && { checkpoint }),
  }
}

type Given = {
  kept: KeptTrip
  inspection: string | null
  report: Cases['report']
  onDone: () => void
  onCancel: (() => void) | undefined
}

/** A category, a few words, the checkpoint; the plate is filled in. */
export function CaseForm({ kept: trip, inspection, report, onDone, onCancel }: Given) {
  const words = useCaseWords()
  const { language } = useLanguage()
  const say = useToast()
  const checkpoints = useCheckpoints()
  const [draft, setDraft] = useState(() => draftOf(trip))
  const [lacks, setLacks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const set = (change: Partial<Draft>) => {
    const next = { ...draft, ...change }
    setDraft(next)
    keep(name(trip.trip.id), next)
  }
  const typed = draft.words.trim()
  const send = async () => {
    const { id, category, checkpoint } = draft
    setLacks(category === undefined || typed.length < 2)
    if (category === undefined || typed.length < 2) return
    setBusy(true)
    const answer = await report({
      id,
      category,
      words: typed,
      ...(checkpoint !== '' && { checkpoint }),
      ...(inspection !== null && { inspection }),
    })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    keep(name(trip.trip.id), undefined)
    say(words.sent(answer.value.number))
    onDone()
  }
  return (
    <form
      className="stack appeal-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>
        <Plate plate={trip.trip.plate} size="small" />
      </p>
      {inspection !== null && <p className="quiet">{words.aboutVerdict}</p>}
      <Choice
        legend={words.category}
        options={caseCategories.map((value) => ({
          value,
          label: categoryWords[value][language === 'en' ? 'en' : 'zh'],
        }))}
        value={draft.category}
        error={lacks && draft.category === undefined ? words.choose : undefined}
        columns={2}
        onChange={(category) => set({ category })}
      />
      <Field
        label={words.words}
        hint={words.wordsHint}
        error={lacks && typed.length < 2 ? words.wordsNeeded : undefined}
        maxLength={500}
        value={draft.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <Select
        label={words.place}
        optional
        options={[
          { value: '', label: words.noPlace },
          ...checkpoints.map((one) => ({ value: one.id, label: one.name })),
        ]}
        value={checkpoints.some((one) => one.id === draft.checkpoint) ? draft.checkpoint : ''}
        onChange={(checkpoint) => set({ checkpoint })}
      />
      {problem && (
        <>
          <ErrorNote problem={problem} />
          <p>{words.kept}</p>
        </>
      )}
      <Button kind="primary" wide type="submit" busy={busy}>
        {words.send}
      </Button>
      {onCancel && (
        <Button kind="ghost" wide onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
    </form>
  )
}
