import type { FaultWords } from './faults.ts'

/** Events of a queue, and what is known of a checkpoint beforehand. */
export const congestionFaultWords: Readonly<Record<string, FaultWords>> = {
  'CG-01': { zh: '排队事件有一项不符，未计入。', en: 'One field of this event is not right; it was left out.' },
  'CG-02': {
    zh: '检查点说明文件有一项不符。',
    en: 'One field of the file that describes the checkpoints is not right.',
  },
  'CG-03': {
    zh: '说明文件中没有这个检查点，未计入。',
    en: 'The file does not describe this checkpoint; it was left out.',
  },
  'CG-10': { zh: '没有这个检查点。', en: 'There is no such checkpoint.' },
  'CG-11': { zh: '这个检查点未启用。', en: 'This checkpoint is not open.' },
  'CG-12': { zh: '请选择检查点。', en: 'Say which checkpoint.' },
  'CG-13': { zh: '这个编号已被使用，请重新提交。', en: 'This id is taken. Send it anew.' },
  'CG-14': {
    zh: '本机上报不填告知人，请重新提交。',
    en: 'Whoever stands there is told by nobody. Leave out who told it.',
  },
  'CG-19': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
  'CG-20': { zh: '没有这起拥堵事件。', en: 'There is no such incident.' },
  'CG-21': { zh: '没有这条通知，或不是通知您本人的。', en: 'There is no such summons, or it is not to you.' },
  'CG-22': { zh: '这条通知无须回复。', en: 'This one asks for no answer.' },
  'CG-23': { zh: '已核实或已超时，无须再核实。', en: 'It was judged already, or the time is over.' },
  'CG-24': { zh: '事件已经解除或尚未开始。', en: 'The incident has ended, or has not begun.' },
  'CG-25': {
    zh: '请附现场照片（JPEG，150 KB 以内）。',
    en: 'Send a photograph of the road: a JPEG of 150 kB at most, without EXIF.',
  },
  'CG-26': { zh: '没有照片。', en: 'There is no photograph.' },
  'CG-27': { zh: '没有这项电话任务。', en: 'There is no such telephone task.' },
  'CG-28': { zh: '已有人办结，请刷新。', en: 'Somebody finished it already. Refresh.' },
  'CG-29': { zh: '只能查看今天及以前。', en: 'Only today and earlier days can be looked at.' },
  'CG-30': {
    zh: '岗位与检查点或地区不符，请二选一填写。',
    en: 'This role belongs to a checkpoint or to an area; give the one that fits.',
  },
  'CG-31': { zh: '没有这个检查点或地区。', en: 'There is no such checkpoint or region.' },
  'CG-32': { zh: '电话号码不对，请填手机或固定电话。', en: 'Not a telephone number.' },
  'CG-33': { zh: '起止时间不对。', en: 'The times are not right.' },
  'CG-34': { zh: '责任人名册中没有此人。', en: 'Nobody of that id is on the roster.' },
  'CG-35': {
    zh: '启用前须登记1名分包县级领导、2至3名后备干部（二十条第十七条）。',
    en: 'Name one county leader and two or three cadres before it is opened (Twenty Measures, article 17).',
  },
  'CG-40': {
    zh: '此服务器不提供实时推送，页面将定时刷新。',
    en: 'This server pushes nothing; the page asks now and then.',
  },
  'CG-41': {
    zh: '同一登录已打开过多调度页面，请关闭不用的页面。',
    en: 'Too many boards are open for this sign-in. Close those not in use.',
  },
  'CG-04': { zh: '这一行不是 JSON，未计入。', en: 'This line is not JSON; it was left out.' },
}
