import type { CodePaper, PassPaper } from '../../../server/ports/paper.ts'
import { encodeQr, encodeQrUrl } from '../../../shared/credential/qr.ts'
import { parseInstant } from '../../../shared/instant.ts'

const at = (time: string) => parseInstant(`${time}+08:00`)!

/** A pass signed by a key made for these tests; its seal is never checked here, its text is what is drawn. */
const header = Buffer.from('{"alg":"ES256","kid":"AbCdEf12","typ":"cxp+jwt"}').toString('base64url')
const claims = {
  iss: '410800',
  jti: 'x4Kq9TzL0mWb2e',
  iat: 1652666700,
  nbf: 1652666700,
  exp: 1653530700,
  k: 'p',
  p: '豫HX0001',
  no: '410800000123',
  o: '330402',
  d: '410823',
  g: '02',
  u: '410800',
  status: { status_list: { idx: 77123, uri: 'https://tx.jz.gov.cn/status/17' } },
}
const seal = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 89 + 31) % 251)).toString('base64url')
export const passToken = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${seal}`

export const typicalPass: PassPaper = {
  number: '410800000123',
  plate: '豫HX0001',
  driver: '张*三',
  escorts: ['李*'],
  cargo: '生活必需品',
  from: '浙江嘉兴市南湖区',
  to: '河南焦作市武陟县',
  via: ['焦作西站'],
  consignor: '',
  consignee: '武陟县示例粮油有限公司',
  validFrom: at('2022-05-16T10:05:00'),
  validTo: at('2022-05-26T10:05:00'),
  issuedAt: at('2022-05-16T10:05:00'),
  issuer: '焦作市物流保通保畅工作领导小组办公室',
  supervisor: '河南省物流保通保畅工作领导小组办公室',
  phone: '12328',
  code: encodeQr(passToken),
  link: encodeQrUrl(passToken, 'https://tx.jz.gov.cn'),
}

/** Every field as long as it gets. */
export const longestPass: PassPaper = {
  ...typicalPass,
  plate: '新AD12345',
  driver: '穆**·阿**',
  escorts: ['买**·吐**', '欧**', '阿**·艾**'],
  cargo: '重点工业品及零部件',
  from: '新疆克孜勒苏柯尔克孜自治州阿克陶县',
  to: '内蒙古呼伦贝尔市莫力达瓦达斡尔族自治旗',
  via: [
    '喀什地区疏勒县',
    'G3012库尔勒东收费站',
    '兰州新区',
    '连霍高速三门峡西站',
    '长济高速焦作西站',
    '武陟产业集聚区东站',
  ],
  consignor: '克孜勒苏柯尔克孜自治州示例粮油储备有限责任公司第一库',
  consignee: '焦作市示例内配集团股份有限公司武陟第二分公司',
}

export const code: CodePaper = {
  number: '4821 0937 1165',
  plate: '沪DX0001',
  state: { word: '需现场核验', tone: 'void' },
  from: '浙江嘉兴市南湖区',
  to: '河南焦作市武陟县',
  crew: ['李*', '王*'],
  issuedAt: at('2022-05-16T10:05:00'),
  expiresAt: at('2022-05-17T10:05:00'),
  phone: '12328',
  code: encodeQr(passToken),
}
