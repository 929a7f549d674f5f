import { cutToBytes } from '../../../shared/notices/cut.ts'
import type { Robot } from './channel.ts'
import { readRobot } from './dingtalk.ts'
import { isAnswer, post } from './post.ts'

export type WecomRobot = {
  county: string
  /** It is the only secret there is. */
  key: string
  /** Without a trailing slash; https://qyapi.weixin.qq.com unless it is a private one. */
  url?: string
  /** For one try, milliseconds. */
  timeout?: number
}

const textAtMost = 2048
const markdownAtMost = 4096
/** 45009: over 20 a minute; 45033: too many at once. */
const tooMany: readonly string[] = ['45009', '45033']
const busy: readonly string[] = ['-1', '6000']

/**
 * A group robot 企业微信群机器人: `POST /cgi-bin/webhook/send?key=…`. Markdown knows no mobile numbers, so that a message that
 * calls somebody by @ goes as text.
 */
export const wecomRobot = ({
  county,
  key,
  url = 'https://qyapi.weixin.qq.com',
  timeout = 6000,
}: WecomRobot): Robot => ({
  kind: 'wecom',
  county,
  async say({ markdown, phones }) {
    const body =
      phones.length === 0
        ? { msgtype: 'markdown', markdown: { content: cutToBytes(markdown, markdownAtMost) } }
        : { msgtype: 'text', text: { content: cutToBytes(plain(markdown), textAtMost), mentioned_mobile_list: phones } }
    const posted = await post(`${url}/cgi-bin/webhook/send?${new URLSearchParams({ key }).toString()}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      timeout,
    })
    return isAnswer(posted) ? readRobot(posted, tooMany, busy) : posted
  },
})

/** The template without its marks: [word](address) → word address. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/^(#+|>|-) /gm, '')
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 $2')
    .replaceAll(/\\([\\`*_[\]<>#|~])/g, '$1')
