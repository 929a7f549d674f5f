/**
 * The codes that are held against each other. Ours and the plain and SMART forms carry the very same pass; of the EU and SMART
 * passes as issued only the length is taken (median of 581 public test passes: 555 characters at ECC Q; the specification's own
 * SMART example: 1,549 digits at ECC L), because how a code reads depends on its size and not on what it says.
 */
import { deflateRawSync } from 'node:zlib'
import { base64url } from 'jose'
import { create } from 'qrcode'
import type { QRCodeErrorCorrectionLevel, QRCodeSegment } from 'qrcode'
import type { FreightClaims, PassClaims } from '../../../shared/credential/claims.ts'
import { generateKey, importSigningKey } from '../../../shared/credential/keys.ts'
import { encodeQr } from '../../../shared/credential/qr.ts'
import { es256Signer, sealFreightCode, sealPass } from '../../../shared/credential/seal.ts'
import { day, hour, parseInstant, plus } from '../../../shared/instant.ts'
import { chance } from './picture.ts'
import type { Modules } from './picture.ts'

export type Form = { name: string; ours: boolean; text: string; version: number; modules: Modules }

const now = parseInstant('2022-05-16T10:00:00+08:00')!
const freight: FreightClaims = {
  kind: 'freight',
  issuer: '410800',
  id: 'x4Kq9TzL0mWb2e',
  issuedAt: now,
  expiresAt: plus(now, day),
  plate: '沪DX0001',
  trailer: '沪DX001挂',
  trip: '482109371165',
  scope: 'cross-province',
  state: 'green',
  testLapsesAt: plus(now, 20 * hour),
  registered: true,
  crew: [
    { surname: '张', idTail: '0015', role: 'driver' },
    { surname: '李', idTail: '0021', role: 'escort' },
  ],
}
const pass: PassClaims = {
  kind: 'pass',
  issuer: '410800',
  id: 'p4Kq9TzL0mWb2e',
  issuedAt: now,
  validFrom: now,
  expiresAt: plus(now, 10 * day),
  plate: '沪DX0001',
  number: '410800000123',
  origin: '310115',
  destination: '410882',
  cargo: '02',
  issuedBy: '410800JT',
  status: { index: 93_512, uri: 'https://cx.jiaozuo.gov.cn/status/7' },
}

const coded = (
  name: string,
  ours: boolean,
  text: string,
  level: QRCodeErrorCorrectionLevel,
  segments?: QRCodeSegment[],
) => {
  const { version, modules } = create(segments ?? text, { errorCorrectionLevel: level })
  return { name: `${name}, ECC ${level}`, ours, text, version, modules }
}

/** SMART Health Card: the payload deflated, each character of the JWS as two digits (c − 45). */
function smart(token: string): string {
  const [head = '', body = '', seal = ''] = token.split('.')
  const jws = `${head}.${base64url.encode(deflateRawSync(base64url.decode(body)))}.${seal}`
  return Array.from(jws, (character) => String(character.charCodeAt(0) - 45).padStart(2, '0')).join('')
}

function anyText(length: number, alphabet: string): string {
  const random = chance(length)
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
}

const numeric = (digits: string): [string, QRCodeSegment[]] => [
  `shc:/${digits}`,
  [
    { data: new TextEncoder().encode('shc:/'), mode: 'byte' },
    { data: digits, mode: 'numeric' },
  ] as QRCodeSegment[],
]

/** @returns ours first */
export async function formsToCompare(): Promise<readonly Form[]> {
  const signer = async (use: 'freight' | 'pass') => {
    const jwk = await generateKey(use, now)
    return es256Signer(jwk.kid, await importSigningKey(jwk))
  }
  const [code, paper] = [
    await sealFreightCode(freight, await signer('freight')),
    await sealPass(pass, await signer('pass')),
  ]
  const [sameAsSmart, smartSegments] = numeric(smart(paper))
  const [smartAsIssued, issuedSegments] = numeric(anyText(1544, '0123456789'))
  return [
    coded('ours, freight code of two', true, encodeQr(code), 'M'),
    coded('ours, pass', true, encodeQr(paper), 'M'),
    coded('the same pass, plain JWT', false, paper, 'M'),
    coded('the same pass, SMART form', false, sameAsSmart, 'M', smartSegments),
    coded('EU DCC, median size', false, `HC1:${anyText(551, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')}`, 'M'),
    coded('EU DCC, as issued', false, `HC1:${anyText(551, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')}`, 'Q'),
    coded('SMART example, as issued', false, smartAsIssued, 'L', issuedSegments),
  ]
}
