import { base64url } from 'jose'
import { idTail as normaliseTail } from '../identity/id-card.ts'
import { normalisePlate } from '../identity/plate.ts'

/** Of the MAC: two different people of a list of 10,000 share it once in 400,000 checks; whose hit it is, a person decides. */
const tagBytes = 4

/**
 * How a phone without a network finds a person on a list, or the crew of a prior release, without anybody's name being in the
 * bundle: the first 4 bytes of HMAC-SHA256(key of the day, surname + '|' + last four of the document), base64url. Of a lost
 * phone the tags are worthless the next day; what it cannot hide is a person of whom one asks while holding the key.
 */
export const crewTag = (key: CryptoKey, surname: string, idTail: string): Promise<string> =>
  tagOf(key, `${surname}|${normaliseTail(idTail)}`)

/** A plate, however it is written, in the same way. No surname holds this sign. */
export const plateTag = (key: CryptoKey, plate: string): Promise<string> => tagOf(key, `#${normalisePlate(plate)}`)

async function tagOf(key: CryptoKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
  return base64url.encode(new Uint8Array(mac).subarray(0, tagBytes))
}

/** `tagKey`: base64url. Not extractable: it is of use on this phone only, and only while it is there. */
export const importTagKey = (tagKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(base64url.decode(tagKey)), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])

/** Matches nobody when either part is missing. */
export const taggable = (person: { surname: string; idTail: string }): boolean =>
  person.surname !== '' && person.idTail !== ''
