import { beforeEach } from 'vitest'
import { smsGateway } from './gateway.ts'
import type { City } from './kit.ts'
import { receiver } from './receiver.ts'

export const fine = { json: { errcode: 0, errmsg: 'ok' } }

/** Where every channel of a test ends: an SMS gateway, and robots that take whatever they are told; each test begins anew. */
export function lines() {
  const at = receiver()
  const clock = { today: '20220516' }
  const gateway = smsGateway(() => clock.today)
  beforeEach(() => {
    clock.today = '20220516'
    gateway.kept.length = 0
    Object.assign(gateway.state, { code: 'OK', lookCode: 'OK' })
    at.state.answer = (asked) => (asked.path === '/' ? gateway.answer(asked) : fine)
  })
  return { at, gateway, clock, paths: () => at.seen.map(({ path }) => path) }
}

/** How each notice stands, with the code of why. */
export const standings = async (road: City): Promise<string[]> =>
  (await road.rows()).map(({ state, note }) => (note === null ? state : `${state} ${note}`))

/** For the robots of a county. */
export const group = { to: { kind: 'group', county: '410822' }, channel: 'robot' } as const
