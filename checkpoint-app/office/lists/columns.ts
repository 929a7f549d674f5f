import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { importEntries } from '../../../schema/api/lists.ts'
import type { ListKind } from '../../../shared/lists/kinds.ts'

export type ListItem = BodyOf<typeof importEntries>['items'][number]
export type FieldName = keyof ListItem
export type Column = {
  readonly field: FieldName
  readonly heading: string
  readonly known: RegExp
  readonly width: number
  readonly example: string
  readonly needed: boolean
}

const column = (
  field: FieldName,
  heading: string,
  more: { known: RegExp; width?: number; example?: string; needed?: boolean },
): Column => ({ field, heading, width: 18, example: '', needed: false, ...more })

const name = column('name', '姓名', {
  known: /^(司机|驾驶员|人员)?姓名$|^name$/,
  width: 12,
  example: '张测试',
  needed: true,
})
const document = column('document', '证件类型', { known: /证件(类型|种类|类别)/, example: '居民身份证' })
const number = column('number', '证件号', {
  known: /证件(号|号码|编号)$|身份证(号|号码)?$|^idnumber$/,
  width: 22,
  example: '410899198001010015',
  needed: true,
})
const phone = column('phone', '手机号', { known: /手机|联系电话|^电话|^phone$/, example: '13000000001' })
const plate = column('plate', '车牌号', { known: /车牌|号牌|^plate$/, width: 14 })
const company = column('company', '企业名称', {
  known: /企业名称|单位名称|所属企业|^company$/,
  width: 28,
  example: '示例食品有限公司',
})
const code = column('companyCode', '统一社会信用代码', {
  known: /信用代码|^creditcode$/,
  width: 24,
  example: '91410899MA00000072',
})
const closedLoop = column('closedLoop', '闭环管理', { known: /闭环/, width: 12, example: '是', needed: true })
const from = column('from', '开始时间', {
  known: /(开始|起始|生效)(时间|日期)?$|^from$/,
  example: '2022-05-16',
  needed: true,
})
const to = column('to', '结束时间', {
  known: /(结束|截止|到期|失效)(时间|日期)?$|^to$/,
  example: '2022-05-23',
  needed: true,
})
const promise = column('documentNo', '承诺书编号', {
  known: /承诺书?(编号|文号)/,
  example: '承诺〔2022〕1号',
  needed: true,
})
const eligibility = column('eligibility', '入选依据', { known: /入选(依据|条件)/, width: 26, example: '专精特新' })
const needed = (one: Column): Column => ({ ...one, needed: true })
const optional = (one: Column): Column => ({ ...one, example: '' })

/** In the order of the template. */
export const columnsOf: Readonly<Record<ListKind, readonly Column[]>> = {
  W1: [name, document, number, phone, plate, optional(company), optional(code), closedLoop, from, to],
  W2: [needed(company), needed(code), promise, eligibility],
  W3: [
    name,
    document,
    number,
    phone,
    plate,
    { ...needed(code), heading: '重点企业统一社会信用代码', width: 28 },
    closedLoop,
    from,
    to,
  ],
  W4: [needed(company), needed(code), eligibility],
}

const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:_-]/g, '')
    .replace(/\(.*\)$/, '')

export type Places = ReadonlyMap<FieldName, number>

/** Which place of a row holds what; undefined where a needed column is missing. */
export function placesIn(list: ListKind, headings: readonly string[]): Places | undefined {
  const found = new Map<FieldName, number>()
  for (const { field, known } of columnsOf[list]) {
    const place = headings.findIndex((heading) => known.test(plain(heading)))
    if (place >= 0) found.set(field, place)
  }
  return columnsOf[list].every(({ field, needed }) => !needed || found.has(field)) ? found : undefined
}
