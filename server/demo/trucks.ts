import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { registerTrip } from '../../schema/api/trips.ts'
import type { DemoPersonKey } from './people.ts'

export type DemoTruck = {
  plate: string
  crew: readonly [DemoPersonKey, ...DemoPersonKey[]]
  from: string
  to: string
  cargo: BodyOf<typeof registerTrip>['cargo']
  cargoName: string
  consignee: string
  checkpoint: string
  /** Hours from the start of the demonstration to the stated arrival. */
  arrivesIn: number
  /** False: this truck comes without a registration. */
  registered: boolean
  pass?: true
  /** What a newcomer will see at the booth. */
  expect: { row: string; zh: string; en: string }
}

const kept = { checkpoint: 'JZ-G01', arrivesIn: 1, registered: true } as const

/** One truck for each thing worth seeing. Plates, firms and goods are invented; rows by decision table §2. */
export const demoTrucks: readonly DemoTruck[] = [
  {
    ...kept,
    plate: '沪DX0001',
    crew: ['li'],
    from: '310115',
    to: '410811',
    cargo: '08',
    cargoName: '装备零部件',
    consignee: '山阳示例装备制造有限公司',
    expect: {
      row: 'V8',
      zh: '扫码为绿码，量体温正常后快速放行（行程卡带*不影响）',
      en: 'Green code; temperature, then fast release (the asterisk does not matter)',
    },
  },
  {
    ...kept,
    plate: '苏EX0001',
    crew: ['wang'],
    from: '320505',
    to: '410822',
    cargo: '02',
    cargoName: '粮油',
    consignee: '怀川样例粮油贸易有限公司',
    expect: {
      row: 'V11',
      zh: '核酸已超 48 小时：码灰，先核酸＋抗原，抗原阴性即放行',
      en: 'Test older than 48 h: grey; nucleic test and antigen first, released once the antigen is negative',
    },
  },
  {
    ...kept,
    plate: '浙BX0001',
    crew: ['zhao', 'liu'],
    from: '330212',
    to: '410823',
    cargo: '07',
    cargoName: '水泥',
    consignee: '太行虚构水泥有限公司',
    expect: {
      row: 'V13',
      zh: '司机健康码黄：赋黄码后管控放行',
      en: 'Yellow health code: managed release with a yellow code',
    },
  },
  {
    ...kept,
    plate: '晋EX0001',
    crew: ['chen'],
    from: '140502',
    to: '410802',
    cargo: '06',
    cargoName: '电煤',
    consignee: '云台演示新材料有限公司',
    expect: { row: 'V3', zh: '司机健康码红：点对点闭环放行', en: 'Red health code: closed loop, point to point' },
  },
  {
    ...kept,
    plate: '豫HX0001',
    crew: ['zhang'],
    from: '410702',
    to: '410811',
    cargo: '99',
    cargoName: '日用百货',
    consignee: '焦作示例食品有限公司',
    expect: {
      row: 'V5',
      zh: '省内行程：绿码，什么都不问，快速放行',
      en: 'Within the province: green, nothing is asked, fast release',
    },
  },
  {
    ...kept,
    plate: '豫AX0001',
    crew: ['ouyang'],
    from: '370702',
    to: '410825',
    cargo: '09',
    cargoName: '蔬菜',
    consignee: '月山样例冷链有限公司',
    pass: true,
    expect: { row: 'V8', zh: '持通行证：快速放行，走绿色通道', en: 'With a pass: fast release by the green lane' },
  },
  {
    ...kept,
    plate: '豫H00001D',
    crew: ['liu'],
    from: '370102',
    to: '410881',
    cargo: '05',
    cargoName: '化肥',
    consignee: '嘉应演示农资有限公司',
    registered: false,
    expect: {
      row: 'V7',
      zh: '没有报备：手工录入车牌，选跨省，现场补录后继续',
      en: 'Not registered: type the plate, choose cross-province, register on site and go on',
    },
  },
]
