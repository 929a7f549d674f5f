import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replay } from '../../server/cli/replay.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { storedVerdicts } from '../../server/store/stored-verdicts.ts'
import { instant } from '../../shared/instant.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'
import { writeInspections } from './replay-database.ts'

const stored = 100_000
const rounds = 3
const always = { from: instant(0), until: instant(Date.parse('2030-01-01T00:00:00Z')) }

/** A month of a city's checkpoints, judged again from the database and held against what was stored. */
export async function benchReplay(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'changxing-replay-'))
  const file = join(folder, 'changxing.db')
  await writeInspections(file, stored)
  const db = openSqlite(file)
  try {
    const memory = process.memoryUsage().rss
    const times = await inTurn(rounds, {
      ours: async () => {
        const { tally, shown } = await replay(db, always, undefined)
        if (tally.inspections !== stored || shown.length > 0) throw new Error(`not equal: ${JSON.stringify(shown[0])}`)
      },
      floor: () => readAll(db),
    })
    const grown = Math.round((process.memoryUsage().rss - memory) / 1_000_000)
    process.stderr.write(`replay: ${stored} equal, memory grown by ${grown} MB\n`)
    const limit = { name: 'reading the same rows and their JSON', samples: times.floor }
    return [{ name: `replay of ${stored} stored inspections`, ours: times.ours, limit, count: stored }]
  } finally {
    db.close()
    rmSync(folder, { recursive: true })
  }
}

async function readAll(db: ReturnType<typeof openSqlite>): Promise<void> {
  let after: { id: string; made_at: number } | undefined
  for (;;) {
    const rows = await db.all(storedVerdicts({ ...always, after, limit: 1000 }))
    for (const { facts, verdict } of rows) JSON.stringify([JSON.parse(facts), JSON.parse(verdict)])
    after = rows.at(-1)
    if (rows.length < 1000) return
  }
}
