import { useCallback, useState } from 'react'
import { dayReport } from '../../schema/api/dispatch.ts'
import { beijingIso } from '../../shared/instant.ts'
import { CopyButton } from '../office/copy-button.tsx'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useSaid } from './incident-words.ts'
import { useDispatchWords } from './words.ts'

const today = () => beijingIso(serverNow()).slice(0, 10)

function Report() {
  const words = useDispatchWords()
  const said = useSaid()
  const { ask } = useSession()
  const [day, setDay] = useState(today)
  const { value, problem, reload } = useLoad(useCallback(() => ask(dayReport, { query: { day } }), [ask, day]))
  return (
    <>
      <Field
        label={words.reportDay}
        type="date"
        max={today()}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value || today())}
      />
      {problem && <ErrorNote problem={problem} onRetry={() => void reload()} />}
      {!value && !problem && <Busy />}
      {value && (
        <>
          <pre className="report">{said(value)}</pre>
          <div className="person-deeds screen-only">
            <CopyButton label={words.copyReport} text={said(value)} />
            <Button compact onClick={() => window.print()}>
              {words.print}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

/** The day in words, to be pasted into a message. */
export function DayReport() {
  const words = useDispatchWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button compact kind="ghost" onClick={() => setOpen(true)}>
        {words.report}
      </Button>
      <Sheet open={open} title={words.reportTitle} onClose={() => setOpen(false)} side>
        <Report />
      </Sheet>
    </>
  )
}
