import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, parseInstant, type Instant } from '../../shared/instant.ts'
import type { Edition } from '../../shared/policy/edition.ts'
import {
  count,
  emptyTally,
  rejudge,
  rejudgeAsThen,
  type Rejudged,
  type Tally,
} from '../../shared/policy/edition-replay.ts'
import { overlayEdition } from '../../shared/policy/overlay-edition.ts'
import { parseOverlay } from '../../shared/policy/overlay.ts'
import { readConfig } from '../config.ts'
import type { Law } from '../deps.ts'
import { editionThen, readLaw } from '../law.ts'
import type { Db } from '../store/db.ts'
import { openSqlite } from '../store/sqlite.ts'
import { storedVerdicts, type ToReplay } from '../store/stored-verdicts.ts'
import { Usage } from '../usage.ts'
import { report, type Shown } from './replay-report.ts'
import { editionNamed, superiorNamed } from './stored-law.ts'

const help = `changxing replay --from ISO --to ISO [--edition ID | --overlay FILE] [--data DIR]

Judges stored inspections again, made from --from on and before --to (2022-05-16T00:00:00+08:00): each by the edition of its
moment, and holds the answer against the stored one, character by character. 按当时规则重判，逐字比对。
  --edition ID    what that edition would have said instead: the program's, published, or kept / 换一版规则会怎样
  --overlay FILE  what the settings of a county or a checkpoint would have changed / 下级设定会改变什么

Exit code 0: all equal; 1: some are not; 2: bad usage. 退出码：0 全部一致；1 有不一致；2 用法有误。
`

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  edition: { type: 'string' },
  overlay: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Rows in memory at a time. */
const page = 1000
/** Differences shown one by one. */
const shownAtMost = 10

type Span = { from: Instant; until: Instant }

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (cause) {
    throw new Usage(`${cause instanceof Error ? cause.message : String(cause)}\n${help}`)
  }
}

function moment(name: string, text: string | undefined): Instant {
  const at = text === undefined ? undefined : parseInstant(text)
  if (at !== undefined) return at
  throw new Usage(`--${name} 应写明时区 / must be a time with its offset, like 2022-05-16T00:00:00+08:00\n\n${help}`)
}

type Asked = { readonly edition?: string; readonly overlay?: string }

/** @throws Usage, for an edition that is not known and a file that is not understood */
function editionAsked({ edition, overlay }: Asked, law: Law): Edition | undefined {
  if (edition !== undefined) return editionNamed(law, edition)
  try {
    if (overlay === undefined) return undefined
    const draft = parseOverlay(JSON.parse(readFileSync(overlay, 'utf8')))
    return overlayEdition(draft, superiorNamed(law, draft.superior))
  } catch (cause) {
    if (cause instanceof Usage) throw cause
    throw new Usage(cause instanceof Error ? `${cause instanceof Fault ? `${cause.code} ` : ''}${cause.message}` : help)
  }
}

/** Returns the exit code. @throws Usage */
export async function replayCommand(
  args: readonly string[],
  output: NodeJS.WritableStream = process.stdout,
): Promise<number> {
  const asked = read(args)
  if (asked.help) {
    output.write(help)
    return 0
  }
  const span = { from: moment('from', asked.from), until: moment('to', asked.to) }
  if (asked.edition !== undefined && asked.overlay !== undefined) throw new Usage(help)
  const { database } = readConfig(asked.data === undefined ? [] : ['--data', asked.data], process.env, true)
  if (!existsSync(database)) throw new Usage(`没有数据库 / no database: ${database}`)
  const db = openSqlite(database)
  try {
    const edition = editionAsked(asked, await readLaw(db))
    const started = performance.now()
    const { tally, shown } = await replay(db, span, edition)
    const seconds = (performance.now() - started) / 1000
    output.write(report({ tally, shown, edition: edition?.id, seconds }))
    return tally.inspections === equalIn(tally) ? 0 : 1
  } finally {
    db.close()
  }
}

const equalIn = ({ inspections, differences: { row, detail, edition, unreadable } }: Tally) =>
  inspections - row - detail - edition - unreadable

/** By the edition named, or by that which bound each one then, with what was published and kept in this very database. */
function judgeAgain(row: ToReplay, edition: Edition | undefined, law: Law): Rejudged {
  const at = instant(row.made_at)
  const stored = { ...row, madeAt: at }
  if (edition !== undefined) return rejudge(stored, edition)
  return rejudgeAsThen(stored, editionThen(law, { at, checkpoint: row.checkpoint_id, stamped: row.edition }))
}

/** Page by page, so that a year takes no more memory than a day. */
export async function replay(
  db: Db,
  { from, until }: Span,
  edition: Edition | undefined,
): Promise<{ tally: Tally; shown: readonly Shown[] }> {
  const tally = emptyTally()
  const shown: Shown[] = []
  const law = await readLaw(db)
  let after: ToReplay | undefined
  for (;;) {
    const rows = await db.all(storedVerdicts({ from, until, after, limit: page }))
    for (const row of rows) {
      const rejudged = judgeAgain(row, edition, law)
      count(tally, rejudged)
      if (rejudged.difference !== undefined && shown.length < shownAtMost) shown.push(shownAs(row, rejudged))
    }
    after = rows.at(-1)
    if (rows.length < page) return { tally, shown }
  }
}

const shownAs = ({ id, made_at }: ToReplay, { difference, stored, again }: Rejudged): Shown => ({
  id,
  at: beijingIso(instant(made_at)),
  difference: difference ?? 'detail',
  stored,
  again,
})
