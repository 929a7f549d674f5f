import { makeCase } from '../../schema/api/cases.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { casesApi } from '../../schema/api/cases.ts'
import type { Specimen } from './specimens.ts'
import type { Send, World } from './world.ts'

type Names = (typeof casesApi)[number]['name']
type Given = { trip: string; driver: Send; terminal: Send }

/** A case of this trip that has an answer, another that nobody has accepted. */
export async function caseSpecimens(
  road: World,
  { trip, driver, terminal }: Given,
): Promise<Record<Names, Omit<Specimen, 'endpoint'>>> {
  const [desk, supervisor] = [(await road.staff('dispatcher')).send, (await road.staff('supervisor')).send]
  const at = `/api/trips/${trip}/cases`
  const form = () => ({ id: crypto.randomUUID(), category: 'congestion', words: '排队两小时', checkpoint: 'JZ-G01' })
  const reported = async () => (await driver('POST', at, form())).as(makeCase.answer).id
  const [answered, waiting] = [await reported(), await reported()]
  for (const move of [{ move: 'accept' }, { move: 'reply', words: '已增开车道' }])
    await desk('POST', `/api/cases/${answered}/moves`, move)
  const { checkpoint: _, ...call } = form()
  return {
    tripCases: { path: at, by: driver },
    makeCase: { path: at, body: form(), by: driver },
    tellCase: { path: `${at}/${answered}/words`, body: { opinion: 'satisfied' }, by: driver },
    reportCase: {
      path: '/api/cases/reports',
      body: { ...call, plate: '豫HX0001', filedAt: beijingIso(road.clock.now()) },
      by: terminal,
    },
    openCase: { path: '/api/cases', body: { ...form(), phone: '13000000009', dispatchTo: '武陟县调度' }, by: desk },
    findCaller: { path: '/api/cases/callers', body: { plate: '沪DX0001' }, by: desk },
    searchCases: { path: '/api/cases/search', body: { show: 'open' }, by: supervisor },
    exportCases: { path: '/api/cases/export', body: { show: 'all', reason: '周报' }, by: supervisor },
    getCase: { path: `/api/cases/${answered}`, by: supervisor },
    moveCase: { path: `/api/cases/${waiting}/moves`, body: { move: 'accept' }, by: desk },
  }
}
