/** Closed lists of the epidemic office: what for a person is read, traced, or taken off a list. Nobody writes a purpose of his own. */
import type { Bilingual } from '../policy/documents.ts'

export const personQueues = ['waiting', 'red', 'yellow', 'overstay'] as const
export type PersonQueue = (typeof personQueues)[number]

export const revealPurposes = ['contact', 'escort', 'identity', 'appeal', 'epidemiology'] as const
export type RevealPurpose = (typeof revealPurposes)[number]

export const unlistPurposes = [
  'recovered',
  'tests-negative',
  'external-green',
  'wrong-person',
  'measure-ended',
] as const
export type UnlistPurpose = (typeof unlistPurposes)[number]

export const tracePurposes = ['positive-case', 'close-contacts', 'request-of-authority'] as const
export type TracePurpose = (typeof tracePurposes)[number]

/** As the log tells them. */
export const purposeWords = {
  contact: { zh: '联系司乘人员', en: 'to reach the crew' },
  escort: { zh: '安排闭环引导', en: 'to arrange an escort' },
  identity: { zh: '核对身份', en: 'to make sure who it is' },
  appeal: { zh: '办理申诉', en: 'to deal with an appeal' },
  epidemiology: { zh: '流行病学调查', en: 'epidemiological inquiry' },
  recovered: { zh: '治愈或解除隔离', en: 'recovered, or isolation ended' },
  'tests-negative': { zh: '检测转阴', en: 'tests are negative' },
  'external-green': { zh: '赋码地已转绿码', en: 'code green again where it was given' },
  'wrong-person': { zh: '录入有误', en: 'entered in error' },
  'measure-ended': { zh: '管控期满', en: 'term of the measure is over' },
  'positive-case': { zh: '阳性人员轨迹', en: 'movements of a positive person' },
  'close-contacts': { zh: '判定密切接触者', en: 'to find close contacts' },
  'request-of-authority': { zh: '上级或外地协查', en: 'asked for by a higher or another authority' },
} as const satisfies Record<RevealPurpose | UnlistPurpose | TracePurpose, Bilingual>
