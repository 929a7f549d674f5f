import { shortTime } from '../../shared/instant.ts'
import { summonsAnswers } from '../../shared/notices/kinds.ts'
import type { SummonsAnswer } from '../../shared/notices/kinds.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import { answeredWords, answerPage as words, answerWords } from '../../shared/wording/notices.ts'
import { allNumberLines, type PublishedNumbers } from '../../shared/wording/published-numbers.ts'
import type { OpenedLink } from '../usecases/notice-answers.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => escapes[one] ?? one)

/** Chinese first, English below. */
const both = ({ zh, en }: Bilingual, tag = 'p', attributes = ''): string =>
  `<${tag}${attributes}>${escaped(zh)}</${tag}>\n<${tag} class="quiet" lang="en">${escaped(en)}</${tag}>`

/** The numbers of the city: each to be dialled, or that it is not published. */
function call(numbers: PublishedNumbers): string {
  const english = allNumberLines(numbers, 'en')
  const lines = allNumberLines(numbers, 'zh').map(({ name, number, said }, place) => {
    const to = number === null ? escaped(said) : `<a href="tel:${escaped(number)}">${escaped(said)}</a>`
    const { name: enName = '', said: enSaid = '' } = english[place] ?? {}
    return `<p>${escaped(name)} ${to} <span class="quiet" lang="en">${escaped(number === null ? `${enName}: ${enSaid}` : enName)}</span></p>`
  })
  return `<footer class="call">\n${lines.join('\n')}\n</footer>`
}

const page = (title: string, body: string, numbers: PublishedNumbers): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)} · 畅行</title>
<link rel="icon" href="/icons/home.svg" type="image/svg+xml">
<link rel="stylesheet" href="/a/answer.css">
</head>
<body>
<main>
${body}
${call(numbers)}
</main>
</body>
</html>
`

const button = (answer: SummonsAnswer): string =>
  `<button type="submit" name="answer" value="${answer}"${answer === 'cannot' ? ' class="second"' : ''}>${escaped(answerWords[answer].zh)}<small lang="en">${escaped(answerWords[answer].en)}</small></button>`

const said = ({ answer, at }: OpenedLink['answers'][number]): string =>
  `<div class="said" role="status"><strong>${escaped(answeredWords[answer].zh)} ${shortTime(at)}</strong>
<span lang="en">${escaped(answeredWords[answer].en)}, ${shortTime(at)}</span></div>`

/** The message in its own words, what was answered, and the buttons for what was not, unless it is over. `path` is where it is posted to. */
export function linkPage(
  link: OpenedLink,
  path: string,
  { wrong = false, numbers }: { wrong?: boolean; numbers: PublishedNumbers },
): string {
  const given = link.answers.map(({ answer }) => answer)
  const open = summonsAnswers.filter(
    (answer) => !given.includes(answer) && !(answer === 'cannot' && given.includes('arrived')),
  )
  return page(
    link.title,
    [
      `<h1>${escaped(link.title)}</h1>`,
      ...(link.text === link.title ? [] : [`<p class="words">${escaped(link.text)}</p>`]),
      `<p class="quiet">${escaped(words.sentAt(shortTime(link.sentAt)).zh)} <span lang="en">${escaped(words.sentAt(shortTime(link.sentAt)).en)}</span></p>`,
      ...(link.over === null ? [] : [both(words.over(shortTime(link.over)), 'p', ' class="over"')]),
      ...(wrong && link.over === null ? [both(words.notChosen, 'p', ' class="care"')] : []),
      ...link.answers.map(said),
      ...(given.length === 0 ? [] : [both(words.kept)]),
      ...(link.over === null
        ? [`<form method="post" action="${escaped(path)}">\n${open.map(button).join('\n')}\n</form>`]
        : []),
      both(words.until(shortTime(link.until)), 'p', ' class="quiet"'),
    ].join('\n'),
    numbers,
  )
}

const closing = both(words.call)
const heading = ({ zh, en }: Bilingual) => `<h1>${escaped(zh)}</h1>\n<p lang="en">${escaped(en)}</p>`

export const expiredPage = (numbers: PublishedNumbers): string =>
  page(words.expired.zh, `${heading(words.expired)}\n${closing}`, numbers)
export const unknownPage = (numbers: PublishedNumbers): string =>
  page(words.unknown.zh, `${heading(words.unknown)}\n${closing}`, numbers)
export const busyPage = (numbers: PublishedNumbers): string => page(words.busy.zh, heading(words.busy), numbers)
