import { describe, expect, it } from 'vitest'
import { exportEntries, extendEntry, listEntries, revealEntry } from '../../../schema/api/lists.ts'
import { sql } from '../../../server/store/db.ts'
import { li, wang, zhang } from '../../kit/people.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { company, crewItem, document, driverItem, lists, standingIn } from './kit.ts'

describe('货车司机白名单 W1', () => {
  it('city and county submit; only the document of the provincial command makes it effective, for its term', async () => {
    const { road, officer, command, brings, step, entry } = await lists()
    const [drafted] = await brings('W1', driverItem(li))
    const id = drafted!.id!
    expect(refusal(await step(command, id, 'approve', document))).toBe('409 WL-07 step')
    expect(standingIn(await step(officer, id, 'submit'))).toBe('submitted')
    expect(refusal(await step(officer, id, 'approve', document))).toBe('403 MA-01')
    expect(refusal(await step(command, id, 'approve'))).toBe('400 WL-06 documentNo')
    expect(standingIn(await step(command, id, 'approve', document))).toBe('in-force')
    const { steps } = await entry(id)
    expect(steps.map(({ step, by, documentNo }) => [step, by, documentNo])).toEqual([
      ['draft', 'list-officer 示例', null],
      ['submit', 'list-officer 示例', null],
      ['approve', 'command 示例', document.documentNo],
    ])
    road.forward(4 * 24 * 60 + 14 * 60)
    expect((await entry(id)).entry.standing).toBe('ending-soon')
    road.forward(2 * 24 * 60)
    expect((await entry(id)).entry.standing).toBe('ending-soon')
    road.forward(1)
    expect((await entry(id)).entry.standing).toBe('ended')
  })

  it('who drafted it may not approve it, even in another office', async () => {
    const { road, command, brings, officer, step } = await lists()
    const [drafted] = await brings('W1', driverItem(li))
    await step(officer, drafted!.id!, 'submit')
    await road.db.commit([sql.updateTable('list_entry').set({ made_by: command.id }).compile()])
    expect(refusal(await step(command, drafted!.id!, 'approve', document))).toBe('403 WL-08')
  })

  it('of two who take a step at once one is told', async () => {
    const { officer, brings, step } = await lists()
    const [drafted] = await brings('W1', driverItem(li))
    const both = await Promise.all([step(officer, drafted!.id!, 'submit'), step(officer, drafted!.id!, 'submit')])
    expect(statuses(both)).toEqual([200, 409])
  })

  it('is extended on a new document without a gap, and not after it ended', async () => {
    const { road, officer, command, driversInForce, entry } = await lists()
    const [id = ''] = await driversInForce(driverItem(li))
    const path = `/api/list-entries/${id}/extension`
    const extend = async (who: typeof officer, to: string) =>
      who.send('POST', path, { version: (await entry(id)).entry.version, to, ...document })
    expect(refusal(await extend(officer, '2022-05-30T00:00:00+08:00'))).toBe('403 AU-04')
    expect(refusal(await extend(command, '2022-05-23T00:00:00+08:00'))).toBe('400 WL-14 to')
    const after = (await extend(command, '2022-05-30T00:00:00+08:00')).as(extendEntry.answer)
    expect([after.from, after.to, after.standing]).toEqual([
      '2022-05-16T00:00:00+08:00',
      '2022-05-30T00:00:00+08:00',
      'in-force',
    ])
    road.forward(14 * 24 * 60)
    const command2 = await road.staff('command')
    const late = await command2.send('POST', path, {
      version: after.version,
      to: '2022-06-30T00:00:00+08:00',
      ...document,
    })
    expect(refusal(late)).toBe('409 WL-12')
  })
})

describe('重点企业白名单 W2 and its crews W3', () => {
  it('without the commitment it is not even drafted; a step left out is a conflict', async () => {
    const { officer, command, brings, step } = await lists()
    const { documentNo: _, ...without } = company
    expect((await brings('W2', without))[0]?.error).toMatchObject({ code: 'WL-06', path: 'items.0.documentNo' })
    const [made] = await brings('W2', company)
    const id = made!.id!
    expect(refusal(await step(officer, id, 'city'))).toBe('409 WL-07 step')
    expect(refusal(await step(command, id, 'department', document))).toBe('409 WL-07 step')
    expect(standingIn(await step(officer, id, 'county'))).toBe('submitted')
    expect(refusal(await step(command, id, 'report', document))).toBe('409 WL-07 step')
    expect(standingIn(await step(officer, id, 'city'))).toBe('submitted')
    expect(refusal(await step(officer, id, 'department', document))).toBe('403 MA-01')
    expect(refusal(await step(command, id, 'department'))).toBe('400 WL-06 documentNo')
    expect(standingIn(await step(command, id, 'department', document))).toBe('submitted')
    expect(standingIn(await step(command, id, 'report', document))).toBe('in-force')
  })

  it('a crew needs an enterprise in force and a closed loop', async () => {
    const { officer, command, brings, step, enterpriseInForce, suspends, change } = await lists()
    expect((await brings('W3', crewItem(li)))[0]?.error).toMatchObject({ code: 'WL-10', path: 'items.0.companyCode' })
    const [enterprise = ''] = await enterpriseInForce()
    const [crew, open] = await brings('W3', crewItem(li), crewItem(wang, { closedLoop: false }))
    expect(refusal(await step(officer, open!.id!, 'closed-loop'))).toBe('409 WL-09')
    expect((await step(officer, crew!.id!, 'closed-loop')).status).toBe(200)
    await suspends(enterprise, 'withdrawn')
    expect(refusal(await step(command, crew!.id!, 'approve', document))).toBe('409 WL-10')
    await change(officer, enterprise, 'resume', 'reviewed')
    expect(standingIn(await step(command, crew!.id!, 'approve', document))).toBe('in-force')
  })
})

