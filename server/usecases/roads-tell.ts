import type { CaseLevel } from '../../shared/cases/kinds.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import type { BlockRow } from '../store/roads.ts'
import { areaAt, tellDesks } from './desks.ts'
import { tell } from './tell.ts'

export type RoadNews = { kind: 'road-told' | 'road-up' | 'road-clear'; words: Bilingual; levels: readonly CaseLevel[] }

/** The desks' screens, and the duty desks and groups of these levels; each once for each level it reaches. */
export async function roadNews(deps: Deps, row: BlockRow, { kind, words, levels }: RoadNews): Promise<Write[]> {
  const about = `${row.id}/${levels.join('-')}`
  const urgent = kind !== 'road-clear' && row.kind === 'blocked'
  const news = { kind, about, area: row.county, words, urgent, article: 'jiaozuo-20#1' } as const
  return [
    ...tell(deps, news, [
      { audience: 'dispatcher', ref: null, channel: 'screen' },
      ...(kind === 'road-up' ? [{ audience: 'command', ref: null, channel: 'screen' } as const] : []),
    ]),
    ...(await tellDesks(deps, {
      dedupe: `road/${kind}/${about}`,
      areas: levels.map((level) => areaAt(row.county, level)),
      incident: row.id,
      checkpoint: null,
      county: row.county,
      step: 'road',
      urgent,
      title: `路网 ${row.road}`,
      text: words.zh,
      article: 'jiaozuo-20#1',
    })),
  ]
}
