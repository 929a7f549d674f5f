import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getPerson } from '../../schema/api/codes.ts'
import { comingOf } from '../../shared/codes/coming-people.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import type { Ledger } from '../../shared/codes/ledger.ts'
import { overstayEvent } from '../../shared/codes/openings.ts'
import type { NumbersAt } from '../../shared/codes/results.ts'
import type { Coming } from '../../shared/codes/timers.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { codesEn } from '../../shared/wording/codes-en.ts'
import { codesZh } from '../../shared/wording/codes-zh.ts'
import type { MessageRow } from '../store/messages.ts'
import { instant } from '../../shared/instant.ts'
import type { NameActor } from './people-actors.ts'
import { isoOrNull } from './people-rows.ts'

type Answer = AnswerOf<typeof getPerson>
type Happening = Answer['story'][number]

type Gist = { what: string | null; about: string | null }

/** What an event says in one word of a closed list, and the record it is about. */
function gist(event: LedgerEvent): Gist {
  if (event.kind === 'opened' || event.kind === 'proposed') return { what: event.reason, about: event.ground }
  if (event.kind === 'signed') return { what: null, about: event.proposal }
  if (event.kind === 'closed') return { what: event.way, about: event.opening }
  if (event.kind === 'appeal-decided') return { what: event.decision, about: event.opening }
  return { what: event.kind === 'tested' ? event.result : null, about: null }
}

const inspectionIn = (event: LedgerEvent): string | null => {
  if (event.kind === 'withdrawn' || event.kind === 'tested') return event.inspection ?? null
  const opens = event.kind === 'opened' || event.kind === 'proposed'
  return opens && event.evidence.kind === 'inspection' ? event.evidence.id : null
}

export function storyOf(events: readonly LedgerEvent[], ledger: Ledger, name: NameActor): Happening[] {
  const refused = new Map(ledger.refused.map(({ event, why }) => [event, why]))
  return events
    .map((event): Happening => {
      const tested = event.kind === 'tested' ? event : undefined
      return {
        id: event.id,
        at: beijingIso(event.at),
        kind: event.kind,
        source: event.source,
        by: name(event.actor),
        ...gist(event),
        sampledAt: isoOrNull(tested?.sampledAt),
        reportedAt: isoOrNull(tested?.reportedAt),
        inspection: inspectionIn(event),
        refused: refused.get(event.id) ?? null,
      }
    })
    .toReversed()
}

type Person = { person: string; events: readonly LedgerEvent[]; ledger: Ledger }

/** What time brings if nothing else happens; an overstay where the present test runs out inside the city. */
export function comingTo({ person, events, ledger }: Person, now: Instant, numbersAt: NumbersAt): Answer['coming'] {
  const { insideSince, test } = ledger
  const overstays: Coming[] =
    insideSince === null || test === null
      ? []
      : [{ timer: 'T2', subject: person, mark: '', at: overstayEvent(test.lapsesAt).at, action: 'open-overstay' }]
  return [...comingOf({ person, events }, now, numbersAt), ...overstays]
    .filter(({ at }) => at > now)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, timer, action }) => ({
      at: beijingIso(at),
      timer,
      action,
      zh: codesZh.action[action],
      en: codesEn.action[action],
    }))
}

export const messageView = ({ at, audience, channel, zh, en, sent_at }: MessageRow): Answer['messages'][number] => ({
  at: beijingIso(instant(at)),
  audience,
  channel,
  zh,
  en,
  sentAt: sent_at === null ? null : beijingIso(instant(sent_at)),
})
