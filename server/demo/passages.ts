import { beijingIso, hour, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../usecases/new-id.ts'
import { demoBooth } from './booth.ts'

/** Hours ago, and how old sample and report were then: some stand near the end of their 48 hours, so that a draft moves something. */
const passages = [
  [21, 20, 12],
  [20, 50, 44],
  [18, 30, 22],
  [16, 49, 41],
  [15, 12, 6],
  [13, 46, 40],
  [12, 52, 47],
  [11, 26, 19],
  [9, 40, 33],
  [8, 51, 45],
  [7, 18, 11],
  [6, 35, 28],
  [5, 53, 46],
  [4, 9, 3],
  [3, 44, 37],
  [2, 50, 43],
] as const

const factsOf = (plate: string, at: Instant, [, sampled, reported]: (typeof passages)[number]) => ({
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
      nucleicAcid: {
        result: 'negative',
        sampledAt: beijingIso(plus(at, -sampled * hour)),
        reportedAt: beijingIso(plus(at, -reported * hour)),
      },
    },
  ],
})

/** A day of trucks at one checkpoint, for the dry run of a draft to judge again. Nobody drives them. */
export async function addDemoPassages(deps: Deps): Promise<void> {
  const record = await demoBooth(deps, 'JZ-G03')
  for (const [index, passage] of passages.entries()) {
    const at = plus(deps.now(), -passage[0] * hour)
    const plate = `皖BX00${51 + index}`
    const crew = [{ surname: '例', idTail: String(1000 + index) }]
    await record({ id: newId(deps), at, facts: factsOf(plate, at, passage), crew, trip: null })
  }
}
