import { levelAbove, type CaseLevel } from '../../shared/cases/kinds.ts'
import { routeOf } from '../../shared/cases/routing.ts'
import { instant, plus } from '../../shared/instant.ts'
import { messageLives } from '../../shared/notices/numbers.ts'
import type { Deps } from '../deps.ts'
import type { NewNotice, NoticeTo } from '../ports/notice.ts'
import type { Write } from '../store/db.ts'
import { dutiesOf } from '../store/roster.ts'
import type { DutyRow } from '../store/roster.ts'
import { numberOf } from './cases-number.ts'
import type { Told } from './cases-number.ts'
import { areasOf, isNow } from './congestion-roster.ts'
import { noticeWrites } from './notices.ts'

const desks = { county: 'county-desk', city: 'city-desk', province: 'province-desk' } as const

/** Whose level an area is, by its code. */
const levelOf = (area: string): CaseLevel =>
  area.endsWith('0000') ? 'province' : area.endsWith('00') ? 'city' : 'county'

/** The area of a case at a level: where it happened, or the city or province above that. */
function areaAt(area: string, level: CaseLevel): string {
  const [county = area, city = county, province = city] = areasOf(area)
  return { county, city, province }[level]
}

export type NewsOut = {
  kind: string
  /** Chinese, and nothing in it leads to a person. */
  text: string
  urgent: boolean
  /** The levels whose duty desk and whose group are told. */
  levels: readonly CaseLevel[]
}

/** The level that has it, and the one that had it before. */
export const withBelow = (level: CaseLevel): readonly CaseLevel[] =>
  (['county', 'city', 'province'] as const).filter((one) => one === level || levelAbove[one] === level)

/**
 * What leaves over channels for the duty desks (SMS) and the groups (robots) of these levels; in the commit of what it tells of.
 * Each event once to each ear, whoever queues it.
 */
export async function tellOut(deps: Deps, told: Told, { kind, text, urgent, levels }: NewsOut): Promise<Write[]> {
  const { row, event } = told
  const areas = [...new Set(levels.map((level) => areaAt(row.area, level)))]
  const persons = await onDuty(deps, row.checkpoint_id, areas)
  const common = {
    incident: row.id,
    checkpoint: row.checkpoint_id,
    county: row.area,
    step: 'case',
    urgent,
    title: `工单 ${numberOf(row)}`,
    text,
    article: routeOf(told.file.category).article,
    ackKey: null,
    notAfter: plus(instant(deps.now()), messageLives),
  } as const
  const dedupe = (ear: string) => `case/${row.id}/${kind}/${event}/${ear}`
  const notices: NewNotice[] = [
    ...areas.map((county) => ({
      ...common,
      dedupe: dedupe(county),
      to: { kind: 'group', county } as const,
      channel: 'robot' as const,
    })),
    ...persons.map((to) => ({ ...common, dedupe: dedupe(to.duty), to, channel: 'sms' as const })),
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
