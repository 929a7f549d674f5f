import { groupMarkdown, mergedMarkdown } from '../../shared/notices/markdown.ts'
import type { ForGroup } from '../../shared/notices/markdown.ts'
import { clause, isClause } from '../../shared/policy/documents.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { mergedHeading } from '../../shared/wording/notices.ts'
import type { Deps } from '../deps.ts'
import type { Outcome, Robot } from '../ports/channels/channel.ts'
import type { NoticeRow } from '../store/notices.ts'
import { linkOf } from './notices-link.ts'
import type { Rows } from './notices-send.ts'

/** One message of a robot: a notice by the template, or several under one heading. A person it is for is called by @. */
export async function sayToGroup(deps: Deps, robot: Robot, rows: Rows): Promise<Outcome> {
  const notices = await Promise.all(rows.map((row) => forGroup(deps, row)))
  const sealed = rows.flatMap(({ phone_sealed: phone }) => (phone === null ? [] : [phone]))
  const phones = [...new Set(await Promise.all(sealed.map((one) => deps.vault.open('notice-phone', one))))]
  const [first] = rows
  if (rows.length === 1) return robot.say({ title: first.title, markdown: groupMarkdown(notices[0]!), phones })
  const title = mergedHeading(rows.length)
  return robot.say({ title, markdown: mergedMarkdown(notices, title), phones })
}

export async function forGroup(deps: Pick<Deps, 'vault' | 'origin'>, row: NoticeRow): Promise<ForGroup> {
  return { title: row.title, text: row.text, article: articleOf(row.article), link: await linkOf(deps, row) }
}

/** `jiaozuo-20#19` → 二十条第十九条; what is in words already stays. */
function articleOf(article: string | null): string | null {
  if (article === null || !isClause(article)) return article
  const { document, article: number } = clause(article)
  return wordings.zh.clause(document.short.zh, number, undefined)
}
