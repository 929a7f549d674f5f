import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; imports?: string[]; isEntry?: boolean }
type Manifest = Record<string, Chunk>

/** The pages as users get them: built in a process of its own, because under a test's environment another React is taken. */
export function builtPages() {
  const dir = mkdtempSync(join(tmpdir(), 'pages-'))
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js')
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  const args = [vite, 'build', '--manifest', '--emptyOutDir', '--outDir', dir, '--logLevel', 'error']
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the pages were not built:\n${stderr}`)
  const manifest = JSON.parse(readFileSync(join(dir, '.vite/manifest.json'), 'utf8')) as Manifest
  const gz = (file: string) => gzipSync(readFileSync(join(dir, file))).length
  return {
    /** Bytes, as the server sends them with gzip, of the scripts that must be there before the first line of a page runs. */
    firstLoad(page: string): number {
      const files = new Set<string>()
      const take = (name: string) => {
        const chunk = manifest[name]
        if (chunk === undefined || files.has(chunk.file)) return
        files.add(chunk.file)
        chunk.imports?.forEach(take)
      }
      take(page)
      if (files.size === 0) throw new Error(`no such page: ${page}`)
      return [...files].reduce((sum, file) => sum + gz(file), 0)
    },
    /** What the service worker keeps of an app, bytes on the disk and as sent. */
    kept(app: string) {
      const [, list] = /^const BUILD = (.*)$/m.exec(readFileSync(join(dir, app, 'sw.js'), 'utf8')) ?? []
      const { files } = JSON.parse(list ?? '{"files":[]}') as { files: string[] }
      const paths = files.map((file) => (file.endsWith('/') ? `${file}index.html` : file))
      const sum = (size: (file: string) => number) => paths.reduce((total, file) => total + size(file), 0)
      return { files, bytes: sum((file) => statSync(join(dir, file)).size), sent: sum(gz) }
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}