it('本地企业 W4: approved by the command, without a document', async () => {
  const { officer, command, brings, step } = await lists()
  const [made] = await brings('W4', company)
  expect(refusal(await step(officer, made!.id!, 'approve'))).toBe('403 MA-01')
  expect(standingIn(await step(command, made!.id!, 'approve'))).toBe('in-force')
})

describe('suspended, resumed, removed', () => {
  it('with a reason of the closed list that fits the deed', async () => {
    const { officer, epidemic, driversInForce, change } = await lists()
    const [id = ''] = await driversInForce(driverItem(li))
    expect(refusal(await change(officer, id, 'resume', 'reviewed'))).toBe('409 WL-12')
    expect(refusal(await change(officer, id, 'suspend', 'reviewed'))).toBe('400 WL-13 reason')
    expect(refusal(await change(officer, id, 'suspend', 'red-seen'))).toBe('400 WL-13 reason')
    expect(refusal(await change(officer, id, 'suspend', 'because'))).toBe('400 IN-01 reason')
    expect(standingIn(await change(epidemic, id, 'suspend', 'false-data'))).toBe('suspended')
    expect(standingIn(await change(officer, id, 'resume', 'reviewed'))).toBe('in-force')
    expect(standingIn(await change(officer, id, 'remove', 'left-company'))).toBe('removed')
    expect(refusal(await change(officer, id, 'resume', 'reviewed'))).toBe('409 WL-12')
  })
})

describe('what is shown', () => {
  it('lists are masked, filtered and paged; what needs somebody stands on top; whole only with a reason, logged', async () => {
    const { road, officer, command, epidemic, brings, driversInForce, suspends } = await lists()
    const [first = ''] = await driversInForce(driverItem(li), driverItem(wang, { plate: '豫HX0002' }))
    await brings('W1', driverItem(zhang))
    await suspends(first)
    const read = async (query = '') =>
      (await epidemic.send('GET', `/api/lists/W1/entries${query}`)).as(listEntries.answer)
    const whole = await read()
    expect(whole.items.length).toBe(3)
    expect(whole.urgent.map(({ standing }) => standing)).toEqual(['suspended'])
    expect(JSON.stringify(whole)).not.toMatch(/示例|130000000|0101003/)
    expect(whole.items.find(({ id }) => id === first)).toMatchObject({ name: '李*例', number: '3199**********0031' })
    expect(Object.fromEntries(whole.counts.map(({ standing, n }) => [standing, n]))).toMatchObject({
      draft: 1,
      'in-force': 1,
      suspended: 1,
    })
    expect((await read('?standing=draft')).items.map(({ name }) => name)).toEqual(['张*试'])
    expect((await read(`?search=${encodeURIComponent('豫H·X0002')}`)).items.map(({ name }) => name)).toEqual(['王*示'])
    expect((await read('?search=0031')).items.map(({ id }) => id)).toEqual([first])
    const one = await read('?limit=2')
    const rest = await read(`?limit=2&before=${one.next}`)
    expect([...one.items, ...rest.items].map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id))
    expect(rest.next).toBeNull()
    const reveal = (who: typeof officer) =>
      who.send('POST', `/api/list-entries/${first}/reveal`, { reason: '电话核实本人' })
    expect(refusal(await reveal(epidemic))).toBe('403 AU-04')
    expect((await reveal(officer)).as(revealEntry.answer)).toMatchObject({ name: li.name, number: li.number })
    const exported = await command.send('POST', '/api/lists/W1/export', { reason: '报省指挥部' })
    expect(exported.as(exportEntries.answer).items.map(({ person }) => person.number)).toContain(li.number)
    const log = await road.db.all(
      sql.selectFrom('audit').select(['action', 'reason']).orderBy('seq', 'desc').limit(2).compile(),
    )
    expect(log).toEqual([
      { action: 'list-exported', reason: '报省指挥部' },
      { action: 'list-read', reason: '电话核实本人' },
    ])
  })

  it('nobody else sees them', async () => {
    const { road } = await lists()
    for (const role of ['admin', 'head', 'inspector', 'dispatcher', 'appeal-officer'] as const)
      expect((await (await road.staff(role, 'JZ-G01')).send('GET', '/api/lists/W1/entries')).status).toBe(403)
  })
})
