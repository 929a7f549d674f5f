import type { FaultWords } from './faults.ts'

/** Shifts 值守, and disagreements of phone and server. SH-07 and SH-08 say more at the booth: which phone, where, since when. */
export const shiftFaultWords: Readonly<Record<string, FaultWords>> = {
  'SH-01': {
    zh: '这条值守记录无法读取或签名不符，未收下。查验不受影响；请把代码报给点长。',
    en: 'This entry of the shift log cannot be read or its signature does not hold. Checking goes on; tell the head the code.',
  },
  'SH-02': {
    zh: '这条值守记录有一项填写不符，未收下。交接事项不写证件号、电话；请更新应用后重试。',
    en: 'One field of this entry is not right. Notes hold no document or telephone numbers; update the app and try again.',
  },
  'SH-03': {
    zh: '这条值守记录不是本机签的，未收下。',
    en: 'This entry of the shift log was signed by another phone and was not taken in.',
  },
  'SH-04': {
    zh: '终端已由点长解绑，其后的签到不生效。请重新绑定后签到。',
    en: 'The head released this phone before. Bind it again, then sign on.',
  },
  'SH-05': {
    zh: '签到的检查点不是本机绑定的检查点。请点长核对绑定。',
    en: 'This is not the checkpoint this phone is bound to. Ask the head to look at the binding.',
  },
  'SH-06': { zh: '这个编号已用于另一条值守记录。', en: 'This id belongs to another entry of the shift log.' },
  'SH-07': {
    zh: '您正用另一台终端当班，一卡一机一查验员。请在那台终端签退，或请点长解除后再签到；查验不受影响。',
    en: 'You are on duty with another phone. Sign off there, or ask the head to release that shift; checking goes on.',
  },
  'SH-08': {
    zh: '这个专用号段正由他人当班使用。请核对号段，或请点长解除后再签到；查验不受影响。',
    en: 'This number is on duty with somebody else. Check it, or ask the head to release that shift; checking goes on.',
  },
  'SH-09': { zh: '没有这个班次，请刷新页面。', en: 'There is no such shift. Refresh the page.' },
  'SH-10': { zh: '这个班次已经结束，无须解除。', en: 'This shift is over already; there is nothing to release.' },
  'SH-11': { zh: '续取标记无效，请从头读取。', en: 'The mark to go on from is not one of ours. Begin anew.' },
  'SH-12': { zh: '没有这个检查点。', en: 'There is no such checkpoint.' },
  'SH-13': { zh: '只能查看今天及以前的值守。', en: 'Only today and earlier days can be looked at.' },
  'CF-01': { zh: '没有这条不一致记录。', en: 'There is no such disagreement.' },
  'CF-02': { zh: '翻页标记无效，请刷新页面。', en: 'The mark of the page is not one of ours. Refresh.' },
  'CF-03': { zh: '已有人核对过这条记录，请刷新查看。', en: 'Somebody has reviewed this already. Refresh to see it.' },
  'CF-04': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
}
