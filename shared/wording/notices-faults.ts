import type { FaultWords } from './faults.ts'

/** Channels, receipts and app push. */
export const noticeFaultWords: Readonly<Record<string, FaultWords>> = {
  'NT-01': { zh: '没有这个地址，或尚未启用。', en: 'There is no such address, or it is not in use.' },
  'NT-02': { zh: '共享密钥不符。', en: 'The shared secret does not fit.' },
  'NT-03': {
    zh: '这个浏览器的推送服务不在允许名单内，请联系管理员。',
    en: 'The push service of this browser is not on the list of those allowed. Ask the administrator.',
  },
  'NT-04': { zh: '本系统未启用应用推送。', en: 'App push is not switched on here.' },
  'NT-05': {
    zh: '推送订阅无法识别，请刷新页面后重试。',
    en: 'The subscription cannot be understood. Refresh and try again.',
  },
  'NT-06': { zh: '没有这个订阅。', en: 'There is no such subscription.' },
}
