import * as z from 'zod/mini'
import { lineKinds } from '../../shared/notices/kinds.ts'
import { moment, regionCode } from './common.ts'
import { endpoint } from './endpoint.ts'

export const listChannels = endpoint({
  name: 'listChannels',
  method: 'GET',
  path: '/api/dispatch/channels',
  summary:
    'How each channel over which people are told is doing: those configured, and those that were needed and missing.',
  callers: ['admin', 'dispatcher', 'supervisor', 'command'],
  status: 200,
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        channel: z.enum(lineKinds),
        /** Of a group robot. */
        county: z.nullable(regionCode),
        /**
         * `failing`: the last try failed; `resting`: silent for a while, as a robot that said too much; `dead`: failed five times in
         * a row, refused by its account, or missing though it was needed; `unused`: configured, nothing sent yet.
         */
        state: z.enum(['working', 'failing', 'resting', 'dead', 'unused', 'not-configured']),
        /** Dead since. */
        since: z.nullable(moment),
        lastError: z.nullable(z.strictObject({ code: z.string(), at: moment })),
        lastSent: z.nullable(moment),
        /** Notices that have not left. */
        waiting: z.int(),
      }),
    ),
  }),
})

export const dispatchChannelsApi = [listChannels] as const
