import type { MiddlewareHandler } from 'hono'
import { appHeader, appServedFrom } from '../../schema/api/app-version.ts'
import { api } from '../../schema/api/index.ts'
import { Fault } from '../../shared/fault.ts'

const always = new Set(
  api.flatMap(({ takesAnyApp, method, path }) => (takesAnyApp === true ? [`${method} ${path}`] : [])),
)

/**
 * A page older than what is still served is asked to update, before anything it sends is looked at: a form that it fills in as
 * it was must not be refused for a field it cannot know. What was recorded in the field is taken from a page of any age.
 */
export const refuseOldApps: MiddlewareHandler = async ({ req }, next) => {
  const said = req.header(appHeader)
  const isServed = said === undefined || (/^\d{1,6}$/.test(said) && Number(said) >= appServedFrom)
  if (!isServed && !always.has(`${req.method} ${req.path}`)) {
    throw new Fault('bad-input', 'UP-01', `this page speaks less than ${appServedFrom}`)
  }
  await next()
}
