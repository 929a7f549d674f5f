import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { importEntries as contract } from '../../schema/api/lists.ts'
import { beijingIso, day, plus } from '../../shared/instant.ts'
import type { StepId } from '../../shared/lists/chain.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import type { Deps } from '../deps.ts'
import { staffByLogin } from '../store/staff.ts'
import { importEntries } from '../usecases/lists-import.ts'
import { changeEntry } from '../usecases/lists-standing.ts'
import { takeStep } from '../usecases/lists-steps.ts'
import { newId } from '../usecases/new-id.ts'

type Item = BodyOf<typeof contract>['items'][number]
type Asker = Parameters<typeof importEntries>[1]
type Offices = { officer: Asker; command: Asker }

const food = { company: '示例食品有限公司', companyCode: '91410899MA00000072' }
const parts = { company: '演示汽车零部件有限公司', companyCode: '91410899MA0000015W' }
const mill = { company: '样例粮油加工厂', companyCode: '91410899MA0000023P' }
const documentNo = '豫疫情防指办〔2022〕88号（演示）'
const promise = { documentNo: '承诺〔2022〕1号（演示）' }

/** Nobody: numbers of counties that do not exist. None of them drives one of the demonstration's trucks. */
const people = {
  sun: { name: '孙演示', number: '339999198203050123', phone: '13000000021' },
  zhou: { name: '周示例', number: '329999197907120234', phone: '13000000022' },
  wu: { name: '吴样例', number: '319999198809210343', phone: '13000000023' },
  zheng: { name: '郑虚构', number: '379999199001150451', phone: '13000000024' },
  feng: { name: '冯测试', number: '149999198506300569', phone: '13000000025' },
} as const

/** Days from now. */
const driver = (deps: Deps, person: keyof typeof people, [from, to]: readonly [number, number]): Item => ({
  ...people[person],
  closedLoop: true,
  from: beijingIso(plus(deps.now(), from * day)),
  to: beijingIso(plus(deps.now(), to * day)),
})

/** An entry brought in and taken as far as these steps. */
async function bring(deps: Deps, offices: Offices, list: ListKind, item: Item, steps: readonly StepId[]) {
  const { results } = await importEntries(deps, offices.officer, { list, batch: newId(deps), items: [item] })
  const id = results[0]?.id ?? ''
  for (const [at, step] of steps.entries()) {
    const higher = step === 'approve' || step === 'department' || step === 'report'
    const asked = { id, version: at + 1, step, ...(higher && { documentNo }) }
    await takeStep(deps, higher ? offices.command : offices.officer, asked)
  }
  return { id, version: steps.length + 1 }
}

const drivers: readonly StepId[] = ['submit', 'approve']
const enterprise: readonly StepId[] = ['county', 'city', 'department', 'report']

async function fill(deps: Deps, offices: Offices): Promise<void> {
  const add = (list: ListKind, item: Item, steps: readonly StepId[]) => bring(deps, offices, list, item, steps)
  await add('W1', driver(deps, 'sun', [-1, 7]), drivers)
  await add('W1', driver(deps, 'zhou', [-6, 1.5]), drivers)
  const seen = await add('W1', driver(deps, 'wu', [-2, 6]), drivers)
  await changeEntry(deps, offices.officer, { ...seen, deed: 'suspend', reason: 'borrowed' })
  await add('W1', driver(deps, 'zheng', [1, 9]), ['submit'])
  await add('W1', driver(deps, 'feng', [1, 9]), [])
  await add('W2', { ...food, ...promise, eligibility: 'urgent-goods' }, enterprise)
  await add('W2', { ...parts, ...promise, eligibility: 'specialised' }, ['county', 'city'])
  await add('W3', { ...driver(deps, 'sun', [0, 10]), companyCode: food.companyCode }, ['closed-loop', 'approve'])
  await add('W4', { ...mill, eligibility: 'local-chain' }, ['approve'])
}

export const signedIn = async (deps: Deps, login: string): Promise<Asker | undefined> => {
  const [row] = await deps.db.all(staffByLogin(login))
  return row && { kind: 'staff', staff: row.id, role: row.role, checkpoint: null, session: 'demo' }
}

/** White lists of the demonstration, brought in and approved the real way by its own staff. */
export async function addDemoLists(deps: Deps): Promise<void> {
  const [officer, command] = [await signedIn(deps, 'lists'), await signedIn(deps, 'command')]
  if (officer !== undefined && command !== undefined) await fill(deps, { officer, command })
}
