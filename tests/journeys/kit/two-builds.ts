import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { layoutVersion } from '../../../checkpoint-app/device/idb-layout.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The app as it is, and as it might be next: another layout of the disk, and a sign by which a test knows it. */
export async function twoBuilds() {
  const folder = mkdtempSync(join(tmpdir(), 'builds-'))
  const [now, next] = [join(folder, 'now'), join(folder, 'next')]
  await buildInto(now, (code) => code)
  await buildInto(next, (code, id) => {
    if (id.endsWith('inspector/main.tsx')) return `${code}\nglobalThis.changxingBuild = 'next'\n`
    if (!id.endsWith('device/idb-layout.ts')) return code
    return code
      .replace(`layoutVersion = ${layoutVersion}`, `layoutVersion = ${layoutVersion + 1}`)
      .replace(
        'if (before < 1) {',
        `if (before < ${layoutVersion + 1}) db.createObjectStore('of-the-next')\n  if (before < 1) {`,
      )
  })
  return { now, next, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function buildInto(outDir: string, change: (code: string, id: string) => string): Promise<void> {
  const before = process.env['NODE_ENV']
  // Under the test runner's it would be a development build, without the service workers.
  process.env['NODE_ENV'] = 'production'
  const plugin = { name: 'as-it-might-be', enforce: 'pre' as const, transform: change }
  await build({
    configFile: `${root}vite.config.ts`,
    mode: 'production',
    logLevel: 'warn',
    plugins: [plugin],
    build: { outDir },
  })
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
}
