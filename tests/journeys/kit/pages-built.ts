import { execFileSync } from 'node:child_process'
import { noChromium } from './browser.ts'
import { asUsersHaveIt } from './server.ts'

const builder = new URL('../../../server/cli/build-pages.ts', import.meta.url)

/** Before the first journey: two servers that start at once would each build the pages, into one folder. */
export function setup(): void {
  if (noChromium) return
  const build = `const { buildPages } = await import('${builder.href}'); await buildPages()`
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { env: asUsersHaveIt(), stdio: 'inherit' })
}
