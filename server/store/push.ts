import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type SubscriptionRow = Tables['push_subscription']

/** The same browser again: whoever sits at it now. */
export const addSubscription = (row: SubscriptionRow): Write =>
  sql
    .insertInto('push_subscription')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('endpoint_tag').doUpdateSet({
        p256dh: row.p256dh,
        auth_sealed: row.auth_sealed,
        endpoint_sealed: row.endpoint_sealed,
        staff_id: row.staff_id,
        terminal_id: row.terminal_id,
      }),
    )
    .compile()

export const subscriptionByTag = (tag: string): CompiledQuery<SubscriptionRow> =>
  sql.selectFrom('push_subscription').selectAll().where('endpoint_tag', '=', tag).compile()

export const subscriptionById = (id: string): CompiledQuery<SubscriptionRow> =>
  sql.selectFrom('push_subscription').selectAll().where('id', '=', id).compile()

/** Where a member of staff may be woken: not at a phone that was released, not once he is disabled. */
export const subscriptionsOf = (staff: string): CompiledQuery<SubscriptionRow> =>
  sql
    .selectFrom('push_subscription')
    .innerJoin('staff', 'staff.id', 'push_subscription.staff_id')
    .leftJoin('terminal', 'terminal.id', 'push_subscription.terminal_id')
    .selectAll('push_subscription')
    .where('push_subscription.staff_id', '=', staff)
    .where('staff.disabled_at', 'is', null)
    .where('terminal.released_at', 'is', null)
    .orderBy('push_subscription.made_at')
    .limit(20)
    .compile()

export const removeSubscription = (id: string): Write =>
  sql.deleteFrom('push_subscription').where('id', '=', id).compile()

export const findPushKey = (): CompiledQuery<Tables['push_key']> =>
  sql.selectFrom('push_key').selectAll().where('name', '=', 'vapid').compile()

/** Of two servers that make one at once, the first stands. */
export const addPushKey = (row: Tables['push_key']): Write =>
  sql
    .insertInto('push_key')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .compile()
