import type { Hono } from 'hono'
import * as auditApi from '../../schema/api/audit.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { checkAudit, exportAudit, listAuditActors, searchAudit } from '../usecases/audit-log.ts'

export function mountAudit(app: Hono, deps: Deps): void {
  bind(app, deps, auditApi.searchAudit, ({ asker, query }) => searchAudit(deps, asker, query))
  bind(app, deps, auditApi.listAuditActors, ({ asker }) => listAuditActors(deps, asker))
  bind(app, deps, auditApi.checkAudit, ({ asker, query }) => checkAudit(deps, asker, query))
  bind(app, deps, auditApi.exportAudit, ({ asker, body }) => exportAudit(deps, asker, body))
}
