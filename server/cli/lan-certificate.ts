import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { day } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'

export type Certificate = { key: string; cert: string; addresses: string[]; until: number }

/** Phones refuse a certificate of more than 825 days; a year and a month is enough and asks nobody too often. */
const life = 397 * day

export const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)

/** The kept certificate while it fits: every present address in it and a month left; else a new one. */
export async function lanCertificate(data: string, addresses: readonly string[], now: Instant): Promise<Certificate> {
  const file = `${data}/lan-certificate.json`
  const kept = readKept(file)
  const covers = kept !== undefined && addresses.every((address) => kept.addresses.includes(address))
  if (covers && kept.until - now > 30 * day) return kept
  const made = await make(addresses, now)
  writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600 })
  return made
}

function readKept(file: string): Certificate | undefined {
  if (!existsSync(file)) return undefined
  try {
    const kept: Certificate = JSON.parse(readFileSync(file, 'utf8'))
    return kept
  } catch {
    // Cut short by a full disk: it is ours to make again.
    return undefined
  }
}

async function make(addresses: readonly string[], now: Instant): Promise<Certificate> {
  const names = [{ type: 2, value: 'localhost' } as const, { type: 7, ip: '127.0.0.1' } as const]
  const { generate } = await import('selfsigned')
  const pem = await generate([{ name: 'commonName', value: 'ChangXing LAN' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    curve: 'P-256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + life),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names, ...addresses.map((ip) => ({ type: 7, ip }) as const)] },
    ],
  })
  return { key: pem.private, cert: pem.cert, addresses: [...addresses], until: now + life }
}
