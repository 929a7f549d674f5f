import { accepted, refused, type Reading } from './reading.ts'
import { typedWords } from './typed-text.ts'

export type NameKind =
  | 'han' // surname first, no spaces
  | 'dotted' // parts joined by ·, as in Uighur, Kazakh or Tibetan names
  | 'latin' // words, given name first unless a comma follows the surname
  | 'other'

const compoundSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 长孙 夏侯 轩辕 端木 独孤 南宫 西门 东郭 百里 呼延 宇文 公冶 澹台 ' +
    '濮阳 淳于 单于 太叔 申屠 仲孙 钟离 闾丘 司空 司寇 鲜于 赫连 拓跋 万俟 闻人 公羊 宗政 第五 东野 南门 羊舌 微生 梁丘 左丘 ' +
    '谷梁 段干 壤驷 漆雕 乐正 巫马 公良 完颜 纳兰 叶赫 那拉 北堂 即墨 亓官 颛孙 子车 夹谷 宰父 欧陽'
  ).split(' '),
)

/** Characters, after normalising. */
const longestName = 60

/**
 * The stored form: NFKC, one kind of dot (·), no spaces between Chinese characters, single spaces elsewhere. Idempotent.
 * (No look-behind: browsers of phones still in use cannot read it.)
 */
export function normaliseName(text: string): string {
  const plainDots = typedWords(text).replace(/(\p{Script=Han}) ?\. ?(?=\p{Script=Han})/gu, '$1·')
  const dotted = plainDots.replace(/ ?[\u00B7\u2022\u2027\u2219\u22C5\u30FB] ?/gu, '·')
  return dotted.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1').normalize('NFKC')
}

function kindOf(name: string): NameKind {
  if (/^[\p{L}\p{M}]+(?:·[\p{L}\p{M}]+)+$/u.test(name)) return 'dotted'
  if (/^\p{Script=Han}+$/u.test(name)) return 'han'
  return /^[\p{Script=Latin}\p{M}'’ .,-]+$/u.test(name) ? 'latin' : 'other'
}

/** Reads a person's name as it stands in the document. Characters of the private area (rare characters) are accepted. */
export function parseName(text: string): Reading<NameKind> {
  const value = normaliseName(text)
  if (value === '') return refused('name.empty')
  if (value.length > longestName) return refused('name.too-long')
  if (!/^[\p{L}\p{M}\p{Co}·' .,()’-]+$/u.test(value) || !/[\p{L}\p{Co}]/u.test(value)) return refused('name.unreadable')
  return accepted(kindOf(value), value)
}

/** The surname; of a dotted name its first part, of a Latin one what stands before the comma or else the last word. */
export function surnameOf(text: string): string {
  const name = normaliseName(text)
  const kind = kindOf(name)
  if (kind === 'dotted') return name.slice(0, name.indexOf('·'))
  if (kind === 'latin')
    return name.includes(',') ? name.slice(0, name.indexOf(',')).trim() : (name.split(' ').at(-1) ?? '')
  const characters = Array.from(name)
  const two = characters.slice(0, 2).join('')
  return characters.length > 2 && compoundSurnames.has(two) ? two : (characters[0] ?? '')
}

function maskHan(characters: readonly string[]): string {
  const [first, second, last] = characters
  const plain = characters.length === 3 && !compoundSurnames.has(`${first}${second}`)
  if (plain) return `${first}*${last}`
  return characters.length === 2 ? `${first}*` : `${first}**`
}

/** For screens and exports: 张*, 张*三, 欧**; of other names the first letter of each part (阿**·买**, J** S**). */
export function maskName(text: string): string {
  const name = normaliseName(text)
  const kind = kindOf(name)
  const characters = Array.from(name)
  if (characters.length < 2) return '*'
  if (kind === 'han') return maskHan(characters)
  if (kind === 'dotted') return masked(name.split('·')).join('·')
  return kind === 'latin' ? masked(name.split(' ')).join(' ') : `${characters[0]}**`
}

const masked = (parts: readonly string[]) => parts.map((part) => `${Array.from(part)[0] ?? ''}**`)
