import { hex, hmacSha256, sha256Hex } from './hmac.ts'

export type AliyunCall = {
  host: string
  action: string
  version: string
  /** Business parameters; they travel in the query, the body stays empty. */
  parameters: Readonly<Record<string, string>>
  keyId: string
  keySecret: string
  /** UTC with whole seconds: 2023-10-26T10:22:32Z. */
  date: string
  nonce: string
}

/** RFC 3986: what encodeURIComponent leaves alone beyond it is encoded as well. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1)

/**
 * Signature V3 of the Aliyun gateway, ACS3-HMAC-SHA256, as its documentation recommends it over the older RPC one: headers and
 * query in canonical form, hashed, signed. Answers the query and all headers of the request.
 */
export async function aliyunSigned(call: AliyunCall): Promise<{ query: string; headers: Record<string, string> }> {
  const query = Object.entries(call.parameters)
    .toSorted(byName)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&')
  const emptyBody = await sha256Hex('')
  const headers: Record<string, string> = {
    host: call.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': emptyBody,
    'x-acs-date': call.date,
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  }
  const names = Object.keys(headers).join(';')
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
  const canonical = ['POST', '/', query, lines.join(''), names, emptyBody].join('\n')
  const toSign = `ACS3-HMAC-SHA256\n${await sha256Hex(canonical)}`
  const signature = hex(await hmacSha256(call.keySecret, toSign))
  const authorization = `ACS3-HMAC-SHA256 Credential=${call.keyId},SignedHeaders=${names},Signature=${signature}`
  return { query, headers: { ...headers, authorization } }
}
