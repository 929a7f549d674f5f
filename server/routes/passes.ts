import type { Hono } from 'hono'
import * as passesApi from '../../schema/api/passes.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import type { Ask } from '../http/bind.ts'
import { limitsOf, rules, takeOfAddress } from '../http/limits.ts'
import { lookUpNumber } from '../usecases/look-up-number.ts'
import { applyAsCompany, applyTarget, followApplication } from '../usecases/pass-applications.ts'
import { changePassStanding, decidePassApplication, readPassApplication } from '../usecases/passes-decide.ts'
import { listForeignPasses, listPassApplications, listPasses, samplePasses } from '../usecases/passes-lists.ts'
import { getPassApplication, getPassSheet } from '../usecases/passes-sheet.ts'
import { voidFreightCodes } from '../usecases/void-codes.ts'

/** What is fixed in an address stands before what is a number there. */
export function mountPasses(app: Hono, deps: Deps): void {
  bind(app, deps, passesApi.applyAsCompany, applyRoute(deps))
  bind(app, deps, passesApi.followApplication, followRoute(deps))
  bind(app, deps, passesApi.lookUpNumber, lookUpRoute(deps))
  bind(app, deps, passesApi.listPassApplications, ({ asker, query }) => listPassApplications(deps, asker, query))
  bind(app, deps, passesApi.samplePasses, ({ asker, query }) => samplePasses(deps, asker, query))
  bind(app, deps, passesApi.listPasses, ({ asker, query }) => listPasses(deps, asker, query))
  bind(app, deps, passesApi.getPassSheet, ({ asker, params }) => getPassSheet(deps, asker, params.number))
  bind(app, deps, passesApi.getPassApplication, ({ asker, params }) => getPassApplication(deps, asker, params.id))
  bind(app, deps, passesApi.readPassApplication, ({ asker, params, body }) =>
    readPassApplication(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, passesApi.decidePassApplication, ({ asker, params, body }) =>
    decidePassApplication(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, passesApi.changePassStanding, ({ asker, params, body }) =>
    changePassStanding(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, passesApi.voidFreightCodes, ({ asker, body }) => voidFreightCodes(deps, asker, body))
  bind(app, deps, passesApi.listForeignPasses, ({ asker, query }) => listForeignPasses(deps, asker, query))
}

type Apply = typeof passesApi.applyAsCompany
type Follow = typeof passesApi.followApplication
type LookUp = typeof passesApi.lookUpNumber

const applyRoute =
  (deps: Deps) =>
  async ({ body, context }: Ask<Apply>): Promise<AnswerOf<Apply>> => {
    const address = context.get('address') ?? ''
    limitsOf(context).take(`${address} ${applyTarget(body)}`, rules.applyForPass, deps.now())
    takeOfAddress(context, rules.applyAddress, deps.now())
    return applyAsCompany(deps, body)
  }

const followRoute =
  (deps: Deps) =>
  async ({ params, body, context }: Ask<Follow>): Promise<AnswerOf<Follow>> => {
    limitsOf(context).take(params.id, rules.followPass, deps.now())
    return followApplication(deps, { ...params, ...body })
  }

const lookUpRoute =
  (deps: Deps) =>
  async ({ asker, params, context }: Ask<LookUp>): Promise<AnswerOf<LookUp>> => {
    if (asker.kind === 'terminal') limitsOf(context).take(asker.terminal, rules.typeNumber, deps.now())
    return lookUpNumber(deps, asker, params.number)
  }
