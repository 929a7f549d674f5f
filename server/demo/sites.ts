import type { Deps } from '../deps.ts'
import { staffByLogin } from '../store/staff.ts'
import { changeRegister } from '../usecases/register.ts'
import { changeSite } from '../usecases/sites.ts'

type Road = readonly [id: string, stake: string, upstream: 'increasing' | 'decreasing', approachMetres: number]

/** Stakes and approaches, plausible and made up. */
const roads: readonly Road[] = [
  ['JZ-G01', 'K58+200', 'increasing', 5000],
  ['JZ-G02', 'K31+640', 'decreasing', 5000],
  ['JZ-G03', 'K372+100', 'decreasing', 5000],
  ['JZ-G04', 'K44+950', 'increasing', 5000],
  ['JZ-G05', 'K12+300', 'decreasing', 4000],
  ['JZ-G06', 'K18+820', 'increasing', 4000],
  ['JZ-G07', 'K47+500', 'increasing', 4000],
  ['JZ-G08', 'K22+080', 'decreasing', 4000],
  ['JZ-G09', 'K9+760', 'increasing', 3000],
  ['JZ-G10', 'K985+400', 'decreasing', 5000],
]

/** How each checkpoint of the demonstration lies on its road and by whose leave, described by its command; one has no approval. */
export async function addDemoSites(deps: Deps): Promise<void> {
  const [command] = await deps.db.all(staffByLogin('command'))
  if (command === undefined) return
  const asker = { kind: 'staff', staff: command.id, role: 'command', checkpoint: null, session: '' } as const
  for (const [id, stake, upstream, approachMetres] of roads)
    await changeSite(deps, asker, {
      id,
      version: 0,
      approachLanes: 2,
      approachMetres,
      greenLane: 4,
      booth: { stake, upstream },
      fenceMetres: null,
      signs: [300, 600, 1000, 2000].map((metres, nth) => ({ number: nth + 1, metres })),
      reason: '演示：道路情况为虚构',
    })
  for (const [nth, [id, stake]] of roads.entries())
    await changeRegister(deps, asker, {
      id,
      version: 0,
      approvalNo: id === 'JZ-G10' ? null : `示例批〔2022〕${nth + 1}号`,
      kind: 'exit',
      kindReason: null,
      stake,
      direction: nth % 2 === 0 ? 'up' : 'both',
      bridge: null,
      branch: {
        secretary: `书记示例${'甲乙丙丁戊己庚辛壬癸'[nth]}`,
        members: null,
        rules: '示例：值守、交接、查验纪律',
      },
      reason: '演示：设置情况为虚构',
    })
}
