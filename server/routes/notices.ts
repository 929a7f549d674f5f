import type { Hono } from 'hono'
import { listChannels as channelsApi } from '../../schema/api/dispatch-channels.ts'
import * as pushApi from '../../schema/api/push.ts'
import * as hooksApi from '../../schema/api/sms-hooks.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { needHookSecret } from '../http/hook-secret.ts'
import { listChannels } from '../usecases/channels-view.ts'
import { takeInReplies } from '../usecases/notice-answers.ts'
import type { AnswerSummons } from '../usecases/notice-answers.ts'
import { takeInReceipts } from '../usecases/notices-receipts.ts'
import { readPushKey, subscribe, unsubscribe } from '../usecases/push.ts'
import { answerSummons } from '../usecases/summons-answer.ts'

const taken = { code: 0, msg: '接收成功' } as const

/** Channels, app push, and what the SMS gateway tells by itself. */
export function mountNotices(app: Hono, deps: Deps, tellLadder: AnswerSummons = answerSummons): void {
  bind(app, deps, channelsApi, ({ asker }) => listChannels(deps, asker))
  bind(app, deps, pushApi.pushKey, ({ asker }) => readPushKey(deps, asker))
  bind(app, deps, pushApi.addSubscription, ({ asker, body }) => subscribe(deps, asker, body))
  bind(app, deps, pushApi.removeSubscription, ({ asker, params }) => unsubscribe(deps, asker, params.id))
  bind(app, deps, hooksApi.smsReceipts, async ({ query, body }) => {
    needHookSecret(deps, query.key)
    const receipts = body.flatMap(({ out_id: outId, success, err_code: code }) =>
      outId == null ? [] : [{ outId, success, code: code ?? '' }],
    )
    await takeInReceipts(deps, receipts)
    return taken
  })
  bind(app, deps, hooksApi.smsReplies, async ({ query, body }) => {
    needHookSecret(deps, query.key)
    const replies = body.map(({ phone_number: phone, content }) => ({ phone, text: content }))
    await takeInReplies(deps, replies, tellLadder)
    return taken
  })
}
