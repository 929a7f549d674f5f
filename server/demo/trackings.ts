import { beijingIso, hour, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../usecases/new-id.ts'
import { registerTrip } from '../usecases/register-trip.ts'
import { takeInResults } from '../usecases/take-in-results.ts'
import { demoBooth } from './booth.ts'
import { signedIn } from './lists.ts'

/** Nobody: numbers of counties that do not exist. None of them drives one of the trucks that are looked up at the booth. */
const trucks = [
  { name: '何演示', number: '379999198501010733', plate: '鲁EX0041', hoursAgo: 27, result: null },
  { name: '吕示例', number: '139999199001010745', plate: '冀DX0042', hoursAgo: 6, result: null },
  { name: '施虚构', number: '149999197801010754', plate: '晋EX0043', hoursAgo: 5, result: 'positive' },
  { name: '严样例', number: '339999198801010762', plate: '浙AX0044', hoursAgo: 8, result: 'negative' },
  { name: '华测试', number: '329999198801010779', plate: '苏EX0045', hoursAgo: 4, result: null, unmatched: true },
] as const
type Truck = (typeof trucks)[number]

async function register(deps: Deps, { name, number, plate }: Truck): Promise<string> {
  const { trip } = await registerTrip(
    deps,
    { kind: 'anyone' },
    {
      id: newId(deps),
      plate,
      from: '130102',
      via: [],
      to: '410825',
      eta: beijingIso(deps.now()),
      cargo: '02',
      cargoName: '冷链蔬菜（演示）',
      consignee: '温县示例食品有限公司',
      riskStay: false,
      plan: 'leave-at-once',
      commitment: true,
      crew: [{ role: 'driver', name, document: 'id-card', number, phone: '13000000041' }],
    },
  )
  return trip.id
}

/** Sampled at the booth, antigen negative: released at once, the result on its way (V12). */
const sampledFacts = (plate: string, at: Instant) => ({
  trip: { scope: 'cross-province', registered: true },
  vehicle: { plate, freight: true },
  freightCode: 'grey',
  crew: [
    {
      role: 'driver',
      temperatures: [36.5],
      healthCode: 'green',
      travelCard: 'green',
      riskStay: false,
      nucleicAcid: { result: 'pending', sampledAt: beijingIso(at) },
      antigen: 'negative',
    },
  ],
})

/** Sample, go, track: one overdue, one waiting, one positive, one negative, and one that nobody has matched to a person. */
export async function addDemoTrackings(deps: Deps): Promise<void> {
  const record = await demoBooth(deps, 'JZ-G05')
  for (const truck of trucks) {
    const trip = await register(deps, truck)
    const at = plus(deps.now(), -truck.hoursAgo * hour)
    const crew = [{ surname: truck.name.slice(0, 1), idTail: truck.number.slice(-4) }]
    const facts = sampledFacts(truck.plate, at)
    await record({ id: newId(deps), at, facts, crew, trip: 'unmatched' in truck ? null : trip })
  }
  const laboratory = await signedIn(deps, 'epidemic')
  const reportedAt = beijingIso(deps.now())
  const items = trucks.flatMap(({ number, result }) =>
    result === null ? [] : [{ document: 'id-card' as const, number, result, reportedAt }],
  )
  if (laboratory !== undefined) await takeInResults(deps, laboratory, { source: '示例实验室（演示）', items })
}
