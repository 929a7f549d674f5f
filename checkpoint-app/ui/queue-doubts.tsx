import { useState } from 'react'
import { doubtsOf, type Doubt, type Road, type Saying } from '../../shared/congestion/told-check.ts'
import { doubtWords, en, lengthWords, meantWords, zh } from '../../shared/wording/queue-report.ts'
import { Button } from './button.tsx'
import { useLanguage, useWords } from './language.tsx'
import './queue-doubts.css'

export const useQueueReportWords = () => useWords({ zh, en })

type Asked = { readonly saying: Saying; readonly accepted: readonly Doubt['why'][] }

/** Asks back, one doubt after another; `send` once nothing is left to ask, with what was meant. */
export function useAskedBack(road: Road | null, send: (saying: Saying) => void) {
  const [asked, setAsked] = useState<Asked>()
  const doubtIn = ({ saying, accepted }: Asked) => doubtsOf(saying, road).find(({ why }) => !accepted.includes(why))
  const doubt = asked && doubtIn(asked)
  const go = (next: Asked) => {
    const open = doubtIn(next) !== undefined
    setAsked(open ? next : undefined)
    if (!open) send(next.saying)
  }
  return {
    doubt,
    say: (saying: Saying) => go({ saying, accepted: [] }),
    yes: () => asked && doubt?.meant && go({ ...asked, saying: doubt.meant }),
    no: () => asked && doubt && go({ ...asked, accepted: [...asked.accepted, doubt.why] }),
    change: () => setAsked(undefined),
  }
}

type Given = { doubt: Doubt; onYes: () => void; onNo: () => void; onChange: () => void }

/** «是 3 公里吗？»: yes, no as it was typed, or back to the form. */
export function QueueDoubt({ doubt, onYes, onNo, onChange }: Given) {
  const words = useQueueReportWords()
  const { language } = useLanguage()
  const typed = 'metres' in doubt ? lengthWords(doubt.metres) : undefined
  const asTyped = doubt.why === 'hours' ? `${doubt.minutes} ${words.minutesUnit}` : typed?.[language]
  return (
    <section className="stack queue-doubt" role="alertdialog" aria-label={words.asked}>
      <p className="queue-doubt-ask">
        <span aria-hidden="true">▲ </span>
        {doubtWords(doubt)[language]}
      </p>
      {doubt.meant === null ? (
        <Button kind="primary" wide autoFocus onClick={onNo}>
          {words.right}
        </Button>
      ) : (
        <>
          <Button kind="primary" wide autoFocus onClick={onYes}>
            {words.yes(meantWords(doubt, doubt.meant)[language])}
          </Button>
          <Button wide onClick={onNo}>
            {words.no(asTyped ?? '')}
          </Button>
        </>
      )}
      <Button kind="ghost" wide onClick={onChange}>
        {words.change}
      </Button>
    </section>
  )
}
