import { Usage } from './usage.ts'

// Apart from config.ts, which reads a command line: a Worker has none.

/** Form only; that each key is one is found out when it is imported. Never repeats what was given: it is secret. */
export function signingKeys(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)) return text
  } catch {
    // said below
  }
  throw new Usage(
    'CHANGXING_SIGNING_KEYS must be a JWK set, {"keys":[…]}, as `changxing keys make` writes it / 必须是 JWK 集合 {"keys":[…]}',
  )
}

export function kms(
  url: string | undefined,
  token: string | undefined,
): { url: string; token: string | undefined } | undefined {
  if (url === undefined && token === undefined) return undefined
  if (url === undefined) throw new Usage('CHANGXING_KMS_TOKEN needs CHANGXING_KMS_URL / 须同时填写 CHANGXING_KMS_URL')
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return { url: url.replace(/\/$/, ''), token }
  throw new Usage('CHANGXING_KMS_URL must be an http(s) address / 必须是 http(s) 地址')
}

export function rotateDays(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const days = Number(text)
  if (/^\d{1,3}$/.test(text) && days >= 7 && days <= 365) return days
  throw new Usage(`CHANGXING_ROTATE_DAYS must be 7 to 365, not "${text}" / 必须是 7–365 的整数`)
}
