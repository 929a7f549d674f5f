import { beijingIso, day, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { dryRun } from '../usecases/amendment-dry-run.ts'
import { signAmendment } from '../usecases/amendment-sign.ts'
import { draftAmendment } from '../usecases/amendments.ts'
import { acceptOverlay } from '../usecases/overlays.ts'
import { signedIn } from './lists.ts'

const coming = {
  name: { zh: '已查验免重复检查延长到36小时（演示）', en: 'A release counts for 36 hours (demo)' },
  class: 'regular',
  basis: { clauses: ['henan-16#6'] },
  values: { priorReleaseWindow: 36 },
} as const

const proposed = {
  name: { zh: '核酸有效期按采样时间起算（演示）', en: 'Tests are counted from the sample (demo)' },
  class: 'regular',
  values: { testClockBasis: 'sample' },
  basis: {
    clauses: [],
    document: {
      title: '关于核酸检测证明的通知（虚构）',
      number: '演示〔2022〕7号',
      issuer: '示例省指挥部',
      level: 'provincial',
      issuedOn: '2022-05-20',
      article: '第二条',
      words: { zh: '核酸检测证明从采样时间起算。', en: 'The validity of a test begins with its sample.' },
    },
  },
} as const

const settings = {
  name: { zh: '在检样本48小时内视同已采样（演示）', en: 'A sample on its way counts for 48 hours (demo)' },
  level: 'checkpoint',
  basis: ['jiaozuo-20#7'],
  parameters: { pendingSampleHours: 48 },
}

/** One amendment that two have signed and that is still to come, one draft that nobody has tried, and settings of one checkpoint. */
export async function addDemoEditions(deps: Deps): Promise<void> {
  const [first, second] = [await signedIn(deps, 'command'), await signedIn(deps, 'command2')]
  if (first === undefined || second === undefined) return
  const inDays = (days: number) => beijingIso(plus(deps.now(), days * day))
  const { basis, ...signed } = coming
  const given = { ...signed, from: inDays(3), basis: { clauses: [...basis.clauses] } }
  const { id, version } = await draftAmendment(deps, first, given)
  await dryRun(deps, first, { id, version })
  await signAmendment(deps, first, { id, version })
  await signAmendment(deps, second, { id, version })
  await draftAmendment(deps, second, { ...proposed, from: inDays(5), basis: { ...proposed.basis, clauses: [] } })
  const superior = deps.law.editionAt(deps.now()).id
  await acceptOverlay(deps, first, { file: { ...settings, superior }, place: 'JZ-G02' })
}
