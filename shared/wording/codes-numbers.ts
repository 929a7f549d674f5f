/** The numbers of `parameters-codes.ts` in Chinese; shown with the others in the rule book. */
import type { Bilingual } from '../policy/documents.ts'
import type { codeParameters } from '../policy/parameters-codes.ts'

type NumberWords = { readonly name: Bilingual; readonly unit: string; readonly proposal: string }

export const codeNumberWords: { readonly [P in keyof typeof codeParameters]: NumberWords } = {
  twoTestsMinGap: {
    name: { zh: '三天两检：两次采样最短间隔', en: 'Two tests in three days: shortest gap' },
    unit: '小时，按整分钟计；正好满时算数',
    proposal: '条文写三天两检，惯例是隔天一次',
  },
  twoTestsMaxGap: {
    name: { zh: '三天两检：两次采样最长间隔', en: 'Two tests in three days: longest gap' },
    unit: '小时，按整分钟计；正好满时算数',
    proposal: '从第一次采样起算三天；错过不受影响，之后任意两次合格即可',
  },
  overstayClearsOnLeaving: {
    name: { zh: '停留超时的黄码离焦即解', en: 'Leaving clears an overstay' },
    unit: '1 表示持有效核酸离焦即解码，0 表示不解码',
    proposal: '条文说的是卡口所赋的码；人已离焦，本市的码再留着没有用处',
  },
  selfReportedLeavingWait: {
    name: { zh: '司机自报离焦的等待时间', en: 'Wait for a departure the driver reports himself' },
    unit: '小时，其间没有相反记录即算离焦',
    proposal: '足够让卡口或企业看到他',
  },
  testReminderFirst: {
    name: { zh: '核酸到期第一次提醒', en: 'First reminder that a test lapses' },
    unit: '小时，到期之前',
    proposal: '来得及在途中检测',
  },
  testReminderLast: {
    name: { zh: '核酸到期最后提醒', en: 'Last reminder that a test lapses' },
    unit: '小时，到期之前',
    proposal: '来得及赶到最近的检测点',
  },
  trackingResultWithin: {
    name: { zh: '动态追踪结果时限', en: 'Result of a tracked sample within' },
    unit: '小时，从放行到出结果',
    proposal: '实验室一天之内出结果',
  },
  timerDelayMax: {
    name: { zh: '到时办理的宽限', en: 'Something due is late after' },
    unit: '分钟，超过即标为补办',
    proposal: '条文写“即”',
  },
  arrivalReminderAfter: {
    name: { zh: '未到企提醒', en: 'Reminder: truck not at the company' },
    unit: '小时，预计到达之后',
    proposal: '超出一般的路上耽搁',
  },
  arrivalAlertAfter: {
    name: { zh: '未到企报告指挥部', en: 'Report: truck not at the company' },
    unit: '小时，预计到达之后',
    proposal: '企业已有时间联系车辆',
  },
  driverWhitelistReminder: {
    name: { zh: '货车司机白名单到期提醒', en: 'Reminder that a white-list entry ends' },
    unit: '小时，到期之前',
    proposal: '来得及报省核准下一期',
  },
  appealTarget: {
    name: { zh: '申诉人工核实时限', en: 'Appeals are decided within' },
    unit: '分钟，从提交起',
    proposal: '条文写立即；这是需要人看的部分',
  },
  appealAlert: {
    name: { zh: '申诉超时告警', en: 'Alert: appeal undecided' },
    unit: '分钟，从提交起',
    proposal: '时限的两倍',
  },
  hotlineDispatchWithin: {
    name: { zh: '12328派单时限', en: 'Hotline: dispatch within' },
    unit: '分钟，从受理起',
    proposal: '条文写接诉即办',
  },
  hotlineReplyWithin: {
    name: { zh: '12328首次反馈时限', en: 'Hotline: first reply within' },
    unit: '分钟，从受理起',
    proposal: '条文写第一时间反馈',
  },
  registrationReminders: {
    name: { zh: '报备提醒次数', en: 'Reminders to register' },
    unit: '次，每趟行程最多',
    proposal: '没看到第一次的再提醒一次，不再多发',
  },
  registrationReminderGap: {
    name: { zh: '两次报备提醒的间隔', en: 'Gap between two reminders to register' },
    unit: '小时',
    proposal: '一段连续驾驶的时间',
  },
}
