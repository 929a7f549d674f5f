import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getPerson as contract } from '../../schema/api/codes.ts'
import { inOrder } from '../../shared/codes/events.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { messagesAbout } from '../store/people-known.ts'
import { eventsOf } from './code-ledger.ts'
import { mayThey, permit } from './may.ts'
import type { Permitted } from './may.ts'
import { actorNames } from './people-actors.ts'
import { evidenceOf } from './people-evidence.ts'
import { isAnybody } from './people-list.ts'
import { reasonViews } from './people-reasons.ts'
import type { Reader } from './people-reasons.ts'
import { noSuchPerson, personRowOf } from './people-rows.ts'
import { comingTo, messageView, storyOf } from './people-story.ts'

/** One person's ledger whole. Nothing in it tells who he is beyond a surname and a tail. */
export async function getPerson(deps: Deps, asker: Asker, person: string): Promise<AnswerOf<typeof contract>> {
  const permitted = permit(asker, 'see codes')
  const now = deps.now()
  const numbersAt = (at: Instant) => deps.law.numbersAt(at)
  const events = inOrder((await eventsOf(deps, [person])).get(person) ?? [], now)
  const row = await personRowOf(deps, person)
  if (events.length === 0 && !isAnybody(row)) throw noSuchPerson()
  const ledger = ledgerAt(events, now, numbersAt)
  const name = await actorNames(deps, actorsIn(events))
  const context = { now, numbers: numbersAt(now) }
  const reasons = reasonViews(ledger, { context, name, reader: readerOf(permitted), events })
  return {
    row,
    reasons,
    story: storyOf(events, ledger, name),
    coming: comingTo({ person, events, ledger }, now, numbersAt),
    messages: await toldAbout(
      deps,
      person,
      reasons.map(({ opening }) => opening),
    ),
    evidence: await evidenceOf(deps, person),
    may: {
      propose: mayThey(asker, 'propose or sign a red code'),
      reveal: mayThey(asker, 'see a person in full'),
      trace: mayThey(asker, 'export a trace'),
    },
  }
}

const actorsIn = (events: readonly LedgerEvent[]) => events.map(({ actor }) => actor)

const readerOf = ({ staff, role }: Permitted): Reader => ({
  staff,
  red: role === 'epidemic',
  closes: role === 'epidemic' || role === 'appeal-officer' ? role : null,
})

const toldAbout = async (deps: Deps, person: string, openings: readonly string[]) =>
  (await deps.db.all(messagesAbout(person, openings))).map(messageView)
