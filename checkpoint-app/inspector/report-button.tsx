import { useState } from 'react'
import { caseCategories, type CaseCategory } from '../../shared/cases/kinds.ts'
import { beijingIso } from '../../shared/instant.ts'
import { categoryWords } from '../../shared/wording/cases.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Plate } from '../ui/plate.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth } from './desk-context.tsx'
import type { Shown } from './desk-state.ts'
import { useReportWords } from './report-words.ts'
import type { Session } from './truck-session.ts'

type Given = { session: Session; shown: Shown }

/** A report to 12328 for the driver who stands here; kept first and sent like a record, so that no network is needed. */
export function ReportButton(given: Given) {
  const words = useReportWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="ghost" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Sheet open={open} title={words.title} onClose={() => setOpen(false)}>
        {open && <ReportForm {...given} onDone={() => setOpen(false)} />}
      </Sheet>
    </>
  )
}

function ReportForm({ session, shown, onDone }: Given & { onDone: () => void }) {
  const words = useReportWords()
  const { language } = useLanguage()
  const say = useToast()
  const { phone } = useBooth()
  const [id] = useState(() => crypto.randomUUID())
  const [category, setCategory] = useState<CaseCategory>()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const plate = session.plate?.text ?? ''
  const typed = text.trim()
  const send = async () => {
    setTried(true)
    if (category === undefined || typed.length < 2) return
    setBusy(true)
    const trip = session.known.online?.trip?.id
    const kept = await phone.report({
      id,
      category,
      words: typed,
      ...(plate.length >= 4 && { plate }),
      ...(trip !== undefined && { trip }),
      inspection: shown.id,
      filedAt: beijingIso(phone.clock.now()),
    })
    setBusy(false)
    say(kept ? words.kept : words.notOnDisk)
    onDone()
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className="quiet">{words.lead}</p>
      {plate !== '' && (
        <p>
          <Plate plate={plate} size="small" />
        </p>
      )}
      <Choice
        legend={words.category}
        options={caseCategories.map((value) => ({
          value,
          label: categoryWords[value][language === 'en' ? 'en' : 'zh'],
        }))}
        value={category}
        error={tried && category === undefined ? words.choose : undefined}
        columns={2}
        onChange={setCategory}
      />
      <Field
        label={words.words}
        hint={words.wordsHint}
        error={tried && typed.length < 2 ? words.wordsNeeded : undefined}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button kind="primary" wide type="submit" busy={busy}>
        {words.send}
      </Button>
      <a className="button button-ghost button-wide" href="tel:12328">
        {words.call}
      </a>
    </form>
  )
}
