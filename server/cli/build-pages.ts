import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = ['checkpoint-app', 'shared', 'schema', 'vite.config.ts', 'package.json']
const stamp = `${root}dist/.built`

export const pagesFolder = `${root}dist`

/** Builds the pages when there are none or a source is newer; answers whether it did. */
export async function buildPages(): Promise<boolean> {
  if (existsSync(stamp) && newest(sources.map((name) => root + name)) <= statSync(stamp).mtimeMs) return false
  const startedAt = new Date()
  // A NODE_ENV left in the shell would make a development build: larger, and without the service workers.
  process.env['NODE_ENV'] = 'production'
  const { build } = await import('vite')
  await build({ configFile: `${root}vite.config.ts`, mode: 'production', logLevel: 'warn' })
  writeFileSync(stamp, startedAt.toISOString())
  return true
}

function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.map((path) => {
      const found = statSync(path)
      if (!found.isDirectory()) return found.mtimeMs
      return Math.max(found.mtimeMs, newest(readdirSync(path).map((name) => `${path}/${name}`)))
    }),
  )
}
