import type { CaseLevel } from '../../shared/cases/kinds.ts'
import { instant, plus } from '../../shared/instant.ts'
import { messageLives } from '../../shared/notices/numbers.ts'
import type { Deps } from '../deps.ts'
import type { NewNotice, NoticeTo } from '../ports/notice.ts'
import type { Write } from '../store/db.ts'
import { dutiesOf } from '../store/roster.ts'
import type { DutyRow } from '../store/roster.ts'
import { areasOf, isNow } from './congestion-roster.ts'
import { noticeWrites } from './notices.ts'

const desks = { county: 'county-desk', city: 'city-desk', province: 'province-desk' } as const

/** Whose level an area is, by its code. */
const levelOf = (area: string): CaseLevel =>
  area.endsWith('0000') ? 'province' : area.endsWith('00') ? 'city' : 'county'

/** The county, or the city or province above it. */
export function areaAt(area: string, level: CaseLevel): string {
  const [county = area, city = county, province = city] = areasOf(area)
  return { county, city, province }[level]
}

export type NewsForDesks = Omit<NewNotice, 'to' | 'channel' | 'ackKey' | 'notAfter'> & {
  /** Counties, cities, the province; each once. */
  readonly areas: readonly string[]
}

/** For the groups (robots) of these areas and the duty desk of each (SMS); nothing in its text leads to a person. */
export async function tellDesks(deps: Deps, { areas, dedupe, ...news }: NewsForDesks): Promise<Write[]> {
  const each = [...new Set(areas)]
  const persons = await onDuty(deps, news.checkpoint, each)
  const common = { ...news, ackKey: null, notAfter: plus(instant(deps.now()), messageLives) }
  const notices: NewNotice[] = [
    ...each.map((county) => ({
      ...common,
      dedupe: `${dedupe}/${county}`,
      to: { kind: 'group', county } as const,
      channel: 'robot' as const,
    })),
    ...persons.map((to) => ({ ...common, dedupe: `${dedupe}/${to.duty}`, to, channel: 'sms' as const })),
  ]
  const writes = await Promise.all(
    notices.map((notice) => deps.notices?.(deps.now(), notice) ?? noticeWrites(deps, deps.now(), notice)),
  )
  return writes.flat()
}

type Person = Extract<NoticeTo, { kind: 'person' }>

/** Of each area the desk of its level that is on the roster now. */
async function onDuty(deps: Deps, checkpoint: string | null, areas: readonly string[]): Promise<Person[]> {
  const rows = await deps.db.all(dutiesOf(checkpoint ?? '', areas))
  const isDesk = ({ area, role }: DutyRow): boolean => area !== null && role === desks[levelOf(area)]
  return Promise.all(
    rows
      .filter((row) => isDesk(row) && isNow(row, deps.now()))
      .map(async ({ id, name, phone_sealed: sealed }) => ({
        kind: 'person' as const,
        duty: id,
        name,
        phone: await deps.vault.open('duty-phone', sealed),
      })),
  )
}
