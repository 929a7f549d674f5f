import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

export const from64 = (text: string) => Buffer.from(text, 'base64url')

/** A browser by RFC 8291 §3 and RFC 8188, of Node's own parts: nothing of ours is used to read what we wrote. */
export function browserOf(privateKey = randomBytes(32), auth = randomBytes(16)) {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey)
  const own = ecdh.getPublicKey()
  const reads = (body: Buffer): string => {
    const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body[20]!]
    const [theirs, record] = [body.subarray(21, 21 + length), body.subarray(21 + length)]
    if (record.length > size) throw new Error('more than one record')
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs])
    const material = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(theirs), auth, info, 32))
    const derive = (what: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', material, salt, Buffer.from(`Content-Encoding: ${what}\0`), bytes))
    const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    open.setAuthTag(record.subarray(-16))
    const plain = Buffer.concat([open.update(record.subarray(0, -16)), open.final()])
    const end = plain.lastIndexOf(2)
    if (plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('no delimiter of the last record')
    return plain.subarray(0, end).toString()
  }
  return { p256dh: own.toString('base64url'), auth: auth.toString('base64url'), reads }
}
