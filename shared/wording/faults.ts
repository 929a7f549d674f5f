/**
 * What a person reads when a request is refused: what is wrong, and what to do now. The code before each is what is read out
 * over the phone. A code that is missing here falls back to the fault's own English message.
 */
import { appFaultWords } from './app-faults.ts'
import { auditFaultWords } from './audit-faults.ts'
import { appealFaultWords } from './appeals-faults.ts'
import { caseFaultWords } from './cases-faults.ts'
import { congestionFaultWords } from './congestion-faults.ts'
import { networkFaultWords } from './network-faults.ts'
import { bundleFaultWords } from './bundle-faults.ts'
import { codeFaultWords } from './codes-faults.ts'
import { trackingFaultWords } from './tracking-faults.ts'
import { liveFaultWords } from './live-faults.ts'
import { passFaultWords } from './passes-faults.ts'
import { peopleFaultWords } from './people-faults.ts'
import { leadFaultWords } from './leads-faults.ts'
import { keyFaultWords } from './keys-faults.ts'
import { riskAreaFaultWords } from './risk-areas-faults.ts'
import { listFaultWords } from './lists-faults.ts'
import { amendmentFaultWords } from './amendment-faults.ts'
import { editionFaultWords } from './editions-faults.ts'
import { paperFaultWords } from './paper-faults.ts'
import { statusFaultWords } from './status-faults.ts'
import { shiftFaultWords } from './shifts-faults.ts'
import { noticeFaultWords } from './notices-faults.ts'
import { useCaseFaultWords } from './use-case-faults.ts'

export type FaultWords = { zh: string; en: string }

export const faultWords: Readonly<Record<string, FaultWords>> = {
  ...useCaseFaultWords,
  ...amendmentFaultWords,
  ...editionFaultWords,
  ...codeFaultWords,
  ...appealFaultWords,
  ...trackingFaultWords,
  ...listFaultWords,
  ...leadFaultWords,
  ...peopleFaultWords,
  ...passFaultWords,
  ...liveFaultWords,
  ...auditFaultWords,
  ...keyFaultWords,
  ...riskAreaFaultWords,
  ...paperFaultWords,
  ...statusFaultWords,
  ...bundleFaultWords,
  ...appFaultWords,
  ...shiftFaultWords,
  ...congestionFaultWords,
  ...networkFaultWords,
  ...noticeFaultWords,
  ...caseFaultWords,
  'IN-01': {
    zh: '填写有误，请改正标出的一项后再提交。',
    en: 'One field is not right. Correct the field named and send again.',
  },
  'IN-02': { zh: '提交的内容不是 JSON，无法读取。', en: 'The body is not JSON and cannot be read.' },
  'IN-03': { zh: '提交的内容过大（上限 2 MB），请分批提交。', en: 'Too large (limit 2 MB). Send it in parts.' },
  'IN-04': { zh: '请以 application/json 提交。', en: 'Send the body as application/json.' },
  'IN-05': { zh: '没有这个地址。', en: 'There is no such address.' },
  'IN-06': { zh: '这个地址不支持这种操作。', en: 'This address does not take this method.' },
  'IN-07': { zh: '请求的网址无法识别。', en: 'The address asked for cannot be understood.' },
  'AU-01': { zh: '请先登录。', en: 'Sign in first.' },
  'AU-02': {
    zh: '本机保存的行程已失效，请用行程号重新打开。',
    en: 'This key does not open this trip. Open it again by its trip number.',
  },
  'AU-04': { zh: '您的岗位没有这项权限，请联系管理员。', en: 'Your role may not do this. Ask an administrator.' },
  'AU-05': {
    zh: '请求不是从本系统页面发出的，已拒绝。',
    en: 'The call did not come from our own page (X-Changxing is missing).',
  },
  'AU-06': { zh: '终端签名无效，请重新绑定本机。', en: "The phone's signature does not hold. Bind this phone again." },
  'AU-07': {
    zh: '本机未绑定或已解绑，请联系卡点负责人。',
    en: 'This phone is not bound, or was released. Ask the head of the checkpoint.',
  },
  'AU-08': {
    zh: '本机时间与服务器相差超过 5 分钟，请校准时间。',
    en: 'The clock of this phone is more than five minutes off. Set it right.',
  },
  'LI-01': { zh: '操作过于频繁，请稍候再试。', en: 'Too many tries. Wait a little and try again.' },
  'DB-01': {
    zh: '服务器暂时无法写入，请稍后重试；离线记录不会丢失。',
    en: 'The server cannot write just now. Try again; nothing kept on the phone is lost.',
  },
  'DB-02': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
  'DB-03': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
  'DB-04': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
  'DB-10': { zh: '已被他人抢先登记，请刷新后再试。', en: 'Somebody was first. Load again and retry.' },
  'KE-01': {
    zh: '签名密钥无法打开：密钥与数据库不配套，请恢复建库时的 secrets.json 或 CHANGXING_SECRET。',
    en: 'The signing keys do not open: put back the secrets.json or CHANGXING_SECRET this database was made with.',
  },
  'VA-02': {
    zh: '数据无法解密：密钥不配套或数据被改动。',
    en: 'Sealed data does not open: another secret, or altered.',
  },
  'SV-01': {
    zh: '服务器出错，请把事件编号告诉管理员。',
    en: 'Our mistake. Tell the administrator the incident number.',
  },
  'FA-01': {
    zh: '研判信息中有不认识的项目，请更新程序后再传。',
    en: 'The facts hold a key we do not know. Update the app and send again.',
  },
  'FA-02': { zh: '研判信息缺少必填项。', en: 'A fact that is needed is missing.' },
  'FA-03': { zh: '研判信息的类型不对。', en: 'A fact has the wrong type.' },
  'FA-04': { zh: '研判信息的取值不在允许范围内。', en: 'A fact has a value that is not allowed.' },
  'FA-05': { zh: '时间格式不对，应写明时区。', en: 'A time is not written as it must be, with its offset.' },
  'FA-06': { zh: '车上至少有驾驶员一人，请补录。', en: 'Nobody is on board: a vehicle has at least a driver.' },
  'FA-07': { zh: '时间晚于查验时刻，请核对。', en: 'A time lies after the moment of inspection. Check it.' },
  'FA-08': { zh: '采样时间晚于报告时间，请核对。', en: 'Sampled after it was reported. Check the times.' },
  'FA-09': { zh: '体温读数超出可能范围，请重新测量。', en: 'The temperature cannot be. Measure again.' },
  'HD-01': {
    zh: '卫健数据暂时无法获取，请人工核验，不影响放行。',
    en: 'Health data does not answer. Check by hand; nobody waits for it.',
  },
  'RC-14': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
  'TE-08': { zh: '服务器出错，请报告此代码。', en: 'Our mistake. Please report this code.' },
  'VA-01': { zh: '主密钥长度不对，应为 32 字节。', en: 'The secret must have 32 bytes.' },
}
