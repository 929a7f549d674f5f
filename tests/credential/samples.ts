/** Realistic credentials, the same in each run: what the measure of the QR is taken on. */
import type { CrewMark, FreightClaims, PassClaims } from '../../shared/credential/claims.ts'
import { day, hour, minute, parseInstant, plus } from '../../shared/instant.ts'

export type Chance = { below: (limit: number) => number; of: (choices: string | readonly string[]) => string }

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return { below, of: (choices) => choices[below(choices.length)]! }
}

export const several = (count: number, one: () => string): string => Array.from({ length: count }, one).join('')

const digits = '0123456789'
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const serial = `${digits}${digits}${digits}ABCDEFGHJKLMNPQRSTUVWXYZ`
const provinces = '豫豫豫豫豫豫冀鲁晋陕鄂皖苏浙沪京津粤湘赣川渝闽桂贵云甘宁青新藏蒙辽吉黑琼'
const surnames =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const regions = ['4108', '4101', '4103', '4107', '4115', '1305', '1405', '3701', '3202', '3101', '4201', '6101', '4403']
const hosts = [
  'cx.jiaozuo.gov.cn',
  'pass.xinxiang.gov.cn',
  'txz.zhengzhou.gov.cn',
  'hwcx.jt.luoyang.gov.cn',
  'changxing.jiaozuo.gov.cn',
  'tongxing.hncx.gov.cn',
  'btbc.anyang.example.cn',
]
/** Two years of issuing. */
const seconds = 63_072_000
const start = parseInstant('2026-01-01T00:00:00+08:00')!

const plateOf = ({ of, below }: Chance) => {
  const head = of(provinces) + of('ABCDEFGHJKLM')
  // New-energy plates have one character more.
  return below(8) === 0 ? `${head}D${several(5, () => of(digits))}` : head + several(5, () => of(serial))
}
const trailerOf = ({ of }: Chance) => `${of(provinces)}${of('ABCDEFGHJKLM')}${several(4, () => of(serial))}挂`
const idOf = ({ of }: Chance) => several(12, () => of(base64url))
const regionOf = ({ of, below }: Chance) => of(regions) + of('01289') + String(1 + below(9))

const memberOf = (from: Chance, role: CrewMark['role']): CrewMark => ({
  surname: from.below(40) === 0 ? from.of(['欧阳', '上官', '诸葛']) : from.of(surnames),
  idTail: several(3, () => from.of(digits)) + from.of(`${digits}X`),
  role,
})

/** Driver and one more; three in four with a trailer and a test. */
export function freightSample(from: Chance, crew = 2): FreightClaims {
  const issuedAt = plus(start, from.below(seconds) * 1000)
  return {
    kind: 'freight',
    issuer: '410800',
    id: idOf(from),
    issuedAt,
    expiresAt: plus(issuedAt, from.below(3) === 0 ? (1 + from.below(86_399)) * 1000 : 24 * hour),
    plate: plateOf(from),
    ...(from.below(4) === 0 ? {} : { trailer: trailerOf(from) }),
    trip: from.of('123456789') + several(11, () => from.of(digits)),
    scope: from.below(3) === 0 ? 'in-province' : 'cross-province',
    state: (['green', 'green', 'green', 'yellow', 'red', 'grey'] as const)[from.below(6)]!,
    ...(from.below(4) === 0 ? {} : { testLapsesAt: plus(issuedAt, from.below(2880) * minute) }),
    registered: true,
    crew: Array.from({ length: crew }, (_, i) => memberOf(from, i === 0 ? 'driver' : 'escort')),
  }
}

/** A P-256 point, or what looks as random as one. */
export const phoneKey = ({ of }: Chance) => `A${of('gw')}${several(41, () => of(base64url))}${of('048AEIMQUYcgkosw')}`

export function passSample(from: Chance): PassClaims {
  const issuedAt = plus(start, from.below(seconds) * 1000)
  return {
    kind: 'pass',
    issuer: '410800',
    id: idOf(from),
    issuedAt,
    validFrom: issuedAt,
    expiresAt: plus(issuedAt, (3 + from.below(28)) * day),
    plate: plateOf(from),
    number: `410800${several(6, () => from.of(digits))}`,
    origin: regionOf(from),
    destination: regionOf(from),
    cargo: `0${1 + from.below(9)}`,
    issuedBy: '410800',
    status: { index: from.below(131_072), uri: `https://${from.of(hosts)}/status/${1 + from.below(60)}` },
  }
}

/** Everything at its longest: another day to begin and end, an office with a unit code, a long host, a late list. */
export function largestPassSample(from: Chance): PassClaims {
  const small = passSample(from)
  const validFrom = plus(small.issuedAt, (1 + from.below(9)) * day + from.below(86_400) * 1000)
  const host = `${several(5, () => from.of('bcdfghkmnst'))}.${several(7, () => from.of('abcdefghinou'))}.gov.cn`
  return {
    ...small,
    validFrom,
    expiresAt: plus(validFrom, (20 + from.below(40)) * day + from.below(86_400) * 1000),
    plate: `${from.of(provinces)}${from.of('ABCDEFGHJKLM')}D${several(5, () => from.of(digits))}`,
    number: `${regionOf(from)}${several(6, () => from.of(digits))}`,
    issuedBy: `${regionOf(from)}${several(6, () => from.of(serial))}`,
    status: { index: 100_000 + from.below(900_000), uri: `https://${host}:8443/status/${1000 + from.below(9000)}` },
  }
}
