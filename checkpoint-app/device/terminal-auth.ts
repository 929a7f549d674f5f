import type { TrustedClock } from './clock.ts'
import type { Seal } from './key.ts'

export type TerminalCall = { readonly method: string; readonly path: string }
export type HeadersFor = (call: TerminalCall) => Promise<Record<string, string>>

export const terminalCallType = 'cxt+jwt'

/** Proves on each call which phone is asking. `iat` is server time, so that a wrong phone clock shuts nobody out. */
export const terminalAuth =
  (terminal: string, seal: Seal, clock: TrustedClock): HeadersFor =>
  async ({ method, path }) => {
    const iat = Math.floor(clock.now() / 1000)
    const jws = await seal(terminalCallType, { terminal, method, path, iat, jti: crypto.randomUUID() })
    return { authorization: `Terminal ${jws}` }
  }
