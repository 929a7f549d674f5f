import type { CaseLevel } from '../../shared/cases/kinds.ts'
import { levelAbove } from '../../shared/cases/kinds.ts'
import { routeOf } from '../../shared/cases/routing.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { numberOf } from './cases-number.ts'
import type { Told } from './cases-number.ts'
import { areaAt, tellDesks } from './desks.ts'

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
export const tellOut = (deps: Deps, told: Told, { kind, text, urgent, levels }: NewsOut): Promise<Write[]> =>
  tellDesks(deps, {
    dedupe: `case/${told.row.id}/${kind}/${told.event}`,
    areas: levels.map((level) => areaAt(told.row.area, level)),
    incident: told.row.id,
    checkpoint: told.row.checkpoint_id,
    county: told.row.area,
    step: 'case',
    urgent,
    title: `工单 ${numberOf(told.row)}`,
    text,
    article: routeOf(told.file.category).article,
  })
