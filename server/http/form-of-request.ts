import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { api } from '../../schema/api/index.ts'
import { Fault } from '../../shared/fault.ts'

const mebibyte = 1024 * 1024

/** 200 inspections of 16,000 characters at most do not fit, and need not: a phone sends what fits. */
const limit = bodyLimit({
  maxSize: 2 * mebibyte,
  onError: () => {
    throw new Fault('too-large', 'IN-03', 'the body is larger than 2 MiB', { path: 'body' })
  },
})

/** A body of unknown length is read here; one that breaks off is the sender's, not a mistake of ours. */
export const refuseLargeBodies: MiddlewareHandler = async (context, next) => {
  try {
    return await limit(context, next)
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault('bad-input', 'IN-02', 'the body broke off', { path: 'body', cause })
  }
}

/** After all routes: a known path with another method is 405 with what it takes, an unknown one 404. */
export function refuseTheRest(app: Hono): void {
  for (const path of new Set(api.map((endpoint) => endpoint.path))) {
    const methods = api.filter((endpoint) => endpoint.path === path).map((endpoint) => endpoint.method)
    const allow = [...(methods.includes('GET') ? ['HEAD'] : []), ...methods].join(', ')
    app.all(path, (context: Context) => {
      context.header('Allow', allow)
      throw new Fault('bad-input', 'IN-06', `this address takes ${allow}`)
    })
  }
  app.all('/api/*', () => {
    throw new Fault('not-found', 'IN-05', 'there is no such address')
  })
}
