import type { LedgerEvent } from '../../shared/codes/events.ts'
import { beijingIso, hour, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { addEvents } from '../usecases/code-ledger.ts'
import { newId } from '../usecases/new-id.ts'
import { proposeRed, signRed } from '../usecases/people-red.ts'
import { personTag } from '../usecases/person-tag.ts'
import { registerTrip } from '../usecases/register-trip.ts'
import { signedIn } from './lists.ts'

/** Nobody: numbers of counties that do not exist. None of them drives one of the trucks that are looked up at the booth. */
const people = {
  qian: { name: '钱演示', number: '379999198501010610', phone: '13000000031', plate: '鲁EX0031' },
  ma: { name: '马示例', number: '139999199001010622', phone: '13000000032', plate: '冀DX0032' },
  lin: { name: '林虚构', number: '149999197801010631', phone: '13000000033', plate: '晋EX0033' },
  tang: { name: '唐样例', number: '33999919880101064X', phone: '13000000034', plate: '浙AX0034' },
} as const
type Asker = Parameters<typeof proposeRed>[1]
type Person = (typeof people)[keyof typeof people]

/** Comes as a driver comes: registered; then what became known of him. */
async function come(deps: Deps, person: Person, known: (now: Instant) => readonly LedgerEvent[]): Promise<string> {
  const { name, number, phone, plate } = person
  const now = deps.now()
  await registerTrip(
    deps,
    { kind: 'anyone' },
    {
      id: newId(deps),
      plate,
      from: '130102',
      via: [],
      to: '410811',
      checkpoint: 'JZ-G02',
      eta: beijingIso(now),
      cargo: '99',
      cargoName: '板材（演示）',
      consignee: '演示物流园',
      riskStay: false,
      plan: 'short-stay',
      commitment: true,
      crew: [{ role: 'driver', name, document: 'id-card', number, phone }],
    },
  )
  const tag = await personTag(deps.vault, 'id-card', number)
  await deps.db.commit(addEvents(tag, known(now), { now }))
  return tag
}

/** In the city for so many hours, with a negative reported so many hours ago. */
const staying =
  (insideHours: number, testHours: number) =>
  (now: Instant): readonly LedgerEvent[] => {
    const reported = plus(now, -testHours * hour)
    const system = { role: 'system', id: 'demo' } as const
    const test = { result: 'negative', sampledAt: plus(reported, -6 * hour), reportedAt: reported } as const
    return [
      { kind: 'tested', id: 'demo-test', at: reported, source: 'intake', actor: system, ...test },
      { kind: 'arrived', id: 'demo-arrival', at: plus(now, -insideHours * hour), source: 'checkpoint', actor: system },
    ]
  }

const redOutside = (now: Instant): readonly LedgerEvent[] => [
  {
    kind: 'proposed',
    id: 'R2@demo-feed',
    at: now,
    source: 'feed',
    actor: { role: 'feed', id: 'demo-feed' },
    reason: 'R2',
    ground: 'health-code-red',
    evidence: { kind: 'feed', id: 'demo-feed' },
  },
]

async function confirmRed(deps: Deps, person: string, first: Asker, second: Asker): Promise<void> {
  const evidence = { kind: 'document', id: '焦疫防〔2022〕17号（演示）' } as const
  const id = newId(deps)
  await proposeRed(deps, first, { person, id, reason: 'R1', ground: 'risk-stay', evidence })
  await signRed(deps, second, { person, opening: id })
}

/** One person for each queue of the epidemic office: overstayed, about to overstay, red outside and waiting, red by two persons. */
export async function addDemoCodes(deps: Deps): Promise<void> {
  await come(deps, people.ma, staying(50, 52))
  await come(deps, people.qian, staying(30, 40))
  await come(deps, people.tang, redOutside)
  const lin = await come(deps, people.lin, staying(5, 10))
  const [first, second] = [await signedIn(deps, 'epidemic'), await signedIn(deps, 'epidemic2')]
  if (first !== undefined && second !== undefined) await confirmRed(deps, lin, first, second)
}
