import { useState } from 'react'
import { applyAsCompany } from '../../schema/api/passes.ts'
import { notes as identityNotes } from '../../shared/identity/notes.ts'
import { call, type ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { useApply } from './apply-state.tsx'
import { checkDraft, emptyDraft, formOf, isDueAsTyped, isIdentityNote, type Draft, type DraftNote } from './form.ts'
import { FormFields } from './form-fields.tsx'
import { OwnApplications } from './own-applications.tsx'
import { withApplication, withReissue } from './stored.ts'
import { useApplyWords } from './use-words.ts'
import type { ApplyWords } from './words.zh.ts'

/** The application whose pass is to be replaced, and that pass's number. */
export type Replacing = { application: string; key: string; number: string }
export type FieldNote = { error?: string; warning?: string }
export type NoteOf = (path: string) => FieldNote

type Given = { replacing: Replacing | undefined; onStopReplacing: () => void; onSent: (id: string) => void }

const fields =
  /^(applicant|company|companyCode|contact|phone|plate|from|to|cargo|cargoName|crew(\.\d+\.(name|idTail))?|commitment)$/

/** Sent again unchanged it is the same application; changed, it is another. */
function useSender(draft: Draft, replacing: Replacing | undefined, onSent: (id: string) => void) {
  const { state, change } = useApply()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const send = async () => {
    const as = JSON.stringify([draft, replacing])
    const id = state.sent?.as === as ? state.sent.id : crypto.randomUUID()
    const old = replacing && { application: replacing.application, key: replacing.key }
    const body = formOf(draft, id, old)
    if (body === undefined) return
    change((before) => ({ ...before, sent: { id, as } }))
    setBusy(true)
    setProblem(undefined)
    const answer = await call(applyAsCompany, { body })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    const { key, ...outcome } = answer.value
    const crew = body.crew.map(({ name }) => name)
    change((now) => {
      const kept = withReissue(now, replacing?.application, outcome)
      return { ...withApplication(kept, { id, key, plate: body.plate, crew, outcome }), sent: null }
    })
    onSent(id)
  }
  return { send, busy, problem }
}

function focusFirstError() {
  const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')
  const control = wrong instanceof HTMLFieldSetElement ? wrong.querySelector('input') : wrong
  control?.focus()
}

/** One page, prefilled from last time on this device. */
export function FormScreen({ replacing, onStopReplacing, onSent }: Given) {
  const words = useApplyWords()
  const { language } = useLanguage()
  const { state, change } = useApply()
  const [ticked, setTicked] = useState(false)
  const draft = { ...state.draft, commitment: ticked }
  const [due, setDue] = useState<ReadonlySet<string>>(new Set())
  const { send, busy, problem } = useSender(draft, replacing, onSent)
  const edit = ({ commitment, ...part }: Partial<Draft>) => {
    if (commitment !== undefined) setTicked(commitment)
    change((before) => ({ ...before, draft: { ...before.draft, ...part } }))
  }
  const clear = () => {
    setTicked(false)
    setDue(new Set())
    change((before) => ({ ...before, draft: emptyDraft, sent: null }))
  }
  const found = checkDraft(draft)
  const isDue = (note: DraftNote) => due.has('all') || due.has(note.path) || isDueAsTyped(note, draft)
  const onField = problem?.kind === 'refused' && problem.path !== undefined && fields.test(problem.path)
  const note: NoteOf = (path) => {
    if (onField && problem.path === path) return { error: problem.message }
    const mine = found.filter((one) => one.path === path && isDue(one))
    const [error, warning] = [mine.find(({ blocks }) => blocks), mine.find(({ blocks }) => !blocks)]
    return {
      ...(error && { error: wordOf(error, words, language) }),
      ...(warning && { warning: wordOf(warning, words, language) }),
    }
  }
  const submit = () => {
    setDue((before) => new Set(before).add('all'))
    if (found.some(({ blocks }) => blocks)) requestAnimationFrame(focusFirstError)
    else void send()
  }
  return (
    <div className="stack apply-form">
      <ScreenTitle>{words.title}</ScreenTitle>
      <p>{words.lead}</p>
      <OwnApplications />
      {replacing && (
        <p className="card stack-tight" role="status">
          {words.form.replacing(replacing.number)}
          <Button onClick={onStopReplacing}>{words.form.stopReplacing}</Button>
        </p>
      )}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormFields
          draft={draft}
          edit={edit}
          note={note}
          left={(path) => setDue((before) => new Set(before).add(path))}
        />
        {problem && !onField && <ErrorNote problem={problem} />}
        <Button kind="primary" wide type="submit" busy={busy}>
          {busy ? words.form.sending : words.form.submit}
        </Button>
        {JSON.stringify(state.draft) !== JSON.stringify(emptyDraft) && (
          <Button kind="ghost" onClick={clear}>
            {words.own.forgetTyped}
          </Button>
        )}
      </form>
    </div>
  )
}

const isOwn = (words: ApplyWords['notes'], note: string): note is keyof ApplyWords['notes'] =>
  Object.hasOwn(words, note)

function wordOf({ note }: DraftNote, words: ApplyWords, language: 'zh' | 'en'): string {
  if (isOwn(words.notes, note)) return words.notes[note]
  return isIdentityNote(note) ? identityNotes[note][language] : note
}
