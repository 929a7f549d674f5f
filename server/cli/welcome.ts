import { toString } from 'qrcode'
import type { Deps } from '../deps.ts'
import { version } from '../version.ts'

const pages = [
  ['/', '首页 start'],
  ['/driver/', '司机 driver'],
  ['/checkpoint/', '查验 inspector'],
  ['/office/', '指挥部 office'],
  ['/dispatch/', '拥堵 dispatch'],
] as const

type Welcome = { lan: boolean; setUp: string | undefined; demo: readonly string[] }

/** For the person at the terminal, on standard output; the log goes to standard error. */
export async function printWelcome(deps: Deps, { lan, setUp, demo }: Welcome): Promise<void> {
  const lines = [`\n畅行 ChangXing ${version}${deps.demo ? ' · 演示，全部虚构 demo, all data made up' : ''}\n`]
  for (const [path, name] of pages) lines.push(`  ${name.padEnd(14)} ${deps.origin}${path}`)
  if (lan) lines.push('', await toString(`${deps.origin}/`, { type: 'terminal', small: true }), lanNote)
  if (demo.length > 0) lines.push('', ...demo)
  if (setUp !== undefined) lines.push('', '首位管理员 first administrator (24 h, once 仅一次):', `  ${setUp}`)
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

const lanNote = `手机浏览器会提示证书不受信任:证书由本机自制,确认地址无误后继续即可。
The phone will warn that it does not know the certificate: this machine made it. Check the address and go on.`
