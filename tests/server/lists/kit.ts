import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { changeEntry, getEntry, importEntries, listEntry, takeBatchStep } from '../../../schema/api/lists.ts'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { ListKind } from '../../../shared/lists/kinds.ts'
import { world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'

export type Item = BodyOf<typeof importEntries>['items'][number]
type Person = { name: string; number: string; phone?: string }

/** From Monday the 16th, seven days to the minute. */
export const driverItem = ({ name, number, phone }: Person, more: Item = {}): Item => ({
  name,
  number,
  ...(phone && { phone }),
  closedLoop: true,
  from: '2022-05-16T00:00:00+08:00',
  to: '2022-05-23T00:00:00+08:00',
  ...more,
})

/** A company nobody has; its code adds up. */
export const company: Item = {
  company: '示例食品有限公司',
  companyCode: '91410899MA00000072',
  documentNo: '承诺〔2022〕1号',
}
export const crewItem = (person: Person, more: Item = {}): Item => ({
  ...driverItem(person),
  companyCode: company.companyCode!,
  ...more,
})

export const document = { documentNo: '豫疫情防指办〔2022〕88号' }

/** The offices of the lists and what they do. */
export async function lists(of?: World) {
  const road = of ?? (await world())
  const [officer, command, epidemic] = [
    await road.staff('list-officer'),
    await road.staff('command'),
    await road.staff('epidemic'),
  ]
  const batch = randomUUID()
  const brings = async (list: ListKind, ...items: Item[]) =>
    (await officer.send('POST', `/api/lists/${list}/entries`, { batch, items })).as(importEntries.answer).results
  // Days may have passed since the others signed in.
  const entry = async (id: string) =>
    (await (await road.staff('supervisor')).send('GET', `/api/list-entries/${id}`)).as(getEntry.answer)
  const version = async (id: string) => (await entry(id)).entry.version
  const step = async (who: typeof officer, id: string, step: string, more: object = {}) =>
    who.send('POST', `/api/list-entries/${id}/steps`, { version: await version(id), step, ...more })
  const change = async (who: typeof officer, id: string, deed: string, reason: string) =>
    who.send('POST', `/api/list-entries/${id}/standing`, { version: await version(id), deed, reason })
  const whole = async (list: ListKind, steps: readonly (readonly [typeof officer, string])[], ...items: Item[]) => {
    const results = await brings(list, ...items)
    expect(results.map(({ status, error }) => error ?? status)).toEqual(items.map(() => 'recorded'))
    for (const [who, taken] of steps)
      (await who.send('POST', `/api/list-batches/${batch}/steps`, { list, step: taken, ...document })).as(
        takeBatchStep.answer,
      )
    return results.map(({ id }) => id ?? '')
  }
  const both = [officer, command] as const
  const driversInForce = (...items: Item[]) =>
    whole(
      'W1',
      [
        [both[0], 'submit'],
        [both[1], 'approve'],
      ],
      ...items,
    )
  const enterpriseInForce = () =>
    whole(
      'W2',
      [
        [officer, 'county'],
        [officer, 'city'],
        [command, 'department'],
        [command, 'report'],
      ],
      company,
    )
  const crewInForce = (...items: Item[]) =>
    whole(
      'W3',
      [
        [officer, 'closed-loop'],
        [command, 'approve'],
      ],
      ...items,
    )
  const suspends = async (id: string, reason = 'borrowed') =>
    (await change(officer, id, 'suspend', reason)).as(changeEntry.answer)
  return {
    road,
    officer,
    command,
    epidemic,
    batch,
    brings,
    entry,
    step,
    change,
    driversInForce,
    enterpriseInForce,
    crewInForce,
    suspends,
  }
}

export const standingIn = (reply: { as: (schema: typeof listEntry) => { standing: string } }) =>
  reply.as(listEntry).standing
