import { dayOf } from '../../shared/congestion/forecast/days.ts'
import type { Peak } from '../../shared/congestion/forecast/peaks.ts'
import type { Person } from '../../shared/congestion/roster.ts'
import { peakWords, restsOnWords, withRests } from '../../shared/wording/forecast.ts'
import type { Deps } from '../deps.ts'
import type { NewNotice, NoticeTo } from '../ports/notice.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import { setPeakTold } from '../store/forecast.ts'
import type { PeakRow } from '../store/forecast.ts'
import { dutyById } from '../store/roster.ts'
import { rosterAt } from './congestion-roster.ts'
import { peakRow } from './forecast-make.ts'
import type { Made } from './forecast-make.ts'
import { noticeWrites } from './notices.ts'
import { tell } from './tell.ts'

/** Those on shift have the app, as for any early warning; the county's desk a telephone. */
const told: ReadonlySet<string> = new Set(['head', 'on-shift', 'county-desk'])

type About = { row: PeakRow; peak: Peak; made: Made }

/** The head, those on shift, the county's desk and its group hear of it once. All named by the peak, so a second server adds nothing. */
export async function peakWrites(deps: Deps, place: CheckpointRow, about: About): Promise<Write[]> {
  const { row, peak, made } = about
  const now = deps.now()
  const days = made.forecast.hours.find(({ at }) => at === peak.from)?.days ?? 0
  const rests = restsOnWords(dayOf(peak.from).kind, days)
  const words = withRests(peakWords(place.name, peak, made.given.lanes.open === peak.lanes), rests)
  const ears = (await rosterAt(deps, place, now)).filter(({ role }) => told.has(role))
  const people = await Promise.all(ears.map((person) => receiverOf(deps, person)))
  const group: Receiver = { to: { kind: 'group', county: place.county }, channel: 'robot', name: 'county' }
  const notices = [...people.flatMap((one) => one ?? []), group].map(({ to, channel, name }): NewNotice => ({
    dedupe: `forecast/${row.id}/${name}/${channel}`,
    incident: null,
    checkpoint: place.id,
    county: place.county,
    to,
    channel,
    step: 'L0',
    urgent: false,
    title: `预判 ${place.name}`,
    text: words.zh,
    article: 'jiaozuo-20#19',
    ackKey: null,
    notAfter: peak.from,
  }))
  const leaving: Write[] = []
  for (const notice of notices)
    leaving.push(...(await (deps.notices?.(now, notice) ?? noticeWrites(deps, now, notice))))
  const news = {
    kind: 'congestion-forecast',
    about: row.id,
    area: place.county,
    words,
    urgent: true,
    article: 'jiaozuo-20#19',
  } as const
  const asTold = { ...peakRow({ id: row.id, checkpoint: place.id, now }, peak), told_at: now }
  return [
    setPeakTold(asTold),
    ...leaving,
    ...tell(deps, news, [
      { audience: 'checkpoint', ref: place.id, channel: 'screen' },
      { audience: 'dispatcher', ref: null, channel: 'screen' },
    ]),
  ]
}

type Receiver = { to: NoticeTo; channel: NewNotice['channel']; name: string }

async function receiverOf(deps: Deps, { id, via, name }: Person): Promise<Receiver | undefined> {
  if (via === 'staff') return { to: { kind: 'staff', staff: id }, channel: 'push', name: `staff:${id}` }
  const [row] = await deps.db.all(dutyById(id))
  if (row === undefined) return undefined
  const phone = await deps.vault.open('duty-phone', row.phone_sealed)
  return { to: { kind: 'person', duty: id, name, phone }, channel: 'sms', name: `duty:${id}` }
}
