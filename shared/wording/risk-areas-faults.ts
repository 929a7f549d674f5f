import type { FaultWords } from './faults.ts'

/** Refusals of the list of risk areas. */
export const riskAreaFaultWords: Readonly<Record<string, FaultWords>> = {
  'RA-01': { zh: '没有这个行政区划代码，请重新选择地区。', en: 'There is no region with this code. Choose it again.' },
  'RA-02': {
    zh: '起始时间不对：不得早于一年前，不得晚于7天后。',
    en: 'The start cannot be more than a year ago or a week ahead.',
  },
  'RA-03': {
    zh: '该地区已在名单内，但等级不同；请先解除原等级再列入。',
    en: 'It is listed with another level. End that first, then list it anew.',
  },
  'RA-04': { zh: '没有这条风险地区。', en: 'There is no such risk area.' },
  'RA-05': { zh: '这条风险地区已经解除。', en: 'It was taken off the list already.' },
  'RA-06': {
    zh: '解除时间不对：不得早于起始时间，不得晚于7天后。',
    en: 'It cannot end before it began, nor more than a week ahead.',
  },
  'RA-07': { zh: '翻页位置无法识别，请从第一页重新打开。', en: 'This page cannot be found. Open the list again.' },
}
