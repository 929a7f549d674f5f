import type { Context, Hono } from 'hono'
import * as paper from '../../schema/api/paper.ts'
import type { Deps } from '../deps.ts'
import { bindFile } from '../http/bind.ts'
import { limitsOf, rules, takeOfAddress } from '../http/limits.ts'
import { printCode } from '../usecases/print-code.ts'
import { printPassOfApplication, printPassOfNumber, printPassOfTrip } from '../usecases/print-pass.ts'

export function mountPaper(app: Hono, deps: Deps): void {
  const once = (context: Context, target: string) => {
    limitsOf(context).take(target, rules.print, deps.now())
    takeOfAddress(context, rules.printAddress, deps.now())
  }
  bindFile(app, deps, paper.passPdf, async ({ asker, params, context }) => {
    once(context, params.id)
    return printPassOfTrip(deps, asker, params.id)
  })
  bindFile(app, deps, paper.codePdf, async ({ asker, params, query, context }) => {
    once(context, params.id)
    return printCode(deps, asker, { id: params.id, size: query.size ?? 'a4' })
  })
  bindFile(app, deps, paper.companyPassPdf, async ({ params, body, context }) => {
    limitsOf(context).take(params.id, rules.findTrip, deps.now())
    takeOfAddress(context, rules.printAddress, deps.now())
    return printPassOfApplication(deps, { id: params.id, key: body.key })
  })
  bindFile(app, deps, paper.officePassPdf, async ({ asker, params, context }) => {
    once(context, params.number)
    return printPassOfNumber(deps, asker, params.number)
  })
}
