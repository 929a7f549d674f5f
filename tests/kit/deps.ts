import { createAudit } from '../../server/audit/create-audit.ts'
import type { Deps } from '../../server/deps.ts'
import { createKeyring } from '../../server/keyring.ts'
import { emptyDatabase } from './empty-database.ts'
import { openLaw } from '../../server/law.ts'
import { createPaper } from '../../server/paper/index.ts'
import { createVault } from '../../server/vault.ts'
import type { HealthData, HealthFacts } from '../../server/ports/health-data.ts'
import { noChannels } from '../../server/ports/channels/channel.ts'
import { Fault } from '../../shared/fault.ts'
import type { Instant } from '../../shared/instant.ts'

/** The health authority as a test wants it: says what it was told to say, is down, or is not there. */
export function fakeFeed() {
  const said = new Map<string, HealthFacts>()
  let state: 'up' | 'down' | 'none' = 'up'
  const nothing: HealthFacts = { nucleicAcid: null, healthCode: null, travelCard: null, listed: null }
  const port: HealthData = {
    get configured() {
      return state !== 'none'
    },
    factsOf: async (people) => {
      if (state === 'down') throw new Fault('unavailable', 'HD-01', 'down')
      return people.map(({ number }) => said.get(number) ?? nothing)
    },
  }
  return {
    port,
    says: (number: string, facts: Partial<HealthFacts>): void => void said.set(number, { ...nothing, ...facts }),
    is: (now: typeof state): void => void (state = now),
  }
}

export async function testDeps(now: () => Instant, healthData: HealthData, more: Partial<Deps> = {}) {
  const db = await emptyDatabase()
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const vault = createVault(random(32))
  const logged: string[] = []
  const log: Deps['log'] = (event, line) => void logged.push(JSON.stringify({ event, ...line }))
  const keyring = createKeyring({ db, vault, now })
  const deps: Deps = {
    db,
    now,
    random,
    vault,
    keyring,
    audit: createAudit({ db, now, random, vault, keyring, log, outside: undefined, together: true }),
    law: await openLaw({ db, now }),
    healthData,
    channels: noChannels,
    paper: createPaper(),
    keepsConnections: true,
    origin: 'http://localhost:8787',
    demo: false,
    log,
    ...more,
  }
  return { deps, db, logged }
}
