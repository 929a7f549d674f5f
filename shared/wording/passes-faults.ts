import type { FaultWords } from './faults.ts'

/** What the conversations about passes refuse. PA-01 and PA-02 are told to drivers. */
export const passFaultWords: Readonly<Record<string, FaultWords>> = {
  'PA-03': {
    zh: '这个申请编号下已有另一份申请，请刷新页面后重新提交。',
    en: 'Another application was sent under this id. Load the page again and send it anew.',
  },
  'PA-04': {
    zh: '没有这份申请，或查询码不符。',
    en: 'There is no such application, or the key does not open it.',
  },
  'PA-05': {
    zh: '要换发的原申请打不开，请核对原申请的查询码。',
    en: 'The application to be replaced does not open. Check its key.',
  },
  'PA-06': {
    zh: '原申请还在办理，请等办结后再换发。',
    en: 'The earlier application is still running. Wait for its outcome.',
  },
  'PA-07': {
    zh: '原通行证已暂停或撤销，不能换发，请重新申请或联系核发部门。',
    en: 'The earlier pass is suspended or revoked and cannot be replaced. Apply anew, or see the department.',
  },
  'PA-08': { zh: '这份申请已由他人办结，请刷新。', en: 'Somebody has decided this application. Load again.' },
  'PA-09': {
    zh: '司机已变更行程，这份申请不再适用。请以「行程已变更」不予核发。',
    en: 'The driver has changed the trip; this application no longer fits it. Decline it.',
  },
  'PA-10': { zh: '没有这个编号的通行证。', en: 'There is no pass of this number.' },
  'PA-11': {
    zh: '没有这个编号的通行证或行程，请逐位核对；查不到不影响放行。',
    en: 'No pass and no trip has this number. Check each digit; nobody is held for it.',
  },
  'PA-12': { zh: '这个原因不适用于此项操作，请另选。', en: 'This reason does not go with this deed. Choose another.' },
  'PA-13': {
    zh: '该证状态已变，请刷新后再办。撤销后不可恢复。',
    en: 'Its state has changed. Load again; what is revoked is not restored.',
  },
  'PA-14': { zh: '翻页位置无效，请从第一页看起。', en: 'Not the place of a page. Start from the first.' },
  'PA-15': { zh: '没有这个行程号，请核对。', en: 'There is no trip of this number. Check it.' },
  'PA-16': { zh: '该行程已结束，货畅码均已失效。', en: 'This trip has ended; its codes are void anyway.' },
  'PA-17': {
    zh: '请先勾选信用承诺，无需另交证明。',
    en: 'Tick the credit commitment first; no other proof is asked for.',
  },
  'PA-18': {
    zh: '有这个行程，但现在没有货畅码，多为行程已结束。不影响放行。',
    en: 'There is such a trip, and it has no code now, most often because it has ended. Nobody is held.',
  },
  'PA-19': {
    zh: '暂时没有可用的证件编号，请稍后再试；没有通行证不影响正常查验放行。',
    en: 'No number for a pass is free just now. Try again later; nobody is held for lack of a pass.',
  },
}
