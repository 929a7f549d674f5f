/** Names, units and reasons in Chinese of the ladder's numbers (`policy/parameters-congestion.ts`), of the region's and of the network's. */
import type { congestionParameters } from '../policy/parameters-congestion.ts'
import type { networkParameters } from '../policy/parameters-network.ts'
import type { regionParameters } from '../policy/parameters-region.ts'
import type { NumberWords } from './law-words.ts'

export const congestionNumberWords: { readonly [P in keyof typeof congestionParameters]: NumberWords } = {
  congestionClock: {
    name: { zh: '拥堵时间按什么计', en: 'What congestion time is' },
    unit: '“等候”指正在查验的车等了多久，“历时”指本次拥堵多久，“取长”指两者中较长的',
    proposal: '条文写拥堵时间；司机感受到的是自己等了多久，量得到的也是等候',
  },
  congestionLeader: {
    name: { zh: '分包县级领导到场', en: 'The county leader comes over' },
    unit: '分钟；超过才算，正好不算；分包县级领导现场指挥',
  },
  congestionAllStaff: {
    name: { zh: '全部值守人员上岗', en: 'Everybody on duty checks over' },
    unit: '分钟；超过才算，正好不算；值守人员全部上岗查验',
  },
  congestionPrincipals: {
    name: { zh: '县级主要领导到场', en: 'The principal leaders come over' },
    unit: '分钟；超过才算，正好不算；主要领导到场，并列为重点监测',
  },
  congestionMetres: {
    name: { zh: '重点监测的排队长度', en: 'Queue that is monitored' },
    unit: '米；超过才算，正好不算',
  },
  congestionStartWait: {
    name: { zh: '拥堵开始的等候', en: 'Wait that begins an incident' },
    unit: '分钟；等候达到即为拥堵，并提前调人',
    proposal: '第一档的一半',
  },
  congestionForecastAhead: {
    name: { zh: '高峰提前告知', en: 'Told before an expected peak' },
    unit: '分钟；预判高峰开始前多久告知点长、当班人员和县调度',
    proposal: '来得及调人',
  },
  congestionStaffPerLane: {
    name: { zh: '每道上岗人数', en: 'People at one lane' },
    unit: '人；开一道要几人',
    proposal: '一人询问查码，一人看货',
  },
  congestionStartMetres: {
    name: { zh: '拥堵开始的排队长度', en: 'Queue that begins an incident' },
    unit: '米；排队达到即为拥堵',
    proposal: '两条车道约三十辆货车',
  },
  congestionStartAfter: {
    name: { zh: '持续多久算拥堵开始', en: 'How long until it begins' },
    unit: '分钟，不间断',
    proposal: '一个车队此时已过完',
  },
  congestionEndWait: {
    name: { zh: '恢复畅通的等候', en: 'Wait that is clear' },
    unit: '分钟；等候短于此为畅通',
    proposal: '拥堵开始时的一半',
  },
  congestionEndMetres: {
    name: { zh: '恢复畅通的排队长度', en: 'Queue that is clear' },
    unit: '米；排队短于此为畅通',
    proposal: '拥堵开始时的三分之一',
  },
  congestionEndAfter: {
    name: { zh: '持续多久算解除', en: 'How long until it ends' },
    unit: '分钟，不间断',
    proposal: '下一波车此时也该到了',
  },
  congestionRestart: {
    name: { zh: '解除后再堵算同一事件', en: 'Back so soon it is the same' },
    unit: '分钟，从解除起；此前再拥堵按同一事件继续',
    proposal: '多半还是同一条队',
  },
  congestionReportHolds: {
    name: { zh: '人工上报的保持时间', en: 'How long a report holds' },
    unit: '分钟，从人工上报起，其间测算不解除事件',
    proposal: '站在现场的人比模型看得清',
  },
  congestionJudgeWithin: {
    name: { zh: '司机反映的核实时限', en: 'Time to judge a driver’s report' },
    unit: '分钟；点长确认或排除，到时未答复按拥堵处理',
    proposal: '够向窗外看一眼',
  },
  congestionAnswerWithin: {
    name: { zh: '回复通知的时限', en: 'Time to answer a summons' },
    unit: '分钟，从通知到回复',
    proposal: '随后换一条渠道、换下一责任人',
  },
  congestionOnSiteWithin: {
    name: { zh: '询问是否到场', en: 'When arrival is asked' },
    unit: '分钟，从回复起',
    proposal: '县内一段车程',
  },
  congestionUpdateEvery: {
    name: { zh: '重点监测的更新间隔', en: 'Updates while monitored' },
    unit: '分钟，重点监测期间向上报告的间隔',
    proposal: '条文要求及时上报',
  },
  congestionLateAfter: {
    name: { zh: '多久算补发', en: 'When it counts as sent late' },
    unit: '分钟，从该档应通知时起；再晚的标为补发',
    proposal: '测算要两分钟才有把握',
  },
}

export const networkNumberWords: {
  readonly [P in keyof typeof regionParameters | keyof typeof networkParameters]: NumberWords
} = {
  regionRisesWithin: {
    name: { zh: '关闭后多久算受其影响', en: 'How soon a neighbour rises because of it' },
    unit: '分钟，从一个检查点关闭起；其间起档的相邻检查点算受其影响',
    proposal: '被分流的货车这时已到下一处',
  },
  regionClosedFor: {
    name: { zh: '全部通道关闭多久算关闭', en: 'How long all lanes are closed' },
    unit: '分钟，检查点全部通道关闭的时间',
    proposal: '比一次交接班长',
  },
  regionNeighbours: {
    name: { zh: '几处起档算区域联动', en: 'Neighbours that make it regional' },
    unit: '处；少于此数按各自事件处理',
    proposal: '只有一处的，单独通知即可',
  },
  regionOverAfter: {
    name: { zh: '区域联动的解除', en: 'When it is over' },
    unit: '分钟，从最后一处解除起',
    proposal: '与拥堵重新开始的时限一致',
  },
  roadBlockRisesAfter: {
    name: { zh: '道路阻断的升级时限', en: 'When a blocked road goes up' },
    unit: '分钟；超过才算；逐级报上一级调度',
    proposal: '与12328无人回复的时限一致',
  },
  serviceAreaReopens: {
    name: { zh: '服务区关停的时限', en: 'When a service area opens again' },
    unit: '小时，因涉疫关停起；满三天即恢复开放',
  },
}
