/** What is told of roads that are blocked 路网, and of service areas and points for tests (wording §9). */
import type { CaseLevel } from '../cases/kinds.ts'
import { hour, minute, type Instant } from '../instant.ts'
import type { BlockKind, BlockSource } from '../network/block.ts'
import type { ClosingReason, PlaceKind, PlaceState, Service } from '../places/place.ts'
import type { Bilingual } from '../policy/documents.ts'
import { caseLevelWords } from './cases.ts'
import { clockTime } from './congestion.ts'

export const blockKindWords: Readonly<Record<BlockKind, Bilingual>> = {
  blocked: { zh: '阻断', en: 'Blocked' },
  slow: { zh: '缓行', en: 'Slow' },
  exit: { zh: '出口缓行', en: 'Slow exit' },
}
export const blockSourceWords: Readonly<Record<BlockSource, Bilingual>> = {
  patrol: { zh: '路政巡查', en: 'Road patrol' },
  police: { zh: '交警', en: 'Traffic police' },
  monitoring: { zh: '路网监测', en: 'Monitoring' },
  driver: { zh: '司机反映', en: 'Driver' },
  checkpoint: { zh: '检查点', en: 'Checkpoint' },
  operator: { zh: '高速运营单位', en: 'Operator of the road' },
}

export type AboutBlock = {
  readonly kind: BlockKind
  readonly road: string
  readonly place: string
  readonly startedAt: Instant
  readonly owner: string
}
const what = ({ kind, road, place, startedAt }: AboutBlock): Bilingual => ({
  zh: `${road} ${place}${clockTime(startedAt)}起${blockKindWords[kind].zh}`,
  en: `${road} ${place}: ${blockKindWords[kind].en.toLowerCase()} since ${clockTime(startedAt)}`,
})
export const blockTold = (about: AboutBlock): Bilingual => ({
  zh: `【路网】${what(about).zh}，责任单位：${about.owner}，请调度处置`,
  en: `[Road] ${what(about).en}. In charge: ${about.owner}`,
})
export const blockRisen = (about: AboutBlock, level: CaseLevel, minutes: number): Bilingual => ({
  zh: `【路网升级】${what(about).zh}，已超${minutes}分钟未恢复，升级至${caseLevelWords[level].zh}，请调度处置`,
  en: `[Road, up] ${what(about).en}, over ${minutes} min: now with the ${caseLevelWords[level].en.toLowerCase()}`,
})
export const blockOver = (about: AboutBlock, resolvedAt: Instant): Bilingual => ({
  zh: `【路网恢复】${about.road} ${about.place}${clockTime(resolvedAt)}恢复通行，历时${Math.floor((resolvedAt - about.startedAt) / minute)}分钟`,
  en: `[Road clear] ${about.road} ${about.place}: open again at ${clockTime(resolvedAt)} after ${Math.floor((resolvedAt - about.startedAt) / minute)} min`,
})

export const placeKindWords: Readonly<Record<PlaceKind, Bilingual>> = {
  'service-area': { zh: '服务区', en: 'Service area' },
  stop: { zh: '临时停靠处', en: 'Place to stop' },
  'test-point': { zh: '核酸检测点', en: 'Test point' },
}
/** Of what is closed for an infection; a point that is not staffed now is just closed. */
export const placeStateWords: Readonly<Record<PlaceState, Bilingual>> = {
  open: { zh: '运营中', en: 'Open' },
  closed: { zh: '关停', en: 'Closed' },
  due: { zh: '应恢复（已满三天）', en: 'Due to reopen' },
}
export const basicOn: Bilingual = { zh: '加油、如厕、饮水照常', en: 'fuel, toilet and water as usual' }
export const serviceWords: Readonly<Record<Service, Bilingual>> = {
  meals: { zh: '非接触式热餐', en: 'Hot meals without contact' },
  fuel: { zh: '不下车加油', en: 'Fuel from the cab' },
  test: { zh: '核酸检测', en: 'Tests' },
  toilet: { zh: '如厕', en: 'Toilet' },
}
export const closingReasonWords: Readonly<Record<ClosingReason, Bilingual>> = {
  confirmed: { zh: '出现确诊病例', en: 'A confirmed case' },
  contact: { zh: '出现密接人员', en: 'A close contact' },
}
export const placeClosed = (name: string): Bilingual => ({
  zh: `【服务区关停】${name}已关停（市、省均已批准），加油、如厕、饮水照常`,
  en: `[Service area] ${name} is closed (approved by city and province); fuel, toilet and water go on`,
})
export const placeDue = (name: string, closedAt: Instant, now: Instant): Bilingual => ({
  zh: `【应恢复】${name}关停已满三天（${Math.floor((now - closedAt) / hour)}小时），消杀评估后请立即恢复开放`,
  en: `[Due to reopen] ${name} has been closed for three days (${Math.floor((now - closedAt) / hour)} h). Open it again after disinfection and assessment`,
})
