import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { createKeysAndSweep } from '../../server/cli/first-steps.ts'
import { pagesFolder } from '../../server/cli/build-pages.ts'
import { sessionTag } from '../../server/http/session.ts'
import { listen } from '../../server/listen.ts'
import { nodeApp, openDeps } from '../../server/node.ts'
import { insertSession } from '../../server/store/staff-sessions.ts'
import { addStaffRow } from '../../server/store/staff.ts'
import { startTimers } from '../../server/timers/run.ts'
import { hour, plus } from '../../shared/instant.ts'
import { fillPlaces } from './board-places.ts'

/** A server of its own for `bench board`: so many checkpoints with an hour of readings behind them, and so many sessions. */
const [count = '30', sessions = '1', port = '0'] = process.argv.slice(2)

const data = mkdtempSync(join(tmpdir(), 'changxing-board-'))
const config = readConfig(['--port', port, '--data', data], { CHANGXING_LOG: 'problems' }, false)
const origin = `http://localhost:${port}`
const { deps } = await openDeps(config, new Uint8Array(32).fill(7), origin)
await createKeysAndSweep(deps)
await fillPlaces(deps, Number(count))
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
