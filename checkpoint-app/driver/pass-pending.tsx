import { parseInstant, shortTime } from '../../shared/instant.ts'
import { useLanguage } from '../ui/language.tsx'
import { Button } from '../ui/button.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import type { PassPending } from './draft.ts'
import { useDriverWords } from './use-words.ts'

/** Applied for 已受理: what a person looks at and until when, or why it was not granted and what to do now. */
export function PassPendingCard({ pending, onAgain }: { pending: PassPending; onAgain: (() => void) | undefined }) {
  const { pass: words } = useDriverWords()
  const { language } = useLanguage()
  const { declined, flags } = pending
  const by = parseInstant(pending.answerBy)
  return (
    <div className="stack">
      <ScreenTitle>{declined ? words.declined : words.waiting}</ScreenTitle>
      <p>
        <StateMark tone={declined ? 'void' : 'care'} word={declined ? words.holdsNobody : words.inReview} />
      </p>
      {declined ? (
        <div className="card stack">
          <p>
            <strong>{declined[language]}</strong>
          </p>
          {declined.note && <p>{declined.note}</p>}
          <p>{declined.next[language]}</p>
        </div>
      ) : (
        <div className="card stack">
          <p>
            {words.answerBy} <strong>{by && shortTime(by)}</strong>
          </p>
          {flags.map((flag) => (
            <p key={flag.zh}>{flag[language]}</p>
          ))}
        </div>
      )}
      {!declined && <p>{words.holdsNobody}</p>}
      {onAgain && (
        <Button kind="primary" wide onClick={onAgain}>
          {words.applyAgain}
        </Button>
      )}
    </div>
  )
}
