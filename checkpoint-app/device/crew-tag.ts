/**
 * Tags of the lists in the bundle: the first 9 bytes of HMAC-SHA256(key, surname + '|' + last four of the ID), base64url.
 * Whoever holds the phone cannot read names from the lists; he can only ask about a person in front of him.
 */
export type Tagger = (person: { surname: string; idTail: string }) => Promise<string>

const toBase64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))

export async function tagger(tagKey: string): Promise<Tagger> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', fromBase64url(tagKey), algorithm, false, ['sign'])
  return async ({ surname, idTail }) => {
    const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${surname}|${idTail}`))
    return toBase64url(new Uint8Array(mac).subarray(0, 9))
  }
}
