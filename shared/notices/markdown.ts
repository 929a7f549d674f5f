import { cutToLength } from './cut.ts'

export type ForGroup = {
  title: string
  text: string
  article: string | null
  /** Address at which it is answered. */
  link: string | null
}

const escaped = (text: string) => text.replaceAll(/([\\`*_[\]<>#|~])/g, '\\$1')

/** The template of the group robots (domain wording §4): heading, one point a line, the article as a quotation. */
export function groupMarkdown({ title, text, article, link }: ForGroup): string {
  const points = linesOf(text).filter((line) => line !== title)
  return [
    `#### ${escaped(title)}`,
    ...points.map((line) => `- ${escaped(line)}`),
    ...(link === null ? [] : [`- [收到／已到场](${link})`]),
    ...(article === null ? [] : [`> 依据：${escaped(article)}`]),
  ].join('\n')
}

/** Several notices in one message: what each is about, the oldest first. */
export const mergedMarkdown = (notices: readonly ForGroup[], heading: string): string =>
  [
    `#### ${escaped(heading)}`,
    ...notices.map(({ text, link }) => {
      const line = escaped(cutToLength(linesOf(text)[0] ?? '', 40))
      return link === null ? `- ${line}` : `- ${line} [收到／已到场](${link})`
    }),
  ].join('\n')

/** A line may be marked as a point already. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•]\s*/, '').trim())
    .filter((line) => line !== '')
