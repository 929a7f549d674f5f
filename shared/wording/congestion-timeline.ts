import type { AnswerKind } from '../congestion/calls.ts'
import type { Teller } from '../congestion/told-check.ts'
import type { Bilingual } from '../policy/documents.ts'

const answers: Readonly<Record<AnswerKind, Bilingual>> = {
  acknowledged: { zh: '已收到', en: 'has received it' },
  'under-way': { zh: '已出发', en: 'is under way' },
  arrived: { zh: '已到场', en: 'is on site' },
  cannot: { zh: '不能到场', en: 'cannot come' },
}

const events: Readonly<Record<string, Bilingual>> = {
  reported: { zh: '拥堵上报', en: 'congestion reported' },
  'driver-reported': { zh: '司机反映拥堵，待点长核实', en: 'a driver reports congestion; the head is to confirm' },
  confirmed: { zh: '点长确认拥堵', en: 'confirmed by the head' },
  dismissed: { zh: '点长排除', en: 'dismissed by the head' },
  closed: { zh: '点长附照片解除', en: 'closed by the head with a photograph' },
  'all-on-duty': { zh: '全员上岗', en: 'everybody on duty checks' },
  'green-blocked': { zh: '应急绿色通道受阻', en: 'the green lane is blocked' },
  'green-free': { zh: '应急绿色通道恢复', en: 'the green lane is free' },
  unobserved: { zh: '服务中断，其间无测算', en: 'the server stood still; nothing was measured' },
}

/** Who called the dispatcher. */
export const tellerWords: Readonly<Record<Teller, Bilingual>> = {
  inspector: { zh: '查验员', en: 'the inspector' },
  head: { zh: '点长', en: 'the head' },
  police: { zh: '交警、路政', en: 'police or road crew' },
  'duty-desk': { zh: '值班室', en: 'a duty desk' },
  other: { zh: '其他', en: 'somebody else' },
}

export type ToldWords = {
  readonly congested: boolean
  readonly waitMinutes: number | null
  readonly metres: number | null
  readonly toldBy?: Teller | undefined
}

/** 拥堵上报：等候25分钟、排队约300米（点长来电）. */
function toldWords({ congested, waitMinutes, metres, toldBy }: ToldWords): Bilingual {
  const clear = !congested && waitMinutes === 0 && metres === 0
  const zh = [
    waitMinutes === null ? '' : `等候${waitMinutes}分钟`,
    metres === null ? '' : `排队约${Math.round(metres)}米`,
  ].filter(Boolean)
  const en = [
    waitMinutes === null ? '' : `${waitMinutes} min`,
    metres === null ? '' : `about ${Math.round(metres)} m`,
  ].filter(Boolean)
  const by = toldBy === undefined ? undefined : tellerWords[toldBy]
  const head = clear ? { zh: '报已畅通', en: 'reported clear' } : events['reported']!
  return {
    zh: `${head.zh}${clear || zh.length === 0 ? '' : `：${zh.join('、')}`}${by === undefined ? '' : `（${by.zh}来电）`}`,
    en: `${head.en}${clear || en.length === 0 ? '' : `: ${en.join(', ')}`}${by === undefined ? '' : ` (by telephone, ${by.en})`}`,
  }
}

type Said = {
  readonly checkpoint: string
  readonly answer: AnswerKind | undefined
  readonly name: string
  /** Of a report. */
  readonly told?: ToldWords | undefined
}

/** One line of the timeline: ×××已收到, 全员上岗 … */
export function eventWords(kind: string, { checkpoint, answer, name, told }: Said): Bilingual {
  if (answer !== undefined) return { zh: `${name}${answers[answer].zh}`, en: `${name} ${answers[answer].en}` }
  const words = told === undefined ? (events[kind] ?? { zh: kind, en: kind }) : toldWords(told)
  return { zh: `${checkpoint}：${words.zh}`, en: `${checkpoint}: ${words.en}` }
}
