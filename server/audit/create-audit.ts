import { checkLog } from './check-log.ts'
import { chainAlone, chainInTurn } from './chain.ts'
import type { ChainHome } from './chain.ts'
import { signNewest } from './sign-heads.ts'
import type { HeadsHome } from './sign-heads.ts'
import type { Audit } from '../deps.ts'

/** Entries between two signed heads; a timer signs after some minutes as well. */
const signEvery = 100

/**
 * `together`: all requests share one event loop, so that entries of many are chained in one go and committed together. On
 * Workers a request must not wait for the I/O of another, and chains its own.
 */
export function createAudit(home: ChainHome & HeadsHome & { together: boolean }): Audit {
  const append = home.together ? chainInTurn(home) : chainAlone(home)
  const signHead = () => signNewest(home)
  return {
    async commit(writes, entries) {
      const end = await append({ writes, entries })
      const full = Math.floor(end / signEvery) > Math.floor((end - entries.length) / signEvery)
      if (full && home.together) void signHead()
      else if (full) await signHead()
    },
    signHead,
    check: (part) => checkLog(home, part),
  }
}
