import type { Equipment, EquipmentState, NoteKind } from '../../shared/shifts/kinds.ts'
import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import { en } from './shift-words.en.ts'

const notes: Record<NoteKind, string> = {
  incident: '突发情况',
  dispute: '争议待处理',
  instruction: '上级通知',
  road: '道路情况',
  other: '其他',
}
const things: Record<Equipment, string> = {
  thermometer: '测温枪',
  'antigen-kits': '抗原试剂',
  'scanner-gun': '扫码枪',
  protection: '防护用品',
  power: '手机电量',
}
const states: Record<EquipmentState, string> = { ok: '正常', short: '不足', broken: '故障' }

export const zh = {
  title: '班次',
  notOn: '未签到',
  /** In the narrow place beside the menu. */
  notOnShort: '未签到',
  notOnFree: '未签到也能查验，不因此扣车。',
  on: '当班',
  open: '开',
  closed: '关',
  mark: (state: string) => `班次：${state}`,
  since: (time: string) => `${time} 起当班`,
  inspector: '查验员',
  checkpoint: '检查点',
  lane: '车道',
  laneNumber: (n: number) => `${n}道`,
  laneIs: (n: number, open: string) => `${n}道 ${open}`,
  segment: '专用号段',
  segmentNone: '未填写',
  segmentHint: '本机专用号码，首次填写后不用再填。没有可不填。',
  segmentWrong: '号段为 3 至 24 位数字，请核对。',
  openLane: '签到后本道开放',
  signOn: '签到',
  signOnAgain: '再次签到',
  change: '改车道、号段',
  moved: '换道签到',
  signedOn: '已签到，联网后自动上传',
  refused: '签到未生效',
  refusedWhat: '查验记录不受影响，照常查验。',
  counted: '本班',
  count: (checked: number, fast: number, parked: number) => `查验 ${checked} · 快速 ${fast} · 待检 ${parked}`,
  lanes: '车道开闭',
  laneOpen: '开放',
  laneClosed: '关闭',
  otherLanes: '其他车道',
  laneTold: (n: number, open: string) => `${n}道已记为${open}，联网后自动上传`,
  before: '上一班交接',
  beforeFrom: (name: string, lane: string, time: string) => `${name} ${lane} ${time} 交班`,
  beforeNone: '一天内没有交接事项。',
  beforeOffline: '没有网络：联网后显示上一班交接事项。',
  beforeOld: '没有网络：以下为上次联网时的内容。',
  beforeLoading: '正在读取上一班交接…',
  seen: '已知悉',
  seenBy: (name: string) => `${name} 已知悉`,
  seenHere: '✔ 已知悉',
  waiting: (n: number) => `待检车 ${n} 辆`,
  waitingNone: '没有待检车',
  queue: '排队',
  queueAsk: '现在排队多长？',
  queueNot: '未看',
  queueNone: '无排队',
  queueMetres: (n: number) => `约${n}米`,
  queueFar: (n: number) => `≥${n}米`,
  equipment: '设备物资',
  equipmentOk: '全部正常',
  things,
  states,
  notes: '交接事项',
  noteKind: '类别',
  noteKinds: notes,
  noteText: '内容',
  noteHint: '不写姓名、证件号、电话。最多 120 字。',
  notePersonal: '似含证件号或电话，请删去。',
  noteEmpty: '请写内容。',
  noteAdd: '添加',
  noteRemove: (text: string) => `删去：${text}`,
  handOver: '交接班',
  handOverDo: '交班并签退',
  handOverLane: '交班后本道',
  back: '返回',
  signOff: '不交接，直接签退',
  signedOff: '已签退，联网后自动上传',
  handedOver: '已交班，联网后自动上传',
  line: {
    on: '签到',
    off: '签退',
    seen: '已知悉交接',
    'lane-open': '车道开放',
    'lane-closed': '车道关闭',
  },
}

export type ShiftWords = Wording<typeof zh>
/** An event of a shift in the list of what was done. */
export const shiftLine = ({ line }: ShiftWords, kind: string): string | undefined =>
  Object.entries(line).find(([name]) => name === kind)?.[1]
export const useShiftWords = (): ShiftWords => useWords<ShiftWords>({ zh, en })
