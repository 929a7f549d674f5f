import { expect, it } from 'vitest'
import { codesApi } from '../../../schema/api/codes.ts'
import { staffRoles, type StaffRole } from '../../../schema/api/endpoint.ts'
import { li } from '../../kit/people.ts'
import { city, inOrder, liTag, look, proposal } from './office.ts'

const lookers = ['epidemic', 'supervisor', 'appeal-officer']
const office = ['epidemic']
const deciders = ['epidemic', 'appeal-officer']

/** Who may; a deed that is missing here is nobody's. Everybody else is refused before anything is read or written. */
const mayDo: Readonly<Record<string, readonly string[]>> = {
  listPeople: lookers,
  findPeople: lookers,
  getPerson: lookers,
  listPersonsAtRisk: lookers,
  revealPerson: deciders,
  closeReason: deciders,
  proposeRed: office,
  proposeReds: office,
  signRed: office,
  declineRed: office,
  addToList: office,
  removeFromList: office,
  exportTrace: office,
}

it('each deed is done by its roles and refused to all others, who leave no trace', async () => {
  const town = await city()
  await town.shows({ ...inOrder(town.road), healthCode: 'red' })
  const officer = await town.road.staff('epidemic')
  const person = await liTag(officer)
  const opening = (await look(officer, person)).reasons[0]?.opening
  const paper = '焦疫防〔2022〕17号'
  const window = { from: '2022-05-15T00:00:00+08:00', until: '2022-05-17T00:00:00+08:00' }
  const bodies: Readonly<Record<string, object>> = {
    findPeople: { plate: '沪DX0001' },
    revealPerson: { purpose: 'contact' },
    proposeRed: proposal(),
    proposeReds: { ...proposal(), order: paper, people: [person] },
    signRed: { opening },
    declineRed: { opening },
    closeReason: { opening, way: 'external-green', document: paper },
    addToList: { document: li.document, number: li.number, kind: 'red', paper },
    removeFromList: { purpose: 'recovered', paper },
    exportTrace: { of: { person }, ...window, purpose: 'positive-case', paper },
  }
  const table: string[] = []
  for (const { name, method, path } of codesApi) {
    const at = path.replace(':person', person) + (name === 'listPeople' ? '?queue=waiting' : '')
    for (const role of staffRoles.filter((one) => !(mayDo[name] ?? []).includes(one))) {
      const before = await town.rows()
      const asker = await town.road.staff(role, needsPlace(role))
      const { status } = await asker.send(method, at, bodies[name])
      if (status !== 403) table.push(`${name} ${role} ${status}`)
      const { staff, staff_session, ...rest } = await town.rows()
      expect({ ...rest, staff, staff_session }).toEqual({
        ...before,
        staff: (before['staff'] ?? 0) + 1,
        staff_session: (before['staff_session'] ?? 0) + 1,
      })
    }
  }
  expect(table).toEqual([])
  for (const role of lookers) {
    const asker = await town.road.staff(role as StaffRole)
    const { may } = await look(asker, person)
    expect(may, role).toEqual({
      propose: role === 'epidemic',
      reveal: deciders.includes(role),
      trace: role === 'epidemic',
    })
  }
})

const needsPlace = (role: StaffRole) => (role === 'head' || role === 'inspector' ? 'JZ-G01' : null)

it('an officer of appeals ends yellow, never red', async () => {
  const town = await city()
  const [officer, appeals] = [await town.road.staff('epidemic'), await town.road.staff('appeal-officer')]
  await town.shows({ ...inOrder(town.road), healthCode: 'yellow' })
  const person = await liTag(officer)
  const [yellow] = (await look(appeals, person)).reasons
  expect(yellow?.may).toEqual({ sign: false, decline: false, ways: ['document-supplied', 'ground-disproved'] })
  const red = (await officer.send('POST', `/api/people/${person}/proposals`, proposal())).body
  const opening = (red as { row: { waiting: { opening: string }[] } }).row.waiting[0]?.opening ?? ''
  await (await town.road.staff('epidemic')).send('POST', `/api/people/${person}/signatures`, { opening })
  const end = (of: string | undefined, way: string) =>
    appeals.send('POST', `/api/people/${person}/closings`, { opening: of, way, document: '申诉 5号' })
  expect((await end(opening, 'ground-disproved')).body).toMatchObject({ error: { code: 'CO-02' } })
  expect((await end(yellow?.opening, 'isolation-done')).body).toMatchObject({ error: { code: 'CO-02' } })
  expect((await end(yellow?.opening, 'document-supplied')).body).toMatchObject({
    row: { colour: 'red', open: [{ reason: 'R1' }] },
  })
})
