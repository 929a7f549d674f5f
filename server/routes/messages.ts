import type { Hono } from 'hono'
import * as messagesApi from '../../schema/api/messages.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { listAlerts, markAlertSeen } from '../usecases/messages-alerts.ts'
import { listMessages, markMessageSeen } from '../usecases/messages.ts'

export function mountMessages(app: Hono, deps: Deps): void {
  bind(app, deps, messagesApi.listMessages, ({ asker, query }) => listMessages(deps, asker, query))
  bind(app, deps, messagesApi.markMessageSeen, ({ asker, params }) => markMessageSeen(deps, asker, params.id))
  bind(app, deps, messagesApi.listAlerts, ({ asker }) => listAlerts(deps, asker))
  bind(app, deps, messagesApi.markAlertSeen, ({ asker, params }) => markAlertSeen(deps, asker, params.id))
}
