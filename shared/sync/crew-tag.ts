import { base64url } from 'jose'
import { idTail as normaliseTail } from '../identity/id-card.ts'

/**
 * How a phone without a network finds a person on a list, or the crew of a prior release, without anybody's name being in the
 * bundle: first 9 bytes of HMAC-SHA256(tagKey, surname + '|' + last four of the document), base64url. It hides names from a
 * passing eye, not from somebody who holds the key and tries every surname.
 */
export async function crewTag(key: CryptoKey, surname: string, idTail: string): Promise<string> {
  const text = new TextEncoder().encode(`${surname}|${normaliseTail(idTail)}`)
  const mac = await crypto.subtle.sign('HMAC', key, text)
  return base64url.encode(new Uint8Array(mac).subarray(0, 9))
}

/** `tagKey` as it stands in the bundle, base64url. */
export const importTagKey = (tagKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(base64url.decode(tagKey)), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])

/** Matches nobody when either part is missing. */
export const taggable = (person: { surname: string; idTail: string }): boolean =>
  person.surname !== '' && person.idTail !== ''
