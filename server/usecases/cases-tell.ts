import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { Escalation } from '../../shared/cases/kinds.ts'
import { showCaseNumber } from '../../shared/cases/number.ts'
import { routeOf } from '../../shared/cases/routing.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import * as say from '../../shared/wording/cases.ts'
import type { Deps } from '../deps.ts'
import type { CaseAndPlace } from '../store/cases.ts'
import type { Write } from '../store/db.ts'
import { addMessage } from '../store/messages.ts'
import type { Spoken } from './cases-write.ts'
import { messagesOf } from './tell.ts'
import type { Ear } from './tell.ts'

type Told = { readonly row: CaseAndPlace; readonly file: CaseFile; readonly event: number }
type News = { kind: string; words: Bilingual; urgent?: boolean }

export const numberOf = ({ day, day_no: no }: Pick<CaseAndPlace, 'day' | 'day_no'>): string =>
  showCaseNumber({ day, no })

const aboutOf = ({ row, file }: Told): say.AboutCase => ({
  number: numberOf(row),
  category: file.category,
  plate: row.plate,
  place: row.checkpoint_name,
})

const screen = (audience: Ear['audience']): Ear => ({ audience, ref: null, channel: 'screen' })
const desk: readonly Ear[] = [screen('dispatcher')]

/** A case is told of many times, each event once. */
function telling(deps: Deps, { row, file, event }: Told, { kind, words, urgent = false }: News, ears: readonly Ear[]) {
  const { article } = routeOf(file.category)
  return messagesOf(deps, { kind, about: row.id, words, urgent, article }, ears).map((message) =>
    addMessage({ ...message, dedupe: `${message.dedupe}/${event}` }),
  )
}

/** His page and an SMS; a caller without a trip has no page, and is called. */
const reporterOf = ({ row }: Told): readonly Ear[] => {
  const sms: Ear = { audience: 'driver', ref: row.trip_id, channel: 'sms' }
  return row.trip_id === null ? [sms] : [{ ...sms, channel: 'screen' }, sms]
}

const isSomebodys = ({ row }: Told): boolean => row.trip_id !== null || row.phone_tag !== null

function tellReporter(deps: Deps, told: Told, kind: string, words: Bilingual): readonly Write[] {
  return isSomebodys(told) ? telling(deps, told, { kind, words }, reporterOf(told)) : []
}

type Minutes = { readonly acceptWithin: number; readonly replyWithin: number }

/** A new case: the desk unless it took it down itself, supervision by what it is about, and the reporter that it has arrived. */
export function tellMade(deps: Deps, told: Told, { acceptWithin, replyWithin }: Minutes): readonly Write[] {
  const about = aboutOf(told)
  const { urgent } = routeOf(told.file.category)
  return [
    ...(told.row.way === 'phone'
      ? []
      : telling(deps, told, { kind: 'case-new', words: say.newCase(about, acceptWithin), urgent }, desk)),
    ...tellCopied(deps, told),
    ...tellReporter(deps, told, 'case-received', say.toldReceived(about, replyWithin)),
  ]
}

const tellCopied = (deps: Deps, told: Told): readonly Write[] =>
  routeOf(told.file.category).copied
    ? telling(deps, told, { kind: 'case-copy', words: say.caseCopied(aboutOf(told)) }, [screen('supervisor')])
    : []

export function tellRisen(deps: Deps, told: Told, why: Escalation): readonly Write[] {
  const { level } = told.file
  const about = aboutOf(told)
  const ears = [screen('dispatcher'), screen('command'), screen('supervisor')]
  const urgent = why === 'unanswered'
  return [
    ...telling(deps, told, { kind: 'case-up', words: say.caseRisen(about, level, why), urgent }, ears),
    ...tellReporter(deps, told, 'case-risen', say.toldRisen(about, level)),
  ]
}

export const tellNotDispatched = (deps: Deps, told: Told, minutes: number): readonly Write[] =>
  telling(deps, told, { kind: 'case-late', words: say.caseNotDispatched(aboutOf(told), minutes), urgent: true }, desk)

/** The province has not answered either: there is nobody above, so those who watch are told. */
export const tellUnanswered = (deps: Deps, told: Told, minutes: number): readonly Write[] =>
  telling(deps, told, { kind: 'case-late', words: say.caseUnanswered(aboutOf(told), minutes), urgent: true }, [
    screen('dispatcher'),
    screen('command'),
    screen('supervisor'),
  ])

/** What one deed makes known; a note, a call-back to be made and an unanswered call are nobody's news. */
export function tellDeed(deps: Deps, told: Told, { deed, words = '' }: Spoken, minutes: Minutes): readonly Write[] {
  const about = aboutOf(told)
  const reporter = (kind: string, said: Bilingual) => tellReporter(deps, told, kind, said)
  const again = () => [
    ...reporter('case-again', say.toldReopened(about, minutes.replyWithin)),
    ...telling(deps, told, { kind: 'case-reopened', words: say.caseAgain(about) }, desk),
  ]
  switch (deed.move) {
    case 'accept':
      return reporter('case-accepted', say.toldAccepted(about, minutes.replyWithin))
    case 'dispatch':
      return reporter('case-dispatched', say.toldDispatched(about, deed.to))
    case 'handle':
      return reporter('case-handled', say.toldHandled(about))
    case 'reply':
      return reporter('case-replied', say.toldReply(about, words))
    case 'escalate':
      return tellRisen(deps, told, deed.why)
    case 'supervise':
      return telling(deps, told, { kind: 'case-supervised', words: say.caseSupervised(about), urgent: true }, [
        screen('dispatcher'),
        screen('command'),
      ])
    case 'recategorise':
      return tellCopied(deps, told)
    case 'more':
      return telling(deps, told, { kind: 'case-more', words: say.caseMore(about) }, desk)
    case 'reopen':
      return again()
    case 'close':
      return reporter('case-closed', say.toldClosed(about))
    case 'answer':
      if (deed.result === 'unreached') return []
      return deed.result === 'dissatisfied' ? again() : reporter('case-closed', say.toldClosed(about))
    default:
      return []
  }
}
