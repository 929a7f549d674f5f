import type { Hono } from 'hono'
import * as paper from '../../schema/api/paper.ts'
import type { Deps } from '../deps.ts'
import { bindFile } from '../http/bind.ts'
import { limitsOf, rules } from '../http/limits.ts'
import { printCode } from '../usecases/print-code.ts'
import { printPassOfApplication, printPassOfNumber, printPassOfTrip } from '../usecases/print-pass.ts'

export function mountPaper(app: Hono, deps: Deps): void {
  bindFile(app, deps, paper.passPdf, ({ asker, params }) => printPassOfTrip(deps, asker, params.id))
  bindFile(app, deps, paper.codePdf, ({ asker, params, query }) =>
    printCode(deps, asker, { id: params.id, size: query.size ?? 'a4' }),
  )
  bindFile(app, deps, paper.companyPassPdf, ({ params, body, context }) => {
    limitsOf(context).take(params.id, rules.findTrip, deps.now())
    return printPassOfApplication(deps, { id: params.id, key: body.key })
  })
  bindFile(app, deps, paper.officePassPdf, ({ asker, params }) => printPassOfNumber(deps, asker, params.number))
}
