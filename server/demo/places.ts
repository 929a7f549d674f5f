import type { StaffRole } from '../../schema/api/endpoint.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'

type Place = readonly [id: string, name: string, road: string, county: string, lat: number, lon: number]

/** Station names stand in road bulletins; that a freight checkpoint was there, and where it stands, is invented. */
const places: readonly Place[] = [
  ['JZ-G01', '焦作西站', 'G5512 晋新高速', '410822', 35.214, 113.082],
  ['JZ-G02', '武陟站', 'G5512 晋新高速', '410823', 35.052, 113.391],
  ['JZ-G03', '修武东站', 'G3511 菏宝高速', '410821', 35.247, 113.512],
  ['JZ-G04', '柏香站', 'G3511 菏宝高速', '410882', 35.118, 112.742],
  ['JZ-G05', '焦作西南站', 'S49 焦桐高速', '410822', 35.171, 113.138],
  ['JZ-G06', '博爱站', 'S49 焦桐高速', '410822', 35.163, 113.049],
  ['JZ-G07', '温县站', 'S49 焦桐高速', '410825', 34.951, 113.078],
  ['JZ-G08', '嘉应观站', 'S87 郑云高速', '410823', 35.004, 113.618],
  ['JZ-G09', '云台山站', 'S87 郑云高速', '410821', 35.352, 113.371],
  ['JZ-G10', '吉利孟州站', 'G55 二广高速', '410883', 34.927, 112.664],
]

export const demoCheckpoints: readonly CheckpointRow[] = places.map(([id, name, road, county]) => ({
  id,
  name,
  road,
  county,
  lanes: 4,
  active: 1,
  fictional: 1,
}))

/** WGS 84, plausible and made up. */
export const demoCoordinates: readonly { id: string; lat: number; lon: number }[] = places.map(
  ([id, , , , lat, lon]) => ({ id, lat, lon }),
)

/** For everybody in the demonstration, and nowhere else: it is printed at each start. */
export const demoPassword = 'demo-demo-demo'

export type DemoStaff = { login: string; name: string; role: StaffRole; checkpoint: string | null }

export const demoStaff: readonly DemoStaff[] = [
  { login: 'admin', name: '管理示例', role: 'admin', checkpoint: null },
  { login: 'head', name: '点长示例', role: 'head', checkpoint: 'JZ-G01' },
  { login: 'inspector1', name: '查验示例甲', role: 'inspector', checkpoint: 'JZ-G01' },
  { login: 'inspector2', name: '查验示例乙', role: 'inspector', checkpoint: 'JZ-G01' },
  { login: 'inspector3', name: '查验示例丙', role: 'inspector', checkpoint: 'JZ-G02' },
  { login: 'epidemic', name: '疾控示例甲', role: 'epidemic', checkpoint: null },
  { login: 'epidemic2', name: '疾控示例乙', role: 'epidemic', checkpoint: null },
  { login: 'lists', name: '名单示例', role: 'list-officer', checkpoint: null },
  { login: 'passes', name: '通行证示例', role: 'pass-officer', checkpoint: null },
  { login: 'command', name: '指挥示例', role: 'command', checkpoint: null },
  { login: 'supervisor', name: '督查示例', role: 'supervisor', checkpoint: null },
  { login: 'appeals', name: '申诉示例', role: 'appeal-officer', checkpoint: null },
  { login: 'dispatcher', name: '调度示例', role: 'dispatcher', checkpoint: null },
  { login: 'command2', name: '指挥示例乙', role: 'command', checkpoint: null },
]
