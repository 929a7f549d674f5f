import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ofThisPage } from '../ui/graver-note.ts'
import { Shape } from '../ui/state-mark.tsx'
import { updateNow } from '../ui/update.tsx'
import { usePhone } from './desk-context.tsx'
import { useOfflineWords } from './offline-words.ts'
import './offline.css'

/** The server does not serve an app so old. One button; checking goes on, and what waits stays where it is. */
export function UpdateNeeded() {
  const words = useOfflineWords()
  const { outdated, held } = usePhone()
  const [asked, setAsked] = useState(false)
  useEffect(() => (outdated ? ofThisPage.stand() : undefined), [outdated])
  if (!outdated) return null
  const update = () => {
    setAsked(true)
    void updateNow('checkpoint').finally(() => setAsked(false))
  }
  return (
    <section className="update-needed" role="status" aria-label={words.outdated}>
      <p>
        <Shape tone="act" size={24} />
        <span>
          <strong>{words.outdated}</strong>　{held.length > 0 ? words.outdatedHeld : words.outdatedText}
        </span>
      </p>
      <Button kind="primary" disabled={asked || held.length > 0} onClick={update}>
        {words.update}
      </Button>
    </section>
  )
}
