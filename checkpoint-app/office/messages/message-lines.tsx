import type * as z from 'zod/mini'
import type { messageView } from '../../../schema/api/messages.ts'
import { clause, isClause } from '../../../shared/policy/documents.ts'
import { wordings } from '../../../shared/wording/verdict-lines.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import { useMessageWords } from './words.ts'

export type Message = z.infer<typeof messageView>

/** Whom it went to: the checkpoint or company by name where it has one. */
export function ToWhom({ message: { audience, to } }: { message: Message }) {
  const words = useMessageWords()
  return (
    <span>
      {words.audiences[audience]}
      {to && ` ${to}`}
    </span>
  )
}

/** Whether it has arrived: acknowledged by whom and when, or not; an SMS says honestly that it has not left. */
export function Arrival({ message: { channel, sentAt, seen } }: { message: Message }) {
  const words = useMessageWords()
  const bySms = channel === 'sms'
  if (seen) {
    const say = bySms ? words.toldBy : words.gotBy
    return <StateMark size="small" tone="go" word={say(seen.by, shortIso(seen.at))} />
  }
  if (bySms)
    return <StateMark size="small" tone="care" word={sentAt ? words.smsSent(shortIso(sentAt)) : words.smsNotSent} />
  return <StateMark size="small" tone="void" word={words.notYet} />
}

/** The words themselves, in the language of the one reading. */
export function Said({ message }: { message: Message }) {
  const language = useChosenLanguage()
  return <span>{language === 'en' ? message.en : message.zh}</span>
}

/** 依据：二十条第七条 */
export function Basis({ message: { article } }: { message: Message }) {
  const language = useChosenLanguage()
  if (article === null || !isClause(article)) return null
  const found = clause(article)
  return (
    <span className="quiet">
      {wordings[language].article(found.document.short[language], found.article, undefined)}
    </span>
  )
}
