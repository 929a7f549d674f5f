import type { CaseCategory } from '../../shared/cases/kinds.ts'
import { beijingIso, minute, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { staffByLogin } from '../store/staff.ts'
import { runningTripsOfPlate } from '../store/trips.ts'
import { askCallBacks } from '../usecases/cases-due.ts'
import { openCase } from '../usecases/cases-desk.ts'
import { moveCase } from '../usecases/cases-move.ts'
import { makeCase, tellCase } from '../usecases/cases-of-trip.ts'
import { reportCase } from '../usecases/cases-report.ts'
import { newId } from '../usecases/new-id.ts'
import { demoTerminal } from './booth.ts'

type Asker = Parameters<typeof moveCase>[1]
type Move = Parameters<typeof moveCase>[2]
type Body = Move extends infer One ? (One extends Move ? Omit<One, 'id'> : never) : never
type Done = readonly [minutesLater: number, body: Body, by?: 'dispatcher' | 'supervisor' | 'command']
type Demo = {
  readonly minutesAgo: number
  readonly category: CaseCategory
  readonly words: string
  readonly checkpoint?: string
  readonly plate?: string
  readonly phone?: string
  readonly dispatchTo?: string
  readonly later?: readonly Done[]
}

const reply = (minutes: number, words: string): Done => [minutes, { move: 'reply', words }]

/** Calls of made-up drivers, in every state; the oldest first. */
const calls: readonly Demo[] = [
  {
    minutesAgo: 26 * 60,
    category: 'fees',
    words: '服务区停车场强行收取停车费二十元，不给票据',
    plate: '豫HX0101',
    phone: '13000000011',
    dispatchTo: '修武县交通运输局',
    later: [reply(25, '已责令退款并张贴免费停车公示'), [40, { move: 'answer', result: 'satisfied', words: '钱已退' }]],
  },
  {
    minutesAgo: 9 * 60,
    category: 'test-fees',
    words: '检测点核酸收费二十八元，说外地车不免费',
    checkpoint: 'JZ-G07',
    plate: '晋EX0102',
    dispatchTo: '温县卫生健康委员会',
    later: [
      reply(22, '货车司机免费检测，已退费'),
      [60, { move: 'answer', result: 'unreached' }],
      [120, { move: 'answer', result: 'unreached' }],
    ],
  },
  {
    minutesAgo: 5 * 60,
    category: 'extra-demands',
    words: '要求村里开证明才让走，不然让我原路回去',
    checkpoint: 'JZ-G08',
    plate: '冀DX0103',
    phone: '13000000013',
    dispatchTo: '武陟县物流保通保畅办',
    later: [
      [10, { move: 'supervise', words: '今日内查清并通报' }, 'supervisor'],
      reply(28, '已纠正，检查点不得要求任何证明，车辆已放行'),
      [50, { move: 'answer', result: 'dissatisfied', words: '后面的车还在要证明', escalate: true }],
    ],
  },
  {
    minutesAgo: 100,
    category: 'service-area',
    words: '服务区加油站关着，油不够到下一个',
    plate: '鲁EX0104',
    dispatchTo: '博爱县交通运输局',
    later: [reply(20, '加油站已恢复，关停期间加油、如厕、饮水照常')],
  },
  {
    minutesAgo: 24,
    category: 'stranded',
    words: '车坏在应急车道，两个人一天没吃饭',
    checkpoint: 'JZ-G10',
    phone: '13000000015',
    dispatchTo: '孟州市物流保通保畅办',
    later: [
      [4, { move: 'handle' }],
      [6, { move: 'note', words: '已联系路警拖车，送餐途中' }],
    ],
  },
  {
    minutesAgo: 12,
    category: 'pass-refused',
    words: '出示浙江通行证，检查点说只认本省的',
    checkpoint: 'JZ-G03',
    plate: '浙AX0106',
    dispatchTo: '修武县物流保通保畅办',
  },
  {
    minutesAgo: 3,
    category: 'repeat-test',
    words: '昨天在上一个站做过核酸，这里又要做',
    checkpoint: 'JZ-G01',
    plate: '豫HX0107',
  },
  { minutesAgo: 1, category: 'other', words: '询问去温县走哪个出口不堵', phone: '13000000018' },
]

/** A dozen cases, all invented: calls of the past day, reports of two drivers and of a booth. */
export async function addDemoCases(deps: Deps): Promise<void> {
  const start = deps.now()
  for (const one of calls) await play(deps, one, start)
  await reported(deps, start)
}

type Role = 'dispatcher' | 'supervisor' | 'command'

async function at(deps: Deps, role: Role): Promise<Asker> {
  // In the demonstration each of them signs in by the name of his role.
  const [staff] = await deps.db.all(staffByLogin(role))
  return { kind: 'staff', staff: staff?.id ?? '', role, checkpoint: null, session: '' }
}

/** As if it were so many minutes ago: the demonstration begins with a day behind it. */
const ago = (deps: Deps, minutes: number, start: ReturnType<Deps['now']>): Deps => ({
  ...deps,
  now: () => plus(start, -minutes * minute),
})

async function play(deps: Deps, one: Demo, start: ReturnType<Deps['now']>): Promise<void> {
  const { minutesAgo, category, words, later: deeds = [], ...more } = one
  const { checkpoint, plate, phone, dispatchTo } = more
  const id = newId(deps)
  await openCase(ago(deps, minutesAgo, start), await at(deps, 'dispatcher'), {
    id,
    category,
    words: `${words}（演示）`,
    ...(checkpoint !== undefined && { checkpoint }),
    ...(plate !== undefined && { plate }),
    ...(phone !== undefined && { phone }),
    ...(dispatchTo !== undefined && { dispatchTo }),
  })
  for (const [minutes, body, by = 'dispatcher'] of deeds) {
    const moment = ago(deps, minutesAgo - minutes, start)
    if (minutes >= 40) await askCallBacks(moment)
    const asked: Move = Object.assign({ id }, body)
    await moveCase(moment, await at(deps, by), asked)
  }
}

/** Of trips and of a booth, on their own ways in. */
async function reported(deps: Deps, start: ReturnType<Deps['now']>): Promise<void> {
  const desk = await at(deps, 'dispatcher')
  const mine = await tripOf(deps, '鲁EX0031')
  if (mine !== undefined) {
    const driver: Asker = { kind: 'driver', trip: mine }
    const report = (minutes: number, category: CaseCategory, words: string, checkpoint: string) =>
      makeCase(ago(deps, minutes, start), driver, {
        id: newId(deps),
        trip: mine,
        category,
        words: `${words}（演示）`,
        checkpoint,
      })
    const wrong = await report(55, 'code-wrong', '昨天做了核酸，货畅码还是黄码', 'JZ-G02')
    await moveCase(ago(deps, 53, start), desk, { id: wrong.id, move: 'accept' })
    await moveCase(ago(deps, 40, start), desk, { id: wrong.id, move: 'reply', words: '核酸结果已更新，请刷新货畅码' })
    await tellCase(ago(deps, 35, start), driver, { trip: mine, id: wrong.id, opinion: 'mostly' })
    await report(8, 'congestion', '吉利孟州站排队快一公里，半小时没动', 'JZ-G10')
  }
  const booth = await demoTerminal(deps, 'JZ-G10', { name: '查验示例戊', login: 'booth-12328' })
  await reportCase(ago(deps, 2, start), booth.asker, {
    id: newId(deps),
    category: 'congestion',
    words: '司机反映下站口排到匝道（演示）',
    plate: '苏EX0045',
    filedAt: beijingIso(plus(start, -6 * minute)),
  })
  const late = newId(deps)
  await openCase(ago(deps, 17, start), desk, {
    id: late,
    category: 'congestion',
    words: '武陟站下高速排了半公里（演示）',
    checkpoint: 'JZ-G02',
    phone: '13000000019',
  })
  await moveCase(ago(deps, 10, start), desk, { id: late, move: 'escalate', words: '跨县协调，请市级调度' })
}

async function tripOf(deps: Deps, plate: string): Promise<string | undefined> {
  const [trip] = await deps.db.all(runningTripsOfPlate(plate, deps.now()))
  return trip?.id
}
