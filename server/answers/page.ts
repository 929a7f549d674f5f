import { shortTime } from '../../shared/instant.ts'
import { summonsAnswers } from '../../shared/notices/kinds.ts'
import type { SummonsAnswer } from '../../shared/notices/kinds.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import { answeredWords, answerPage as words, answerWords } from '../../shared/wording/notices.ts'
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

const page = (title: string, body: string): string => `<!doctype html>
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
export function linkPage(link: OpenedLink, path: string, wrong = false): string {
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
  )
}

const closing = `${both(words.call)}\n<p><a href="tel:12328">12328</a></p>`
const heading = ({ zh, en }: Bilingual) => `<h1>${escaped(zh)}</h1>\n<p lang="en">${escaped(en)}</p>`

export const expiredPage = page(words.expired.zh, `${heading(words.expired)}\n${closing}`)
export const unknownPage = page(words.unknown.zh, `${heading(words.unknown)}\n${closing}`)
export const busyPage = page(words.busy.zh, heading(words.busy))
