import { smsParts, smsWords } from '../../../shared/notices/sms-text.ts'
import { aliyunOutcome } from './aliyun-codes.ts'
import { aliyunSigned } from './aliyun-signature.ts'
import type { Receipt, SmsGateway } from './channel.ts'
import { isAnswer, isObject, jsonObject, post, shortCode } from './post.ts'
import type { Posted } from './post.ts'

export type AliyunSms = {
  keyId: string
  keySecret: string
  /** Without its brackets 【】. */
  signature: string
  /** Code of the template with ${t1}${t2}${t3}. */
  template: string
  /** The same with the address of the answer page before ${code}; undefined = no link goes out by SMS. */
  linkTemplate?: string | undefined
  /** Without a trailing slash; https://dysmsapi.aliyuncs.com unless said otherwise. */
  url?: string | undefined
  /** For one try, milliseconds. */
  timeout?: number
  /** Milliseconds since 1970. */
  clock: () => number
  nonce: () => string
}

const pageSize = 50
/** Nobody gets more SMS a day. */
const pagesAtMost = 4

/**
 * SendSms and QuerySendDetails of Dysmsapi 2017-05-25. SendSms is not idempotent: our id travels as OutId, and after an unclear
 * end `look` finds it among what that number was sent that day.
 */
export function aliyunSms(settings: AliyunSms): SmsGateway {
  const { signature, template, linkTemplate } = settings
  return {
    async send({ id, phone, text, linkCode }) {
      const [t1, t2, t3] = smsParts(smsWords(text, signature))
      const withLink = linkCode !== null && linkTemplate !== undefined
      const posted = await call(settings, 'SendSms', {
        PhoneNumbers: phone,
        SignName: signature,
        TemplateCode: withLink ? linkTemplate : template,
        TemplateParam: JSON.stringify({ t1, t2, t3, ...(withLink ? { code: linkCode } : {}) }),
        OutId: id,
      })
      if (!isAnswer(posted)) return posted
      const answer = jsonObject(posted.text)
      if (answer?.['Code'] === 'OK') return { kind: 'sent', id: shortBiz(answer['BizId']) }
      if (posted.status >= 500 || answer === undefined || answer['Code'] === undefined)
        return { kind: 'unclear', code: `http-${posted.status}`, why: 'no word whether it was sent' }
      return aliyunOutcome(shortCode(answer['Code']))
    },
    async look({ id, phone, days }) {
      for (const day of days) {
        const found = await lookOn(settings, { id, phone, day })
        if (found.kind !== 'none') return found
      }
      return { kind: 'none' }
    },
  }
}

const shortBiz = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 64) : '')

type Looked = { id: string; phone: string; day: string }

async function lookOn(settings: AliyunSms, { id, phone, day }: Looked): Promise<Receipt> {
  for (let page = 1; page <= pagesAtMost; page += 1) {
    const posted = await call(settings, 'QuerySendDetails', {
      PhoneNumber: phone,
      SendDate: day,
      PageSize: String(pageSize),
      CurrentPage: String(page),
    })
    if (!isAnswer(posted)) return { kind: 'no-answer', code: posted.code, why: posted.why }
    const answer = jsonObject(posted.text)
    if (answer?.['Code'] !== 'OK') {
      const code = answer === undefined ? `http-${posted.status}` : shortCode(answer['Code'])
      return { kind: 'no-answer', code, why: 'not answered' }
    }
    const details = detailsOf(answer)
    const ours = details.find(({ OutId }) => OutId === id)
    if (ours !== undefined) return { kind: standing(ours['SendStatus']), code: shortCode(ours['ErrCode']) }
    if (details.length < pageSize) break
  }
  return { kind: 'none' }
}

/** 1 waits for its receipt, 2 failed, 3 arrived. */
function standing(status: unknown): 'delivered' | 'undelivered' | 'waiting' {
  if (Number(status) === 3) return 'delivered'
  return Number(status) === 2 ? 'undelivered' : 'waiting'
}

function detailsOf(answer: Record<string, unknown>): Record<string, unknown>[] {
  const list = answer['SmsSendDetailDTOs']
  const inner = isObject(list) ? list['SmsSendDetailDTO'] : list
  return Array.isArray(inner) ? inner.filter(isObject) : []
}

async function call(
  { url = 'https://dysmsapi.aliyuncs.com', keyId, keySecret, clock, nonce, timeout = 5000 }: AliyunSms,
  action: string,
  parameters: Record<string, string>,
): Promise<Posted> {
  const date = `${new Date(clock()).toISOString().slice(0, 19)}Z`
  const signed = { host: new URL(url).host, action, version: '2017-05-25', parameters, keyId, keySecret, date }
  const { query, headers } = await aliyunSigned({ ...signed, nonce: nonce() })
  const { host: _made, ...sent } = headers
  return post(`${url}/?${query}`, { headers: sent, timeout })
}
