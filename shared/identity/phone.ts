import { accepted, refused, type Reading } from './reading.ts'
import { typedCode } from './typed-text.ts'

const punctuation = /[\p{Pd}\u2212().]/gu

const mobile = /^1[3-9]\d{9}$/

/** The stored form: 11 digits; spaces, dashes, brackets and the prefixes +86, 86, 0086 go. Other text only loses spaces. */
export function normalisePhone(text: string): string {
  const typed = typedCode(text, punctuation)
  const bare = typed.replace(/^(?:\+86|0086|86)(?=1[3-9]\d{9}$)/, '')
  return mobile.test(bare) ? bare : typed
}

/** Reads a mobile number of the Chinese mainland: `^1[3-9]\d{9}$`. */
export function parsePhone(text: string): Reading<'mobile'> {
  const value = normalisePhone(text)
  if (value === '') return refused('phone.empty')
  return mobile.test(value) ? accepted('mobile', value) : refused('phone.wrong-form')
}

/** `138****1234`; anything that is not a mobile number shows nothing. */
export function maskPhone(text: string): string {
  const phone = normalisePhone(text)
  return mobile.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****'
}

/** The last four digits of a mobile number, for recognising; empty for anything else. */
export function phoneTail(text: string): string {
  const phone = normalisePhone(text)
  return mobile.test(phone) ? phone.slice(-4) : ''
}
