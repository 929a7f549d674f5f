import { base64 } from './base64.ts'
import { bytesOf, cutToBytes } from '../../../shared/notices/cut.ts'
import { blockedFor } from '../../../shared/notices/numbers.ts'
import type { Outcome, Robot } from './channel.ts'
import { hmacSha256 } from './hmac.ts'
import { byStatus, isAnswer, jsonObject, post, shortCode } from './post.ts'

export type DingtalkRobot = {
  county: string
  token: string
  /** Of the security setting 加签. */
  secret: string
  /** Without a trailing slash; https://oapi.dingtalk.com unless it is a private one. */
  url?: string
  /** For one try, milliseconds. */
  timeout?: number
  /** Milliseconds since 1970; the robot's signature is good for an hour. */
  clock: () => number
}

/** A body over 20,000 bytes is refused. */
const markdownAtMost = 15_000

/**
 * A group robot 钉钉自定义机器人: `POST /robot/send?access_token&timestamp&sign`, sign = base64(HMAC-SHA256(secret, timestamp
 * LF secret)), percent-encoded. Whoever is called by @ must stand in the text as well.
 */
export const dingtalkRobot = (settings: DingtalkRobot): Robot => ({
  kind: 'dingtalk',
  county: settings.county,
  async say({ markdown, title, phones }) {
    const { url = 'https://oapi.dingtalk.com', token, secret, timeout = 6000, clock } = settings
    const timestamp = String(clock())
    const sign = base64(await hmacSha256(secret, `${timestamp}\n${secret}`))
    const query = new URLSearchParams({ access_token: token, timestamp, sign })
    const called = phones.length === 0 ? '' : `\n\n${phones.map((phone) => `@${phone}`).join(' ')}`
    const text = cutToBytes(markdown, markdownAtMost - bytesOf(called)) + called
    const posted = await post(`${url}/robot/send?${query.toString()}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        msgtype: 'markdown',
        markdown: { title, text },
        at: { atMobiles: phones, isAtAll: false },
      }),
      timeout,
    })
    return isAnswer(posted) ? readRobot(posted, tooMany, down) : posted
  },
})

/** 「send too fast, exceed 20 times per minute」, and the same by its newer number: silent for ten minutes. */
const tooMany: readonly string[] = ['130101', '130102', '410100']
/** 「系统繁忙」, 「请求过于频繁」 of the platform. */
const down: readonly string[] = ['-1', '88', '90018']

type RobotAnswer = Parameters<typeof byStatus>[0]

/** Both makers answer 200 and say by `errcode` how it went. What is neither busy nor too much is a fault of the line. */
export function readRobot(answer: RobotAnswer, fast: readonly string[], busy: readonly string[]): Outcome {
  if (answer.status !== 200) return byStatus(answer)
  const code = jsonObject(answer.text)?.['errcode']
  if (code === 0) return { kind: 'sent' }
  const said = shortCode(code)
  if (code === undefined) return { kind: 'unclear', code: 'no-errcode', why: 'an answer in another form' }
  if (fast.includes(said)) return { kind: 'later', code: said, why: 'too many', after: blockedFor, pace: true }
  if (busy.includes(said)) return { kind: 'later', code: said, why: 'busy' }
  return { kind: 'never', code: said, why: 'refused', line: true }
}
