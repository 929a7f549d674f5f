import type { Instant } from '../instant.ts'
import { normaliseId, parseIdCard, type IdCardKind } from './id-card.ts'
import { accepted, refused, type Reading } from './reading.ts'

/** The documents by which a person may be registered; nobody is left out for lack of an identity card. */
export type PersonDocumentKind =
  | 'id-card' // 居民身份证, and the 18-character residence permits of Hong Kong, Macau and Taiwan residents
  | 'hk-macau-permit' // 港澳居民来往内地通行证: H or M and 8 digits, older ones 10
  | 'taiwan-permit' // 台湾居民来往大陆通行证: 8 digits, older ones 10 and a letter
  | 'passport' // 护照, of any country
  | 'foreigner-permit' // 外国人永久居留身份证: 3 letters and 12 digits, since 2023 18 characters that start with 9
  | 'other'

/** What each is usually like; another form earns a warning, because no table of foreign documents is complete. */
const usual: Readonly<Record<Exclude<PersonDocumentKind, 'id-card'>, RegExp>> = {
  'hk-macau-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-permit': /^(?:\d{8}|\d{10}[A-Z]?)$/,
  passport: /^(?=.*\d)[A-Z0-9]{6,12}$/,
  'foreigner-permit': /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
  other: /^[\p{L}\p{M}\p{N}]{4,}$/u,
}

/** Characters; the longest number known to us has 18. */
const longestDocument = 30

/** Reads the number of a document of the kind chosen. All kinds but the identity card get light checks only. */
export function parsePersonDocument(
  kind: PersonDocumentKind,
  text: string,
  now: Instant,
): Reading<IdCardKind | Exclude<PersonDocumentKind, 'id-card'>> {
  if (kind === 'id-card') return parseIdCard(text, now)
  const value = normaliseId(text)
  if (value === '') return refused('id.empty')
  if (value.length > longestDocument) return refused('id.too-long')
  if (!/^[\p{L}\p{M}\p{N}]+$/u.test(value)) return refused('id.unreadable')
  return accepted(kind, value, usual[kind].test(value) ? [] : ['id.unusual-form'])
}
