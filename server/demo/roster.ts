import { beijingIso, minute, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { staffByLogin } from '../store/staff.ts'
import type { getIncident } from '../usecases/incident-view.ts'
import { newId } from '../usecases/new-id.ts'
import { putDuty } from '../usecases/roster.ts'

type Asker = Parameters<typeof getIncident>[1]

/** Somebody of the demonstration, by the name with which he signs in. */
export async function staffAsker(deps: Deps, login: string): Promise<Asker> {
  const [row] = await deps.db.all(staffByLogin(login))
  if (row === undefined) throw new Error(`no ${login} in the demonstration`)
  return { kind: 'staff', staff: row.id, role: row.role, checkpoint: row.checkpoint_id, session: '' }
}

/** Everybody whom a step calls, invented. */
export async function addDemoRoster(deps: Deps): Promise<void> {
  const command = await staffAsker(deps, 'command')
  let phone = 19_800_000_100
  const put = (
    role:
      'leader' | 'cadre' | 'party-principal' | 'government-principal' | 'county-desk' | 'city-desk' | 'province-desk',
    more: object,
  ) =>
    putDuty(deps, command, {
      id: newId(deps),
      role,
      name: '',
      title: '示例职务',
      unit: '示例单位',
      phone: String((phone += 1)),
      from: beijingIso(plus(deps.now(), -24 * 60 * minute)),
      ...more,
    })
  const places = await deps.db.all(everyCheckpoint())
  for (const [nth, { id: checkpoint }] of places.entries()) {
    const name = (text: string) => `${text}示例${'甲乙丙丁戊己庚辛壬癸'[nth % 10]}`
    await put('leader', { checkpoint, name: name('赵'), title: '副县长' })
    await put('cadre', { checkpoint, name: name('钱'), rank: 1 })
    await put('cadre', { checkpoint, name: name('孙'), rank: 2 })
  }
  for (const area of new Set(places.map(({ county }) => county))) {
    await put('party-principal', { area, name: '李示例', title: '县委书记' })
    await put('government-principal', { area, name: '周示例', title: '县长' })
    await put('county-desk', { area, name: '吴示例', title: '值班员' })
  }
  await put('city-desk', { area: '410800', name: '郑示例', title: '值班员' })
  await put('province-desk', { area: '410000', name: '王示例', title: '值班员' })
}
