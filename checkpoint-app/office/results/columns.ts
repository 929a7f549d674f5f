/** Which column of a results file means what. Headings differ from laboratory to laboratory, so keywords are enough. */
export type Column = 'document' | 'number' | 'sampledAt' | 'reportedAt' | 'result' | 'note'
export type Columns = Readonly<Partial<Record<Column, number>>>

/** Tried in this order, so that 证件类型 is not taken for 证件号 nor 结果时间 for 结果. */
const keywords: readonly (readonly [Column, RegExp])[] = [
  ['document', /证件(类型|种类|类别)|^documenttype$/],
  ['number', /证件(号|号码|编号)|身份证|^证号|^id(no|number|card)?$|^documentnumber$/],
  ['sampledAt', /(采样|采集|取样)(时间|日期)|^sampled(at|time)?$/],
  ['reportedAt', /(报告|出具|结果|审核|签发)(时间|日期)|出结果时间|^reported(at|time)?$/],
  ['result', /结果|阴阳性|^result$/],
  ['note', /^备注|^说明|^note$/],
]

const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:_-]/g, '')
    .replace(/\(.*\)$/, '')

const columnOf = (heading: string): Column | undefined => keywords.find(([, words]) => words.test(plain(heading)))?.[0]

export function columnsOf(headings: readonly string[]): Columns {
  const found: Partial<Record<Column, number>> = {}
  headings.forEach((heading, place) => {
    const column = columnOf(heading)
    if (column) found[column] ??= place
  })
  return found
}

/** Without these two there is nothing to take in; a missing time is told row by row. */
export const isHeading = (cells: readonly string[]): boolean => {
  const { number, result } = columnsOf(cells)
  return number !== undefined && result !== undefined
}
