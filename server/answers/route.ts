import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Fault } from '../../shared/fault.ts'
import { summonsAnswers } from '../../shared/notices/kinds.ts'
import { readLinkCode } from '../../shared/notices/link-code.ts'
import type { Deps } from '../deps.ts'
import { rules } from '../http/limits.ts'
import type { Limits } from '../http/limits.ts'
import { answerLink, openLink } from '../usecases/notice-answers.ts'
import type { AnswerSummons } from '../usecases/notice-answers.ts'
import { publishedNumbersNow } from '../usecases/published-numbers.ts'
import { answerSummons } from '../usecases/summons-answer.ts'
import { busyPage, expiredPage, linkPage, unknownPage } from './page.ts'
import { answerStyle } from './style.ts'

type Around = {
  limits: Limits
  addressOf?: (context: Context) => string | undefined
  tellLadder?: AnswerSummons
}

/**
 * `/a/<code>`: a summons is answered here without an account. Looking changes nothing, so that a preview of the link answers for
 * nobody; a press is a form that is posted, and pressing again is harmless.
 */
export function mountAnswers(app: Hono, deps: Deps, { limits, addressOf, tellLadder = answerSummons }: Around): void {
  app.get('/a/answer.css', (context) => {
    context.set('endpoint', 'answer-style')
    context.header('Cache-Control', 'public, max-age=86400')
    return context.body(answerStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' })
  })
  app.get('/a/:code', async (context) => {
    if (!begin(context)) return context.html(busyPage(await publishedNumbersNow(deps)), 429)
    return show(context)
  })
  app.post('/a/:code', bodyLimit({ maxSize: 4096 }), async (context) => {
    if (!begin(context)) return context.html(busyPage(await publishedNumbersNow(deps)), 429)
    const code = context.req.param('code')
    const answer = answerIn(await context.req.text())
    if (answer === undefined) return show(context, true)
    const found = await answerLink(deps, { code, answer }, tellLadder)
    if (found !== 'open') return show(context)
    // The page that answers is one that may be loaded again.
    return context.redirect(`/a/${readLinkCode(code)}`, 303)
  })

  async function show(context: Context, wrong = false) {
    const code = context.req.param('code') ?? ''
    const [opened, numbers] = await Promise.all([openLink(deps, code), publishedNumbersNow(deps)])
    if (opened.kind === 'open')
      return context.html(linkPage(opened.link, `/a/${readLinkCode(code)}`, { wrong, numbers }), wrong ? 400 : 200)
    if (opened.kind === 'expired') return context.html(expiredPage(numbers), 410)
    return mayTake(addressOf?.(context), rules.wrongLink)
      ? context.html(unknownPage(numbers), 404)
      : context.html(busyPage(numbers), 429)
  }

  function begin(context: Context): boolean {
    context.set('endpoint', 'answer')
    context.header('Cache-Control', 'no-store')
    context.header('X-Robots-Tag', 'noindex')
    return mayTake(readLinkCode(context.req.param('code') ?? ''), rules.answerLink)
  }

  /** What has no name is not limited. */
  function mayTake(name: string | undefined, rule: typeof rules.answerLink | typeof rules.wrongLink): boolean {
    if (name === undefined) return true
    try {
      limits.take(name, rule, deps.now())
      return true
    } catch (cause) {
      if (cause instanceof Fault && cause.kind === 'too-many') return false
      throw cause
    }
  }
}

/** A form as every browser sends it, and as every browser since the first does. */
function answerIn(body: string) {
  const given = new URLSearchParams(body).get('answer')
  return summonsAnswers.find((answer) => answer === given)
}
