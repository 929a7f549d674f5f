import { makeAppeal } from '../../schema/api/appeals.ts'
import { driving, wang } from './people.ts'
import { fromOutside } from './world.ts'
import type { Send, World } from './world.ts'

type Inspector = Awaited<ReturnType<World['inspector']>>
type Given = { trip: string; driver: Send; inspector: Inspector }

/** Verdicts of JZ-G01 that a driver appeals against, for its head to look at; days do not pass, three minutes do. */
export async function appealSpecimens(road: World, { trip, driver, inspector }: Given) {
  const yellow = await road.driver('沪DX0031').registers({ crew: [driving(wang)] })
  const [appealed, wrong] = [crypto.randomUUID(), crypto.randomUUID()]
  const facts = fromOutside('沪DX0031', {
    healthCode: 'yellow',
    nucleicAcid: { result: 'negative', reportedAt: '2022-05-16T06:00:00+08:00' },
  })
  const common = { facts, crew: [{ surname: '王', idTail: '0066' }], trip: yellow.trip.id }
  await inspector.uploads({ ...common, id: appealed }, { ...common, id: wrong })
  road.forward(3)
  const verdict = { kind: 'verdict', said: 'healthCode', seat: 0 }
  const made = await yellow.own('/appeals', 'POST', { ...verdict, id: crypto.randomUUID(), inspection: appealed })
  const { id } = made.as(makeAppeal.answer)
  const at = `/api/trips/${trip}/appeals`
  const external = { kind: 'external-code', region: '310000', colour: 'yellow', said: 'should-have-ended' }
  const [by, head] = [(await road.staff('appeal-officer')).send, inspector.head.send]
  return {
    tripAppeals: { path: at, by: driver },
    makeAppeal: { path: at, body: { ...external, id: crypto.randomUUID(), seat: 0 }, by: driver },
    listAppeals: { path: '/api/appeals?state=running', by },
    getAppeal: { path: `/api/appeals/${id}`, by },
    acceptAppeal: { path: `/api/appeals/${id}/acceptance`, by: head },
    decideAppeal: {
      path: `/api/appeals/${id}/decision`,
      body: { decision: 'upheld', why: 'verdict-holds', reply: '当时出示为黄码' },
      by: head,
    },
    correctVerdict: {
      path: `/api/inspections/${wrong}/correction`,
      body: { corrected: [{ seat: 0, healthCode: 'green' }], reason: '看错颜色' },
      by: head,
    },
  }
}
