import { verdictLines } from '../../shared/wording/verdict-lines.ts'
import { useLanguage } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { contextOf } from './modifier-chips.tsx'

/** The verdict for who listens: a region that is always there, or a screen reader may not notice what appears in it. Said once. */
export function VerdictSaid() {
  const { language } = useLanguage()
  const { session, shown, reviewing } = useDesk()
  const judgement = reviewing || session === undefined ? undefined : shown?.judgement
  const lines =
    session && judgement && verdictLines(judgement.verdict, judgement.facts, language, contextOf(session, judgement))
  return (
    <p className="only-read" aria-live="assertive">
      {lines && `${lines.headline}。${lines.next}`}
    </p>
  )
}
