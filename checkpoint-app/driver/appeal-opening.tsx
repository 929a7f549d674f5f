import { useState } from 'react'
import { isDecided, sayings } from '../../shared/appeals/kinds.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { AppealForm } from './appeal-form.tsx'
import { Conditions } from './appeal-conditions.tsx'
import { AppealStanding } from './appeal-state.tsx'
import type { Appeals, TripAppeals } from './use-appeals.ts'
import { useAppealWords } from './use-appeal-words.ts'

type Person = TripAppeals['people'][number]
type Given = {
  person: Person
  opening: Person['openings'][number]
  named: boolean
  asked: boolean
  running: TripAppeals['appeals'][number] | undefined
  send: Appeals['send']
  onCleared: () => void
}

/** One reason of the code: what it says, what would clear it, and the appeal against it. */
export function AppealOpening({ person, opening, named, asked, running, send, onCleared }: Given) {
  const words = useAppealWords()
  const { language } = useLanguage()
  const [open, setOpen] = useState(asked)
  const told = opening.told[language === 'en' ? 'en' : 'zh']
  const waits = running !== undefined && !isDecided(running.state)
  const tone = opening.state === 'proposed' ? 'void' : opening.reason.startsWith('R') ? 'stop' : 'care'
  return (
    <article className={`appeal-card appeal-${tone}`}>
      <h2>{told.title}</h2>
      {named && <p>{person.name}</p>}
      <p>
        <strong>{told.reason}</strong>
      </p>
      <p className="quiet">
        {told.since}　{told.unit}
      </p>
      {told.countdown && <p>{told.countdown}</p>}
      <Conditions paths={opening.paths} />
      <p className="quiet small">{told.article}</p>
      {waits && <AppealStanding appeal={running} />}
      {open ? (
        <AppealForm
          sayings={sayings.code}
          onSend={(written) => send({ kind: 'code', seat: person.seat, opening: opening.opening, ...written })}
          onDone={({ state }) => {
            setOpen(false)
            if (state === 'cleared') onCleared()
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button kind={waits ? 'secondary' : 'primary'} wide onClick={() => setOpen(true)}>
          {waits ? words.again : words.appeal}
        </Button>
      )}
    </article>
  )
}
