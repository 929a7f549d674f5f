import { hour, instant, shortTime } from '../../../shared/instant.ts'
import type { Due } from '../../../shared/codes/timers.ts'
import type { Deps } from '../../deps.ts'
import { endingEntries, entryById } from '../../store/lists.ts'
import type { EntryRow } from '../../store/lists.ts'
import { tell } from '../../usecases/tell.ts'
import type { Ear } from '../../usecases/tell.ts'
import type { DueSource } from '../due-source.ts'

const page = 500

/** T8: an entry of the drivers' list ends soon, or has ended. Its end is nobody's deed: it follows from its term. */
export const whitelist: DueSource = {
  name: 'whitelist',
  actions: ['remind-whitelist', 'end-whitelist'],
  load: async (deps, until) => {
    const soon = deps.law.numbersAt(until).driverWhitelistReminder * hour
    const rows = await deps.db.all(endingEntries(until, soon, page))
    return {
      whitelist: rows.map(({ id, from_at, to_at, ended_at }) => ({
        id,
        from: instant(from_at ?? 0),
        to: instant(to_at ?? 0),
        endedAt: ended_at === null ? null : instant(ended_at),
      })),
    }
  },
  act: async (deps, due, told) => {
    const [row] = await deps.db.all(entryById(due.subject))
    return row === undefined || !told ? [] : say(deps, due, row)
  },
}

const officers: Ear = { audience: 'list-officer', ref: null, channel: 'screen' }

/** The driver is told on the phone number of his entry; `ref` is that entry. */
function say(deps: Deps, { action, article, dueAt }: Due, row: EntryRow) {
  const until = shortTime(instant(row.to_at ?? 0))
  const ends = action === 'end-whitelist'
  const driver: Ear[] = row.phone_sealed === null || ends ? [] : [{ audience: 'driver', ref: row.id, channel: 'sms' }]
  const words = ends
    ? { zh: `一条货车司机白名单已到期（${until}）`, en: `An entry of the drivers' list has ended (${until})` }
    : {
        zh: `货车司机白名单将于${until}到期，如需延长请提前办理`,
        en: `An entry of the drivers' list ends at ${until}; have it extended in time if it is still needed`,
      }
  return tell(deps, { kind: action, about: `${row.id}/${dueAt}`, words, urgent: false, article }, [officers, ...driver])
}
