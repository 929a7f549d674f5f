import type { AnswerKind } from '../congestion/calls.ts'
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

/** One line of the timeline: ×××已收到, 全员上岗 … */
export function eventWords(
  kind: string,
  { checkpoint, answer, name }: { checkpoint: string; answer: AnswerKind | undefined; name: string },
): Bilingual {
  if (answer !== undefined) return { zh: `${name}${answers[answer].zh}`, en: `${name} ${answers[answer].en}` }
  const words = events[kind] ?? { zh: kind, en: kind }
  return { zh: `${checkpoint}：${words.zh}`, en: `${checkpoint}: ${words.en}` }
}
