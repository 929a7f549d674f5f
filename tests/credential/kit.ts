import * as fc from 'fast-check'
import { base64url } from 'jose'
import { crewMark } from '../../shared/credential/crew-mark.ts'
import type { FreightClaims, PassClaims } from '../../shared/credential/claims.ts'
import { generateKey, importKeys, importSigningKey, toJwks } from '../../shared/credential/keys.ts'
import type { KeyUse } from '../../shared/credential/keys.ts'
import { es256Signer, signCompact } from '../../shared/credential/seal.ts'
import { hour, instant, parseInstant, plus } from '../../shared/instant.ts'

export const now = parseInstant('2022-05-16T10:00:00+08:00')!

export async function madeKey(use: KeyUse, at = now) {
  const jwk = await generateKey(use, at)
  return { jwk, signer: es256Signer(jwk.kid, await importSigningKey(jwk)) }
}

export async function office() {
  const [freight, pass] = [await madeKey('freight'), await madeKey('pass')]
  return { freight, pass, keys: await importKeys(toJwks([freight.jwk, pass.jwk])) }
}

export const crewInFull = [
  { name: '张测试', idNumber: '410899198001010015', role: 'driver' },
  { name: '李示例', idNumber: '410899199106300021', role: 'escort' },
  { name: '欧阳虚构', idNumber: '32999919800101005X', role: 'escort' },
] as const

export const freight = (change: Partial<FreightClaims> = {}): FreightClaims => ({
  kind: 'freight',
  issuer: '410800',
  id: 'x4Kq9TzL0mWb2e',
  issuedAt: now,
  expiresAt: plus(now, 24 * hour),
  plate: '沪DX0001',
  trailer: '沪DX001挂',
  trip: 'T2205160001',
  scope: 'cross-province',
  state: 'green',
  testLapsesAt: plus(now, 20 * hour),
  registered: true,
  crew: crewInFull.map(crewMark),
  ...change,
})

export const pass = (change: Partial<PassClaims> = {}): PassClaims => ({
  kind: 'pass',
  issuer: '410800',
  id: 'p4Kq9TzL0mWb2e',
  issuedAt: now,
  validFrom: now,
  expiresAt: plus(now, 240 * hour),
  plate: '沪DX0001',
  number: '410800000123',
  origin: '310115',
  destination: '410882',
  cargo: '02',
  issuedBy: '410800JT',
  status: { index: 93_512, uri: 'https://cx.jiaozuo.gov.cn/status/7' },
  ...change,
})

/** Signs any header and payload: what a thief with a key, or a careless issuer, could write. */
export const signedAnyhow = (header: object | string, payload: unknown, signer: Parameters<typeof signCompact>[2]) => {
  const head = typeof header === 'string' ? header : JSON.stringify(header)
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return signCompact(head, new TextEncoder().encode(body), signer)
}

export const partsOf = (token: string) => {
  const [head = '', body = '', seal = ''] = token.split('.')
  return { head, body, seal }
}

export const joined = (head: object, body: string, seal: string) =>
  `${base64url.encode(JSON.stringify(head))}.${body}.${seal}`

const characters = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength })

const digits = '0123456789'
const serials = `${digits}ABCDEFGHJKLMNPQRSTUVWXYZ`
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const plates = fc
  .tuple(characters('京津沪冀豫鲁苏浙皖晋陕鄂湘赣粤川', 1), characters('ABCDEFGH', 1), characters(serials, 5))
  .map((parts) => parts.join(''))
const trailers = fc
  .tuple(characters('京津沪冀豫鲁苏浙皖晋陕鄂湘赣粤川', 1), characters('ABCDEFGH', 1), characters(serials, 4))
  .map((parts) => `${parts.join('')}挂`)
const moments = fc.integer({ min: 1_650_000_000, max: 1_790_000_000 }).map((second) => instant(second * 1000))
const marks = (role: 'driver' | 'escort') =>
  fc.record({
    surname: fc.constantFrom(
      ...Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'),
      '欧阳',
      '阿卜杜拉',
      '扎西',
      'SMITH',
    ),
    idTail: fc.tuple(characters(digits, 3), characters(`${digits}X`, 1)).map((parts) => parts.join('')),
    role: fc.constant(role),
  })

/** `crew` persons, trailer and test time always there: the long ones. */
export const anyFreight = (crew?: number): fc.Arbitrary<FreightClaims> =>
  fc
    .record({
      id: characters(base64, 14),
      issuedAt: moments,
      plate: plates,
      trailer: trailers,
      tripSerial: characters(digits, 10),
      scope: fc.constantFrom('in-province', 'cross-province', 'unknown'),
      state: fc.constantFrom('green', 'yellow', 'red', 'grey'),
      life: fc.integer({ min: 1, max: 24 * 3600 }),
      test: fc.integer({ min: 1, max: 48 * 60 }),
      registered: fc.boolean(),
      driver: marks('driver'),
      others: fc.array(
        marks('escort'),
        crew === undefined ? { maxLength: 4 } : { minLength: crew - 1, maxLength: crew - 1 },
      ),
    })
    .map(({ tripSerial, life, test, driver, others, ...rest }) => ({
      ...({ kind: 'freight', issuer: '410800', trip: `T${tripSerial}` } as const),
      ...rest,
      expiresAt: plus(rest.issuedAt, life * 1000),
      testLapsesAt: plus(rest.issuedAt, test * 60_000),
      crew: [driver, ...others],
    }))

export const anyPass = (): fc.Arbitrary<PassClaims> =>
  fc
    .record({
      id: characters(base64, 14),
      issuedAt: moments,
      plate: plates,
      number: characters(digits, 12),
      origin: characters(digits, 6),
      destination: characters(digits, 6),
      cargo: fc.constantFrom('01', '02', '03', '04', '05', '06', '07', '08', '09', '99'),
      days: fc.integer({ min: 1, max: 60 }),
      index: fc.integer({ min: 0, max: 131_071 }),
      list: fc.integer({ min: 1, max: 999 }),
    })
    .map(({ days, index, list, ...rest }) => ({
      ...({ kind: 'pass', issuer: '410800', issuedBy: '410800JT' } as const),
      ...rest,
      validFrom: rest.issuedAt,
      expiresAt: plus(rest.issuedAt, days * 24 * hour),
      status: { index, uri: `https://cx.jiaozuo.gov.cn/status/${list}` },
    }))
