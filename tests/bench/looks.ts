import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { openDeps } from '../../server/node.ts'
import { addReading, lastReadings } from '../../server/store/queue.ts'
import { watchQueues } from '../../server/usecases/congestion-tick.ts'
import { minute, plus } from '../../shared/instant.ts'
import { fillPlaces } from './board-places.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const count = 3000
const half = minute / 2

/** One look of the server at every checkpoint, as each half minute, where nothing is going on; beside the readings alone. */
export async function benchLooks(): Promise<Line[]> {
  const data = mkdtempSync(join(tmpdir(), 'changxing-looks-'))
  try {
    const config = readConfig(['--data', data], { CHANGXING_LOG: 'problems' }, false)
    const { deps } = await openDeps(config, new Uint8Array(32).fill(7), 'http://localhost')
    await fillPlaces(deps, count)
    let now = deps.now()
    // One clock for one server: what it remembers hangs on it.
    const server = { ...deps, now: () => now }
    const look = () => {
      now = plus(now, half)
      return watchQueues(server)
    }
    // The first two look everywhere: this server knows nothing yet, and then its own first findings are news.
    await look()
    await look()
    const bare = async () => {
      now = plus(now, half)
      const rows = (await deps.db.all(lastReadings())).map((row) => ({ ...row, at: now }))
      for (let from = 0; from < rows.length; from += 200)
        await deps.db.commit(rows.slice(from, from + 200).map(addReading))
    }
    const times = await inTurn(7, { ours: look, bare })
    const limit = { name: 'the same readings read and written', samples: times.bare }
    return [{ name: `one look at ${count} calm checkpoints`, ours: times.ours, limit, count: 1 }]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
