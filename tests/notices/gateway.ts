import { createHash, createHmac } from 'node:crypto'
import type { Asked, Reply } from './receiver.ts'

export const account = { keyId: 'key-of-the-city', keySecret: 'secret-of-the-city', signature: '焦作保通保畅' }
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

/** Whether the call is signed as ACS3-HMAC-SHA256 demands, worked out anew from what arrived. */
export function isSigned({ method, path, query, headers, body }: Asked): boolean {
  const [, named = '', signature] =
    /^ACS3-HMAC-SHA256 Credential=key-of-the-city,SignedHeaders=([\w;-]+),Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  const names = named.split(';')
  const needed = [
    'host',
    'x-acs-action',
    'x-acs-content-sha256',
    'x-acs-date',
    'x-acs-signature-nonce',
    'x-acs-version',
  ]
  if (needed.some((name) => !names.includes(name))) return false
  if (headers['x-acs-content-sha256'] !== sha256(body.toString())) return false
  const asked = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort()
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const canonical = [method, path, asked.join('&'), lines, named, headers['x-acs-content-sha256']].join('\n')
  const own = createHmac('sha256', account.keySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  return own === signature
}

export type Kept = {
  phone: string
  outId: string
  template: string
  words: Record<string, string>
  day: string
  status: number
}

/** An SMS gateway that keeps what it is given, once for each call (it is not idempotent), and answers by OutId. */
export function smsGateway(today: () => string) {
  const kept: Kept[] = []
  const nonces = new Set<unknown>()
  const state = { code: 'OK', lookCode: 'OK' }
  function answer(asked: Asked): Reply {
    const { query, headers } = asked
    if (!isSigned(asked)) return { status: 400, json: { Code: 'SignatureDoesNotMatch' } }
    if (nonces.has(headers['x-acs-signature-nonce'])) return { status: 400, json: { Code: 'SignatureNonceUsed' } }
    nonces.add(headers['x-acs-signature-nonce'])
    if (headers['x-acs-version'] !== '2017-05-25') return { status: 400, json: { Code: 'InvalidVersion' } }
    return headers['x-acs-action'] === 'SendSms' ? send(query) : look(query)
  }
  function send(query: URLSearchParams): Reply {
    if (state.code !== 'OK') return { json: { Code: state.code, Message: '失败', RequestId: 'r' } }
    keep(query)
    return { json: { Code: 'OK', Message: 'OK', RequestId: 'r', BizId: `biz-${kept.length}^0` } }
  }
  function keep(query: URLSearchParams) {
    const words = JSON.parse(query.get('TemplateParam') ?? '') as Record<string, string>
    kept.push({
      phone: query.get('PhoneNumbers') ?? '',
      outId: query.get('OutId') ?? '',
      template: query.get('TemplateCode') ?? '',
      words,
      day: today(),
      status: 1,
    })
  }
  function look(query: URLSearchParams): Reply {
    if (state.lookCode !== 'OK') return { status: 503, json: { Code: state.lookCode } }
    const found = kept.filter(({ phone, day }) => phone === query.get('PhoneNumber') && day === query.get('SendDate'))
    const details = found.map(({ phone, outId, status }) => ({
      PhoneNum: phone,
      OutId: outId,
      SendStatus: status,
      ErrCode: status === 2 ? 'MOBILE_NOT_ON_SERVICE' : 'DELIVERED',
    }))
    return { json: { Code: 'OK', TotalCount: details.length, SmsSendDetailDTOs: { SmsSendDetailDTO: details } } }
  }
  return { kept, keep, answer, state }
}
