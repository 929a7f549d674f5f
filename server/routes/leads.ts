import type { Hono } from 'hono'
import * as leadsApi from '../../schema/api/leads.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { keepEvidence, readEvidence } from '../usecases/evidence.ts'
import { handleLead } from '../usecases/leads-handle.ts'
import { getLead, listLeads } from '../usecases/leads.ts'

export function mountLeads(app: Hono, deps: Deps): void {
  bind(app, deps, leadsApi.listLeads, ({ asker, query }) => listLeads(deps, asker, query))
  bind(app, deps, leadsApi.getLead, ({ asker, params }) => getLead(deps, asker, params.id))
  bind(app, deps, leadsApi.handleLead, ({ asker, params, body }) => handleLead(deps, asker, { ...params, ...body }))
  bind(app, deps, leadsApi.readEvidence, ({ asker, params }) => readEvidence(deps, asker, params))
  bind(app, deps, leadsApi.keepEvidence, ({ asker, body }) => keepEvidence(deps, asker, body))
}
