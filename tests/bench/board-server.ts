import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { createKeysAndSweep } from '../../server/cli/first-steps.ts'
import { pagesFolder } from '../../server/cli/build-pages.ts'
import { sessionTag } from '../../server/http/session.ts'
import { listen } from '../../server/listen.ts'
import { nodeApp, openDeps } from '../../server/node.ts'
import { addCheckpointRow } from '../../server/store/checkpoints.ts'
import { setPlace } from '../../server/store/leads.ts'
import { addReading } from '../../server/store/queue.ts'
import { insertSession } from '../../server/store/staff-sessions.ts'
import { addStaffRow } from '../../server/store/staff.ts'
import { startTimers } from '../../server/timers/run.ts'
import { calm } from '../../shared/congestion/level.ts'
import { floorMinute, hour, minute, plus } from '../../shared/instant.ts'

/** A server of its own for `bench board`: so many checkpoints with an hour of readings behind them, and so many sessions. */
const [count = '30', sessions = '1', port = '0'] = process.argv.slice(2)

const data = mkdtempSync(join(tmpdir(), 'changxing-board-'))
const config = readConfig(['--port', port, '--data', data], { CHANGXING_LOG: 'problems' }, false)
const origin = `http://localhost:${port}`
const { deps } = await openDeps(config, new Uint8Array(32).fill(7), origin)
await createKeysAndSweep(deps)
const now = floorMinute(deps.now())
const counties = ['410822', '410823', '410821', '410882', '410825', '410883']
for (let from = 0; from < Number(count); from += 100) {
  const writes = Array.from({ length: Math.min(100, Number(count) - from) }, (_, nth) => from + nth).flatMap((n) => {
    const id = `JZ-B${String(n).padStart(4, '0')}`
    const place = { id, name: `${n}号站`, road: `G${n % 90}`, county: counties[n % 6] ?? '410822', lanes: 4 }
    const readings = Array.from({ length: 60 }, (_, m) =>
      addReading({
        checkpoint_id: id,
        at: plus(now, -m * minute),
        wait: 3 + (n % 9) + (m % 5),
        low: 2,
        high: 12,
        virtual: 6,
        vehicles: 4,
        metres: 80,
        confidence: 'high',
        lost_since: null,
        level: 0,
        over_kilometre: 0,
        condition: JSON.stringify(calm),
        known: 1,
      }),
    )
    return [
      addCheckpointRow({ ...place, active: 1, fictional: 1 }),
      setPlace(id, { lat: 35 + (n % 50) / 100, lon: 113 + Math.floor(n / 50) / 100 }),
      ...readings,
    ]
  })
  await deps.db.commit(writes)
}
const staff = crypto.randomUUID()
const person = { id: staff, login: 'dispatcher', name: '调度示例', role: 'dispatcher', checkpoint_id: null } as const
await deps.db.commit([addStaffRow({ ...person, password_hash: 'none', created_at: deps.now(), disabled_at: null })])
const tokens = Array.from({ length: Number(sessions) }, (_, n) => `bench-${n}`)
const expiresAt = plus(deps.now(), hour)
for (const token of tokens)
  await deps.db.commit([insertSession({ tokenTag: await sessionTag(deps, token), staff, now: deps.now(), expiresAt })])
await listen(nodeApp(config, deps, pagesFolder), { ...config, certificate: undefined })
startTimers(deps)
process.stdout.write(`${JSON.stringify({ data })}\n`)
