import { beijingIso, day, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { staffByLogin } from '../store/staff.ts'
import { addRiskAreas, endRiskArea } from '../usecases/risk-areas-change.ts'

const source = '示例通告第1号（演示）'

/** Places that do not exist, marked as examples; one of them was taken off again. */
export async function addDemoRiskAreas(deps: Deps): Promise<void> {
  const [person] = await deps.db.all(staffByLogin('epidemic'))
  if (person === undefined) return
  const asker = { kind: 'staff' as const, staff: person.id, role: person.role, checkpoint: null, session: 'demo' }
  const from = (days: number) => beijingIso(plus(deps.now(), -days * day))
  const { results } = await addRiskAreas(deps, asker, {
    source,
    items: [
      { region: '310115', name: '示例街道示例小区（演示）', level: 'high', from: from(3) },
      { region: '330106', name: '示例镇示例村（演示）', level: 'medium', from: from(5) },
      { region: '340103', name: '示例路8号（演示）', level: 'medium', from: from(20) },
    ],
  })
  const id = results.at(-1)?.id
  if (id != null) await endRiskArea(deps, asker, { id, reason: '连续14天无新增（演示）' })
}
