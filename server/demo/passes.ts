import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { applyAsCompany as contract } from '../../schema/api/passes.ts'
import { minute, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../usecases/new-id.ts'
import { applyAsCompany } from '../usecases/pass-applications.ts'
import { changePassStanding, decidePassApplication } from '../usecases/passes-decide.ts'
import { signedIn } from './lists.ts'

type Form = BodyOf<typeof contract>

/** Invented; their codes add up. */
const companies = {
  food: { company: '焦作示例食品有限公司', companyCode: '91410800MAXXXX0150' },
  cement: { company: '太行虚构水泥有限公司', companyCode: '91410800MAXXXX04XD' },
  medicine: { company: '覃怀演示医药有限公司', companyCode: '91410800MAXXXX0668' },
  cold: { company: '月山样例冷链有限公司', companyCode: '91410800MAXXXX082X' },
} as const

type Applied = Pick<Form, 'plate' | 'from' | 'to' | 'cargo'> & { of: keyof typeof companies; minutesAgo: number }

/** Issued at once; the last two are suspended and revoked. */
const issued: readonly Applied[] = [
  { of: 'food', plate: '浙FX2001', from: '330402', to: '410823', cargo: '02', minutesAgo: 300 },
  { of: 'medicine', plate: '京AX2002', from: '110105', to: '410811', cargo: '01', minutesAgo: 200 },
  { of: 'cold', plate: '鲁QX2003', from: '371302', to: '410802', cargo: '09', minutesAgo: 120 },
  { of: 'food', plate: '苏AX2004', from: '320105', to: '410823', cargo: '02', minutesAgo: 90 },
  { of: 'cement', plate: '豫HX2005', from: '410822', to: '410105', cargo: '07', minutesAgo: 80 },
]
/** A check asks for a person: one county, a plate nobody knows, a truck with a pass for another route. */
const flagged: readonly Applied[] = [
  { of: 'cement', plate: '豫HX2011', from: '410822', to: '410822', cargo: '07', minutesAgo: 42 },
  { of: 'cold', plate: '鲁QX2003', from: '371302', to: '410883', cargo: '09', minutesAgo: 14 },
  { of: 'food', plate: 'WJ豫20013', from: '410302', to: '410823', cargo: '02', minutesAgo: 6 },
  { of: 'medicine', plate: '晋EX2014', from: '140502', to: '140502', cargo: '01', minutesAgo: 65 },
]

const ago = (deps: Deps, minutes: number): Deps => {
  const at = plus(deps.now(), -minutes * minute)
  return { ...deps, now: () => at }
}

const applies = async (deps: Deps, { of, minutesAgo, ...route }: Applied) =>
  applyAsCompany(ago(deps, minutesAgo), {
    id: newId(deps),
    applicant: 'consignee',
    ...companies[of],
    contact: '示例联系人',
    phone: '13800000088',
    ...route,
    crew: [{ name: '示例司机', idTail: '0031' }],
    commitment: true,
  })

/** Passes of companies in every state, and a queue with one that has waited too long. */
export async function addDemoPasses(deps: Deps): Promise<void> {
  const asker = await signedIn(deps, 'passes')
  if (asker === undefined) return
  const passes: string[] = []
  for (const one of issued) passes.push((await applies(deps, one)).pass?.number ?? '')
  const stands = (number: string | undefined, body: object) =>
    changePassStanding(ago(deps, 30), asker, {
      number: number ?? '',
      was: 'valid',
      deed: 'suspend',
      reason: 'being-checked',
      note: '电话核实中（演示）',
      ...body,
    })
  await stands(passes[3], {})
  await stands(passes[4], { deed: 'revoke', reason: 'false-data', note: '实际卸货地不符（演示）' })
  const waiting = []
  for (const one of flagged) waiting.push(await applies(deps, one))
  await decidePassApplication(ago(deps, 50), asker, {
    id: waiting[3]?.application.id ?? '',
    decision: 'decline',
    reason: 'route-wrong',
    note: '请按实际卸货地填写（演示）',
  })
}
