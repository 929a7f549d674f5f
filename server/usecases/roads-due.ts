import { levelAbove, type CaseLevel } from '../../shared/cases/kinds.ts'
import type { Instant } from '../../shared/instant.ts'
import { isToRise, risesAt } from '../../shared/network/block.ts'
import { blockRisen } from '../../shared/wording/network.ts'
import type { Deps } from '../deps.ts'
import { Taken } from '../store/db.ts'
import { noteDone } from '../store/due.ts'
import { openBlocks, raiseBlock } from '../store/roads.ts'
import type { BlockRow } from '../store/roads.ts'
import { withBelow } from './cases-tell-out.ts'
import { aboutBlock, blockOf, risesAfter } from './roads.ts'
import { roadNews } from './roads-tell.ts'

/** A road that is blocked for longer than its level has time: the level above has it 县→市→省 (R109). */
export async function raiseBlocks(deps: Deps): Promise<void> {
  const now = deps.now()
  const after = risesAfter(deps, now)
  for (const row of await deps.db.all(openBlocks())) {
    const level = levelAbove[row.level]
    if (level === null || !isToRise(blockOf(row), after, now)) continue
    try {
      await raise(deps, row, { level, after, now })
    } catch (cause) {
      // Another server was first.
      if (!(cause instanceof Taken && cause.on === 'due_done.id')) throw cause
    }
  }
}

type Rising = { level: CaseLevel; after: number; now: Instant }

async function raise(deps: Deps, row: BlockRow, { level, after, now }: Rising): Promise<void> {
  const words = blockRisen(aboutBlock(row), level, after)
  const news = await roadNews(deps, row, { kind: 'road-up', words, levels: withBelow(level) })
  const dueAt = risesAt(blockOf(row), after) ?? now
  const note = {
    id: `road/${row.id}/${level}`,
    timer: 'R109',
    subject: row.id,
    due_at: dueAt,
    done_at: now,
    late: 0,
    told: 1,
  } as const
  await deps.audit.commit(
    [noteDone(note), raiseBlock(row, level, now), ...news],
    [
      {
        by: { id: 'R109', role: 'system', device: null },
        action: 'road-risen',
        subject: row.id,
        detail: { level, was: row.level },
      },
    ],
  )
}
