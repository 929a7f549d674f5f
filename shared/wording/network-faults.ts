import type { FaultWords } from './faults.ts'

/** Roads of the network, service areas and points for tests. */
export const networkFaultWords: Readonly<Record<string, FaultWords>> = {
  'RN-01': { zh: '没有这条路网信息。', en: 'There is no such road event.' },
  'RN-02': { zh: '开始时间不能晚于现在。', en: 'It cannot have begun later than now.' },
  'RN-03': { zh: '没有这个行政区划。', en: 'There is no such region.' },
  'RN-04': { zh: '已经恢复通行，不能再改。', en: 'It is clear again and can no longer be changed.' },
  'RN-05': { zh: '电话号码不符，请核对。', en: 'This is not a telephone number.' },
  'SP-01': { zh: '没有这个服务区或检测点。', en: 'There is no such service area or test point.' },
  'SP-02': { zh: '没有这个行政区划。', en: 'There is no such region.' },
  'SP-03': {
    zh: '货车专用服务区须提供餐饮、加油、核酸检测、如厕四项服务。',
    en: 'A service area for trucks has meals, fuel, tests and toilets.',
  },
  'SP-04': {
    zh: '关停服务区须填写原因、市指挥部同意文号和省指挥部批准文号。',
    en: 'To close a service area give the reason, the city’s consent and the province’s approval.',
  },
  'SP-05': { zh: '已经是这个状态。', en: 'It stands so already.' },
  'SP-06': { zh: '恢复开放前须完成全面消杀和评估。', en: 'Disinfect and assess it before it opens again.' },
  'SP-07': { zh: '电话号码不符，请核对。', en: 'This is not a telephone number.' },
}
