import type { Doubt, Saying } from '../congestion/told-check.ts'
import { stakeText } from '../congestion/stake.ts'
import type { Bilingual } from '../policy/documents.ts'

/** 拥堵上报: what the phone at the booth and the board say in the same words. */

const thousands = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 1 })

/** 1,950 米; 3 公里 where it is a round number of them. */
export const lengthWords = (metres: number): Bilingual =>
  metres >= 1000 && metres % 100 === 0
    ? { zh: `${thousands(metres / 1000)} 公里`, en: `${thousands(metres / 1000)} km` }
    : { zh: `${thousands(Math.round(metres))} 米`, en: `${thousands(Math.round(metres))} m` }

/** 40 分钟, and in hours where somebody meant those. */
const minutesWords = (minutes: number): Bilingual =>
  minutes >= 60 && minutes % 60 === 0
    ? { zh: `${minutes / 60} 小时`, en: minutes === 60 ? '1 hour' : `${minutes / 60} hours` }
    : { zh: `${minutes} 分钟`, en: `${minutes} min` }

/** 等候 40 分钟 · 排队 1,950 米. `length`: as it is understood; null = none. */
export function sayingWords(saying: Saying, length: number | null): Bilingual {
  const { congested, waitMinutes, stake } = saying
  if (!congested && waitMinutes === 0 && length === 0) return { zh: '已畅通', en: 'Clear' }
  const long = length === null ? undefined : lengthWords(length)
  const at = stake === null ? '' : stakeText(stake)
  const parts: Bilingual[] = [
    congested ? { zh: '拥堵', en: 'Congested' } : { zh: '不拥堵', en: 'Not congested' },
    ...(waitMinutes === null ? [] : [{ zh: `等候 ${waitMinutes} 分钟`, en: `wait ${waitMinutes} min` }]),
    ...(at === '' ? [] : [{ zh: `队尾 ${at}`, en: `tail at ${at}` }]),
    ...(long === undefined ? [] : [{ zh: `排队 ${long.zh}`, en: `queue ${long.en}` }]),
  ]
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}

/** What is asked back. */
export function doubtWords(doubt: Doubt): Bilingual {
  const meant = doubt.meant === null ? undefined : meantWords(doubt, doubt.meant)
  switch (doubt.why) {
    case 'kilometres':
    case 'noughts':
    case 'stake-typed':
      return {
        zh: `${thousands(doubt.metres)} 米？是 ${meant?.zh}吗？`,
        en: `${thousands(doubt.metres)} m? Is it ${meant?.en}?`,
      }
    case 'far': {
      const { zh, en } = lengthWords(doubt.metres)
      return { zh: `排队 ${zh}，比来路还长，对吗？`, en: `A queue of ${en} is longer than the road. Is that right?` }
    }
    case 'stake-off':
      return {
        zh: '这个桩号不在来车方向上，换算不出长度，对吗？',
        en: 'No queue can stand at this stake, so it tells no length. Is it right?',
      }
    case 'hours':
      return {
        zh: `拥堵只等 ${doubt.minutes} 分钟？是 ${meant?.zh}吗？`,
        en: `Congested, ${doubt.minutes} min? Is it ${meant?.en}?`,
      }
    case 'long-wait':
      return { zh: `等候 ${doubt.minutes} 分钟，对吗？`, en: `A wait of ${doubt.minutes} min. Is that right?` }
    default: {
      const { zh, en } = lengthWords(doubt.metres)
      return {
        zh: `排队 ${zh}、${doubt.why === 'too-quick' ? '只' : '却'}等 ${doubt.minutes} 分钟，对吗？`,
        en: `A queue of ${en} and a wait of ${doubt.minutes} min. Is that right?`,
      }
    }
  }
}

/** 3 公里, 2 小时, 桩号 K44+950: the part that differs from what was typed. */
export function meantWords({ why }: Pick<Doubt, 'why'>, meant: Saying): Bilingual {
  if (why === 'hours') return minutesWords(meant.waitMinutes ?? 0)
  if (meant.metres !== null) return lengthWords(meant.metres)
  const at = stakeText(meant.stake ?? 0)
  return { zh: `桩号 ${at} `, en: `stake ${at}` }
}

