import type { FaultWords } from './faults.ts'

/** Refusals of the signing keys. None of them holds a truck: what cannot be signed is written down by hand. */
export const keyFaultWords: Readonly<Record<string, FaultWords>> = {
  'KE-02': {
    zh: '这一用途已有新密钥等待启用，不能重复轮换。',
    en: 'A new key of this use waits already. It begins by itself.',
  },
  'KE-03': {
    zh: '这一用途的密钥保存在本系统之外，请在密钥服务或环境变量中增加新密钥。',
    en: 'The keys of this use are kept outside. Add the new one in the key service or the environment.',
  },
  'KE-04': {
    zh: '签名密钥不在本机，暂不能签发电子码；请按车牌核验，人工登记照常放行。',
    en: 'The signing key is not at hand here. Codes cannot be signed now; go on by plate and by hand.',
  },
  'KE-05': {
    zh: '密钥服务无应答，暂不能签发新码；已有的码照常有效，无码的按车牌核验、人工登记。',
    en: 'The key service does not answer. Codes in hand stay good; without one go on by plate and by hand.',
  },
  'KE-06': {
    zh: '密钥服务的回答不对，未采用；请联系管理员。',
    en: 'The key service answers wrongly; nothing of it was used. Tell an administrator.',
  },
  'KE-07': { zh: '没有可用的签名密钥，请联系管理员。', en: 'There is no key to sign with. Tell an administrator.' },
  'KE-08': { zh: '没有这个密钥编号，请用 keys list 查看。', en: 'There is no such key. See: changxing keys list' },
  'KE-09': { zh: '该密钥已经停用。', en: 'This key is revoked already.' },
}
