import { findPeople, proposeRed } from '../../schema/api/codes.ts'
import { driving, wang, zhang } from './people.ts'
import { fromOutside } from './world.ts'
import type { World } from './world.ts'

const r1 = { reason: 'R1', ground: 'risk-stay', evidence: { kind: 'document', id: '焦疫防〔2022〕17号' } }
const r3 = { reason: 'R3', ground: 'nucleic-positive', evidence: { kind: 'document', id: '焦疫防〔2022〕18号' } }

/** A driver with a proposal that waits, another with one and a yellow reason; whoever is asked about is a third. */
export async function peopleSpecimens(road: World, inspector: Awaited<ReturnType<World['inspector']>>) {
  const by = (await road.staff('epidemic')).send
  const tagOf = async (plate: string) =>
    (await by('POST', '/api/people/searches', { plate })).as(findPeople.answer).items[0]?.person ?? ''
  const proposed = async (person: string) => {
    const answer = await by('POST', `/api/people/${person}/proposals`, { id: crypto.randomUUID(), ...r1 })
    return answer.as(proposeRed.answer).row.waiting[0]?.opening ?? ''
  }
  await road.driver('沪DX0021').registers({ crew: [driving(zhang)] })
  const yellow = await road.driver('沪DX0022').registers({ crew: [driving(wang)] })
  await inspector.uploads({
    facts: fromOutside('沪DX0022', {
      healthCode: 'yellow',
      nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T06:00:00+08:00' },
    }),
    crew: [{ surname: '王', idTail: '0066' }],
    trip: yellow.trip.id,
  })
  const [one, other, third] = [await tagOf('沪DX0021'), await tagOf('沪DX0022'), await tagOf('沪DX0001')]
  const [signed, declined] = [await proposed(one), await proposed(other)]
  const seen = (await by('GET', `/api/people/${other}`)).body as { reasons: { opening: string; state: string }[] }
  const open = seen.reasons.find(({ state }) => state === 'open')?.opening ?? ''
  const at = (person: string, what = '') => `/api/people/${person}${what}`
  const listed = { document: 'id-card', number: zhang.number, kind: 'tracking', paper: '焦疫防〔2022〕19号' }
  await by('POST', '/api/persons-at-risk', { ...listed, number: wang.number })
  const [supervisor, second] = [(await road.staff('supervisor')).send, (await road.staff('epidemic')).send]
  const window = { from: '2022-05-15T00:00:00+08:00', until: '2022-05-17T00:00:00+08:00' }
  return {
    listPeople: { path: '/api/people?queue=waiting', by: supervisor },
    findPeople: { path: '/api/people/searches', body: { plate: '沪DX0001' }, by: supervisor },
    getPerson: { path: at(third), by: supervisor },
    revealPerson: { path: at(third, '/readings'), body: { purpose: 'contact' }, by },
    proposeRed: { path: at(third, '/proposals'), body: { id: crypto.randomUUID(), ...r1 }, by },
    proposeReds: {
      path: '/api/people/proposals',
      body: { id: crypto.randomUUID(), ...r3, order: '焦疫指〔2022〕1号', people: [one, third] },
      by,
    },
    signRed: { path: at(one, '/signatures'), body: { opening: signed }, by: second },
    declineRed: { path: at(other, '/refusals'), body: { opening: declined }, by },
    closeReason: {
      path: at(other, '/closings'),
      body: { opening: open, way: 'document-supplied', document: '焦疫防〔2022〕20号' },
      by,
    },
    listPersonsAtRisk: { path: '/api/persons-at-risk', by: supervisor },
    addToList: { path: '/api/persons-at-risk', body: listed, by },
    removeFromList: {
      path: `/api/persons-at-risk/${other}/removals`,
      body: { purpose: 'wrong-person', paper: '焦疫防〔2022〕21号' },
      by,
    },
    exportTrace: {
      path: '/api/traces',
      body: { of: { plate: '沪DX0022' }, ...window, purpose: 'close-contacts', paper: '流调2022第3号' },
      by,
    },
  }
}
