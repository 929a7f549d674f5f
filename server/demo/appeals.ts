import { normalisePlate } from '../../shared/identity/plate.ts'
import type { Deps } from '../deps.ts'
import { runningTripsOfPlate } from '../store/trips.ts'
import { makeAppeal } from '../usecases/appeals-make.ts'
import { tripAppeals } from '../usecases/appeals-of-trip.ts'
import { newId } from '../usecases/new-id.ts'

/** Trucks of codes.ts and trackings.ts whose drivers use the green lane. */
const appealing = ['鲁EX0031', '冀DX0032', '晋EX0033', '浙AX0034']
const outside = '苏EX0045'

async function tripOf(deps: Deps, plate: string): Promise<string | undefined> {
  const [trip] = await deps.db.all(runningTripsOfPlate(normalisePlate(plate), deps.now()))
  return trip?.id
}

/** Appeals against whatever is open of them, and one against a code of another province, which is referred. */
export async function addDemoAppeals(deps: Deps): Promise<void> {
  for (const plate of appealing) {
    const trip = await tripOf(deps, plate)
    if (trip === undefined) continue
    const driver = { kind: 'driver', trip } as const
    const { people } = await tripAppeals(deps, driver, trip)
    const opening = people[0]?.openings[0]?.opening
    if (opening === undefined) continue
    const place = 'service-area/示例服务区'
    const note = '已在服务区做了核酸，结果还没有显示（演示）'
    const said = 'test-not-counted' as const
    await makeAppeal(deps, driver, { trip, id: newId(deps), kind: 'code', seat: 0, opening, said, place, note })
  }
  const trip = await tripOf(deps, outside)
  if (trip === undefined) return
  const form = { kind: 'external-code', region: '320100', colour: 'yellow', said: 'should-have-ended' } as const
  await makeAppeal(deps, { kind: 'driver', trip }, { trip, id: newId(deps), seat: 0, ...form })
}
