import { encodeQr } from '../../../shared/credential/qr.ts'
import { sealFreightCode } from '../../../shared/credential/seal.ts'
import type { Signer } from '../../../shared/credential/seal.ts'
import type { FreightClaims } from '../../../shared/credential/claims.ts'
import { hour, instant, plus } from '../../../shared/instant.ts'
import type { Truck } from './fast-driver.ts'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 豫HA0000 to 豫HZ9999: each truck has its own plate, so that the books can be counted by it. */
export const plateOf = (n: number): string =>
  `豫H${letters[Math.floor(n / 10_000) % letters.length]}${String(n % 10_000).padStart(4, '0')}`

/** Freight codes for paper, sealed by the issuer's key and good for a day of which an hour is gone; none of their trips is known to the server. */
export async function manyCodes(
  signer: Signer,
  count: number,
  { of = () => ({}), ahead = 0 }: { of?: (n: number) => Partial<FreightClaims>; ahead?: number } = {},
): Promise<Truck[]> {
  const issuedAt = plus(instant(Math.floor((Date.now() + ahead) / 1000) * 1000), -hour)
  const one = async (n: number): Promise<Truck> => {
    const plate = plateOf(n)
    const claims: FreightClaims = {
      kind: 'freight',
      issuer: '410800',
      id: `kill${String(n).padStart(10, '0')}`,
      issuedAt,
      expiresAt: plus(issuedAt, 23 * hour),
      plate,
      trip: String(480_000_000_000 + n),
      scope: 'cross-province',
      state: 'green',
      registered: true,
      crew: [{ surname: '李', idTail: String(n % 10_000).padStart(4, '0'), role: 'driver' }],
      ...of(n),
    }
    return { plate, qr: encodeQr(await sealFreightCode(claims, signer)) }
  }
  const codes: Truck[] = []
  for (let n = 0; n < count; n++) codes.push(await one(n))
  return codes
}
