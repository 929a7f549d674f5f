import type { Escalation } from '../../shared/cases/kinds.ts'
import { routeOf } from '../../shared/cases/routing.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import * as say from '../../shared/wording/cases.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { addMessage } from '../store/messages.ts'
import { numberOf } from './cases-number.ts'
import type { Told } from './cases-number.ts'
import { tellOut, withBelow } from './cases-tell-out.ts'
import type { Spoken } from './cases-write.ts'
import { messagesOf } from './tell.ts'
import type { Ear } from './tell.ts'

type News = { kind: string; words: Bilingual; urgent?: boolean }

const aboutOf = ({ row, file }: Told): say.AboutCase => ({
  number: numberOf(row),
  category: file.category,
  plate: row.plate,
  place: row.checkpoint_name,
})
/** As it may stand in a group, or on the telephone of somebody on duty. */
const plainly = (told: Told): say.AboutCase => ({ ...aboutOf(told), plain: true })

const screen = (audience: Ear['audience']): Ear => ({ audience, ref: null, channel: 'screen' })
const desk: readonly Ear[] = [screen('dispatcher')]

/** A case is told of many times, each event once. */
function telling(deps: Deps, { row, file, event }: Told, { kind, words, urgent = false }: News, ears: readonly Ear[]) {
  const { article } = routeOf(file.category)
  return messagesOf(deps, { kind, about: row.id, area: row.area, words, urgent, article }, ears).map((message) =>
    addMessage({ ...message, dedupe: `${message.dedupe}/${event}` }),
  )
}

/** His page and an SMS: to the number he called from, else to the phones of the trip. A caller without a trip has no page. */
const reporterOf = ({ row }: Told): readonly Ear[] => {
  const page: Ear = { audience: 'driver', ref: row.trip_id, channel: 'screen' }
  const sms: Ear = { audience: 'driver', ref: row.phone_tag === null ? row.trip_id : null, channel: 'sms' }
  return row.trip_id === null ? [sms] : [page, sms]
}

const isSomebodys = ({ row }: Told): boolean => row.trip_id !== null || row.phone_tag !== null

function tellReporter(deps: Deps, told: Told, kind: string, words: Bilingual): readonly Write[] {
  return isSomebodys(told) ? telling(deps, told, { kind, words }, reporterOf(told)) : []
}

/** Its head, who says how it is on the spot. */
const checkpointOf = ({ row }: Told): readonly Ear[] =>
  row.checkpoint_id === null ? [] : [{ audience: 'checkpoint', ref: row.checkpoint_id, channel: 'screen' }]

type Minutes = { readonly acceptWithin: number; readonly replyWithin: number }

/**
 * A new case: the desk unless it took it down itself, the county's own desk and group, the head of the checkpoint that it is about,
 * supervision by what it is about, and the reporter that it has arrived.
 */
export async function tellMade(deps: Deps, told: Told, { acceptWithin, replyWithin }: Minutes): Promise<Write[]> {
  const about = aboutOf(told)
  const { urgent, conduct } = routeOf(told.file.category)
  const isCall = told.row.way === 'phone'
  const out = isCall ? say.caseTaken(plainly(told)) : say.newCase(plainly(told), acceptWithin)
  return [
    ...(isCall ? [] : telling(deps, told, { kind: 'case-new', words: say.newCase(about, acceptWithin), urgent }, desk)),
    ...telling(
      deps,
      told,
      { kind: 'case-here', words: say.caseAtCheckpoint(conduct ? plainly(told) : about) },
      checkpointOf(told),
    ),
    ...(await tellOut(deps, told, { kind: 'case-new', text: out.zh, urgent, levels: [told.file.level] })),
    ...tellCopied(deps, told),
    // A call is accepted in the same breath: that tells its number and by when.
    ...(isCall ? [] : tellReporter(deps, told, 'case-received', say.toldReceived(about, replyWithin))),
  ]
}

const tellCopied = (deps: Deps, told: Told): readonly Write[] =>
  routeOf(told.file.category).copied
    ? telling(deps, told, { kind: 'case-copy', words: say.caseCopied(aboutOf(told)) }, [screen('supervisor')])
    : []

const whoWatch: readonly Ear[] = [screen('dispatcher'), screen('command'), screen('supervisor')]

/** The level that has it now, and the one that had it. */
export async function tellRisen(deps: Deps, told: Told, why: Escalation): Promise<Write[]> {
  const { level } = told.file
  const about = aboutOf(told)
  const urgent = why === 'unanswered'
  const text = say.caseRisen(plainly(told), level, why).zh
  return [
    ...telling(deps, told, { kind: 'case-up', words: say.caseRisen(about, level, why), urgent }, whoWatch),
    ...(await tellOut(deps, told, { kind: 'case-up', text, urgent, levels: withBelow(level) })),
    ...tellReporter(deps, told, 'case-risen', say.toldRisen(about, level)),
  ]
}

export async function tellNotDispatched(deps: Deps, told: Told, minutes: number): Promise<Write[]> {
  const words = say.caseNotDispatched(aboutOf(told), minutes)
  const text = say.caseNotDispatched(plainly(told), minutes).zh
  return [
    ...telling(deps, told, { kind: 'case-late', words, urgent: true }, desk),
    ...(await tellOut(deps, told, { kind: 'case-late', text, urgent: true, levels: [told.file.level] })),
  ]
}

/** The province has not answered either: there is nobody above, so those who watch are told. */
export async function tellUnanswered(deps: Deps, told: Told, minutes: number): Promise<Write[]> {
  const words = say.caseUnanswered(aboutOf(told), minutes)
  const text = say.caseUnanswered(plainly(told), minutes).zh
  return [
    ...telling(deps, told, { kind: 'case-late', words, urgent: true }, whoWatch),
    ...(await tellOut(deps, told, { kind: 'case-late', text, urgent: true, levels: withBelow(told.file.level) })),
  ]
}

/** What one deed makes known; a note of the office, a call-back to be made and an unanswered call are nobody's news. */
export async function tellDeed(
  deps: Deps,
  told: Told,
  { deed, words = '' }: Spoken,
  minutes: Minutes,
): Promise<readonly Write[]> {
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
    case 'note':
      if (deed.by.role !== 'head') return []
      return telling(deps, told, { kind: 'case-facts', words: say.caseFacts(about) }, desk)
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
