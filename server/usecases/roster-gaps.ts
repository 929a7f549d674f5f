import { gapsIn, isComplete } from '../../shared/congestion/roster.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import { gapWords } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { everyDuty } from '../store/roster.ts'
import { dutiesAt } from './roster.ts'
import { tell } from './tell.ts'

/**
 * A checkpoint is opened only with one county leader and two or three cadres (第十七条, G48).
 * @throws Fault conflict CG-35
 */
export async function refuseGap(deps: Pick<Deps, 'db'>, checkpoint: string, now: Instant): Promise<void> {
  const duties = dutiesAt(await deps.db.all(everyDuty()), checkpoint)
  const there = duties.filter(({ from, to }) => from <= now && (to === null || to > now))
  const leaders = there.filter(({ role }) => role === 'leader').length
  if (!isComplete(leaders, there.length - leaders))
    throw new Fault('conflict', 'CG-35', 'one county leader and two or three cadres are named first', {
      path: 'active',
    })
}

/** An open checkpoint where somebody will be missing within a day: command and dispatchers hear of it, once a day while it lasts. */
export async function tellGaps(deps: Deps): Promise<void> {
  const [rows, places] = await Promise.all([deps.db.all(everyDuty()), deps.db.all(everyCheckpoint())])
  const writes = places
    .filter(({ active }) => active === 1)
    .flatMap((place) =>
      gapsIn(dutiesAt(rows, place.id), deps.now())
        .slice(0, 1)
        .flatMap((gap) => {
          const about = `${place.id}@${beijingIso(gap.from).slice(0, 10)}/${gap.leaders}/${gap.cadres}`
          const news = {
            kind: 'roster-gap',
            about,
            words: gapWords(place.name, gap.from, gap),
            area: place.county,
            urgent: true,
          } as const
          return tell(deps, { ...news, article: 'jiaozuo-20#17' }, [
            { audience: 'command', ref: null, channel: 'screen' },
            { audience: 'dispatcher', ref: null, channel: 'screen' },
          ])
        }),
    )
  if (writes.length > 0) await deps.db.commit(writes)
}
