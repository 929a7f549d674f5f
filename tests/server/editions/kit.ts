import * as z from 'zod/mini'
import { amendmentView } from '../../../schema/api/editions.ts'
import { beijingIso, hour, plus } from '../../../shared/instant.ts'
import type { Send, World } from '../../kit/world.ts'

export type Amendment = z.infer<typeof amendmentView>

/** The office of the city's command: three persons, and one draft as they would write it. */
export async function command(road: World) {
  const [drafter, clerk, reviewer] = [
    await road.staff('command'),
    await road.staff('command'),
    await road.staff('command'),
  ]
  const draft = (more: object = {}) => ({
    name: { zh: '核酸有效期改为24小时', en: 'Tests hold 24 hours' },
    class: 'emergency',
    from: beijingIso(road.clock.now()),
    basis: { clauses: ['henan-16#7'] },
    values: { testValidity: 24 },
    ...more,
  })
  const read = async (id: string, by: Send = drafter.send) =>
    (await by('GET', `/api/amendments/${id}`)).as(amendmentView)
  const drafts = async (more: object = {}) =>
    (await drafter.send('POST', '/api/amendments', draft(more))).as(amendmentView)
  const act = (by: { send: Send }, { id, version }: Amendment, what: string, more: object = {}) =>
    by.send('POST', `/api/amendments/${id}/${what}`, { version, ...more })
  const tries = async (amendment: Amendment, more: object = {}) =>
    (await act(drafter, amendment, 'dry-run', more)).as(amendmentView)
  const signs = async (by: { send: Send }, amendment: Amendment) => (await act(by, amendment, 'sign')).as(amendmentView)
  /** Drafted, tried out and signed by two. */
  const publishes = async (more: object = {}) => {
    const amendment = await drafts(more)
    await tries(amendment)
    await signs(clerk, amendment)
    return signs(reviewer, amendment)
  }
  const rollsBack = async ({ id }: Amendment) =>
    (await clerk.send('POST', `/api/amendments/${id}/roll-back`, { reason: '依据文件已废止' })).as(amendmentView)
  const inHours = (hours: number) => beijingIso(plus(road.clock.now(), hours * hour))
  return { drafter, clerk, reviewer, draft, read, drafts, act, tries, signs, publishes, rollsBack, inHours }
}
