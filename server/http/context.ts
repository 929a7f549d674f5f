import type { Limits } from './limits.ts'

declare module 'hono' {
  /** What our middleware and `bind` put into a context. */
  interface ContextVariableMap {
    /** Name of the endpoint in schema/api: the label in figures and logs. */
    endpoint: string
    limits: Limits
    /** The asker's network address, where it is known. */
    address: string | undefined
  }
}
