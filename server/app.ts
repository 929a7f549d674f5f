import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { setUp, signIn } from '../schema/api/office.ts'
import type { Deps } from './deps.ts'
import { answerFault } from './http/fault-answer.ts'
import { refuseLargeBodies, refuseTheRest } from './http/form-of-request.ts'
import { createLimits, limitsOf, rules } from './http/limits.ts'
import { refuseOldApps } from './http/old-app.ts'
import { createMeter } from './http/metrics.ts'
import { notFoundPage } from './http/not-found-page.ts'
import type { Press } from './http/press.ts'
import { securityHeaders } from './http/security-headers.ts'
import { mountWellKnown } from './http/well-known.ts'
import { mountRoutes } from './routes/index.ts'
import { mountStatus } from './routes/status.ts'
import type { AnswerSummons } from './usecases/notice-answers.ts'
import { mountAnswers } from './answers/route.ts'
import { mountRulebook } from './rulebook/route.ts'
import { publishedNumbersNow } from './usecases/published-numbers.ts'

/** What only a runtime knows. */
export type Home = {
  /** The asker's network address; undefined = not known, and not limited by it. */
  addressOf?: (context: Context) => string | undefined
  /** Where no edge in front of us does it. */
  compress?: MiddlewareHandler
  /** Where an answer to a summons goes; without it, it is kept with its notice. */
  tellLadder?: AnswerSummons
  /** How the lists of standings are made small. */
  press?: Press
}

const costly = (context: Context): boolean =>
  context.req.method === 'POST' && [signIn.path, setUp.path].some((path) => path === context.req.path)

/** The whole server as one function from Request to Response; it knows no runtime. */
export function createApp(deps: Deps, home: Home = {}, mount = mountRoutes): Hono {
  const app = new Hono()
  const limits = createLimits()
  const meter = createMeter(deps)
  app.onError((error, context) => answerFault(deps, error, context))
  app.notFound((context) => context.html(notFoundPage, 404))
  app.use(meter.watch, securityHeaders(deps.origin))
  app.use('/api/*', async (context, next) => {
    context.set('limits', limits)
    context.header('Cache-Control', 'no-store')
    const address = home.addressOf?.(context)
    context.set('address', address)
    if (address !== undefined) limitsOf(context).take(address, rules.address, deps.now())
    if (address !== undefined && costly(context)) limitsOf(context).take(address, rules.signInAddress, deps.now())
    await next()
  })
  app.use('/api/*', refuseOldApps)
  app.use('/api/*', refuseLargeBodies)
  if (home.compress !== undefined) app.use('/rules/*', home.compress)
  mountRulebook(app, { now: deps.now, law: deps.law, numbersNow: () => publishedNumbersNow(deps) })
  mountWellKnown(app, deps, meter)
  mountStatus(app, deps, home.press)
  mountAnswers(app, deps, { limits, ...home })
  mount(app, deps, home.tellLadder)
  refuseTheRest(app)
  return app
}
