import { useState, type ReactNode } from 'react'
import type { Instant } from '../../shared/instant.ts'
import type { ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useNow } from '../ui/use-now.ts'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { checkPage, type FormPage } from './check-draft.ts'
import type { Draft } from './draft.ts'
import { isOnField, notesOf, type NoteOf } from './form-notes.ts'
import { PageCrew } from './page-crew.tsx'
import { PageJourney } from './page-journey.tsx'
import { PageVehicle } from './page-vehicle.tsx'
import { useDriverWords } from './use-words.ts'

export type Edit = (change: Partial<Draft>) => void
/** What each page of the form is given. */
export type PageProps = { draft: Draft; edit: Edit; note: NoteOf; left: (path: string) => void }

type Given = {
  draft: Draft
  edit: Edit
  page: FormPage
  goTo: (page: FormPage) => void
  onSubmit: () => void
  busy: boolean
  problem: ApiProblem | null
  /** Above the fields of the first page. */
  lead?: ReactNode
}

const pages = [PageVehicle, PageJourney, PageCrew] as const
const names = ['vehicle', 'journey', 'crew'] as const

const upTo = (page: FormPage) => ([0, 1, 2] as const).filter((tried) => tried <= page)

/** The first page, this one or one before it, on which something needed is missing. */
const firstBlocked = (draft: Draft, page: FormPage, now: Instant): FormPage | undefined =>
  upTo(page).find((tried) => checkPage(draft, tried, now).some(({ blocks }) => blocks))

function focusFirstError() {
  const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')
  const control = wrong instanceof HTMLFieldSetElement ? wrong.querySelector('input') : wrong
  control?.focus()
}

/** Notes become due when a field is left or when the way on was tried. */
function useDue(page: FormPage) {
  const [due, setDue] = useState<ReadonlySet<string>>(new Set())
  return {
    isDue: (path: string) => due.has(path) || due.has(`page ${page}`),
    left: (path: string) => setDue((before) => new Set(before).add(path)),
    all: () => setDue((before) => new Set([...before, ...upTo(page).map((tried) => `page ${tried}`)])),
  }
}

/** The registration form, one group of questions a page; the same for a new trip and for a correction. */
export function FormScreen({ draft, edit, page, goTo, onSubmit, busy, problem, lead }: Given) {
  const { form, notes: words } = useDriverWords()
  const { language } = useLanguage()
  const now = useNow()
  const { isDue, left, all } = useDue(page)
  const note = notesOf({ draft, page, now, isDue, problem, words, language })
  const Page = pages[page]
  const goOn = () => {
    all()
    const blocked = firstBlocked(draft, page, now)
    if (blocked === undefined && page === 2) onSubmit()
    else if (blocked === undefined) goTo(page === 0 ? 1 : 2)
    else if (blocked === page) requestAnimationFrame(focusFirstError)
    else goTo(blocked)
  }
  return (
    <form
      className="form-screen on-screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <header className="stack-tight">
        <ScreenTitle key={page}>{draft.version === null ? form.title : form.correctTitle}</ScreenTitle>
        <p className="quiet">{form.step(page + 1, form.pages[names[page]])}</p>
        <progress
          className="form-progress"
          value={page + 1}
          max={3}
          aria-label={form.step(page + 1, form.pages[names[page]])}
        />
      </header>
      {problem && !isOnField(problem) && <ErrorNote problem={problem} />}
      {page === 0 && lead}
      <Page draft={draft} edit={edit} note={note} left={left} />
      <footer className="form-foot">
        {page > 0 && <Button onClick={() => goTo(page === 2 ? 1 : 0)}>{form.previous}</Button>}
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? form.sending : page < 2 ? form.next : draft.version === null ? form.submit : form.submitChange}
        </Button>
      </footer>
    </form>
  )
}