export const zh = {
  button: '拥堵上报',
  line: (said: string) => `拥堵上报：${said}`,
  lead: '没有网络也能上报，联网后自动上传。',
  state: '现在',
  congested: '拥堵',
  clear: '已畅通',
  clearHint: '没有排队',
  wait: '正在查验的车等了多久（分钟）',
  length: '排队多长',
  lengthTyped: '排队多长（米）',
  typed: '输入…',
  stake: '桩号',
  stakeHint: (example: string) => `队尾的桩号，如 ${example}`,
  minutesUnit: '分钟',
  metresUnit: '米',
  keys: '数字键盘',
  remove: '删除一位',
  none: '不清楚',
  nothing: '请选等候时间或排队长度；都不清楚的，直接报「拥堵」。',
  stakeWrong: '请输全桩号，如 K44+950。',
  numberWrong: '请输数字。',
  send: '上报',
  yes: (meant: string) => `是，${meant.trim()}`,
  no: (typed: string) => `不是，就是 ${typed}`,
  right: '对，照此上报',
  change: '返回修改',
  asked: '请再看一眼',
  understood: (metres: string) => `按 ${metres} 理解`,
  kept: '已记下，等待上传',
  keptHint: '联网后自动上传，按上报时间计；此页可以关闭。',
  notOnDisk: '手机存储已满：请保持页面打开，联网后自动上传。',
  sent: '已送达',
  refused: '未被接收',
  called: (roles: string) => `已通知：${roles}`,
  calledNone: '拥堵事件已开始计时，到时限自动通知责任人。',
  noIncident: '已记入，目前没有拥堵事件。',
  again: '再报一次',
  close: '关闭',
  toldBy: '谁来电告知',
  toldByDriver: '司机来电请登记 12328 工单，由点长核实。',
  stakeUnknown: '本站没有桩号数据',
  chooseTeller: '请选择是谁告知',
}

export type QueueReportWords = {
  readonly [K in keyof typeof zh]: (typeof zh)[K] extends string ? string : (typeof zh)[K]
}
export const en: QueueReportWords = {
  button: 'Report queue',
  line: (said) => `Queue reported: ${said}`,
  lead: 'Works without a network; it is sent when there is one.',
  state: 'Now',
  congested: 'Congested',
  clear: 'Clear',
  clearHint: 'no queue',
  wait: 'How long the truck now at the booth has waited (min)',
  length: 'How long the queue is',
  lengthTyped: 'How long the queue is (m)',
  typed: 'Other',
  stake: 'Stake',
  stakeHint: (example) => `The stake at the tail, such as ${example}`,
  minutesUnit: 'min',
  metresUnit: 'm',
  keys: 'Digits',
  remove: 'Remove one',
  none: 'Not known',
  nothing: 'Choose a wait or a length; where neither is known, just say that it is congested.',
  stakeWrong: 'Give the whole stake, such as K44+950.',
  numberWrong: 'Give a number.',
  send: 'Report',
  yes: (meant) => `Yes, ${meant}`,
  no: (typed) => `No, ${typed}`,
  right: 'Right, report it',
  change: 'Change it',
  asked: 'Look once more',
  understood: (metres) => `Understood as ${metres}`,
  kept: 'Noted, waits to be sent',
  keptHint: 'Sent when there is a network, with the time of now. You may close this.',
  notOnDisk: 'The phone is full: keep this page open until it is sent.',
  sent: 'Received',
  refused: 'Not taken',
  called: (roles) => `Called: ${roles}`,
  calledNone: 'The incident is timed from now; who answers for it is called by itself.',
  noIncident: 'Noted; no incident runs.',
  again: 'Report again',
  close: 'Close',
  toldBy: 'Who called',
  toldByDriver: 'A driver who calls is a case of 12328, for the head to confirm.',
  stakeUnknown: 'The stakes of this checkpoint are not known',
  chooseTeller: 'Say who told it',
}
