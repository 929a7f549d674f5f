import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'

/** What the build knows of an emitted file, text where it has any. */
type Emitted = { readonly fileName: string; readonly text: string }

/**
 * Every file that an entry page can come to need, found by following file names through the texts: scripts, styles, lazy
 * parts, workers and what those load. File names carry a hash, so a name in a text is a reference.
 */
export function closureOf(entry: string, emitted: readonly Emitted[]): readonly string[] {
  const found = new Set([entry])
  for (const fileName of found) {
    const text = emitted.find((file) => file.fileName === fileName)?.text ?? ''
    for (const { fileName: other } of emitted) {
      if (!other.endsWith('.html') && text.includes(other.split('/').at(-1)!)) found.add(other)
    }
  }
  return [...found]
}

/** Changes whenever any file of the closure changes; hashed names stand for their content, the page itself does not. */
const versionOf = (files: readonly string[], page: string, worker: string) =>
  createHash('sha256')
    .update([...files].sort().join('\n') + page + worker)
    .digest('hex')
    .slice(0, 12)

type Given = {
  root: string
  apps: readonly string[]
  /** Files that a page loads only when it is asked to, and keeps itself. */
  leaveOut: (file: string) => boolean
}

/** In this order they are one script: a worker of every browser since Chrome 80 imports nothing. */
const parts = ['push.ts', 'sw.ts']

async function plainScript(path: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { target: 'chrome80' })
  return code
    .replaceAll(/^import\s[^;]*;?\s*$/gm, '')
    .replaceAll(/^export\s*\{[^}]*\};?\s*$/gm, '')
    .replaceAll(/^export\s+/gm, '')
}

/** Builds one service worker per app from these parts, each with the list of its own entry's closure. */
export function serviceWorkers({ root, apps, leaveOut }: Given): Plugin {
  return {
    name: 'changxing-service-workers',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const emitted = Object.values(bundle).map((file) => ({
        fileName: file.fileName,
        text: file.type === 'chunk' ? file.code : typeof file.source === 'string' ? file.source : '',
      }))
      const script = (await Promise.all(parts.map((part) => plainScript(join(root, 'service-worker', part))))).join(
        '\n',
      )
      for (const app of apps) {
        const page = emitted.find(({ fileName }) => fileName === `${app}/index.html`)
        if (!page || !dir) continue
        const closure = closureOf(page.fileName, emitted).filter((file) => !leaveOut(file))
        const files = closure.filter((file) => file !== page.fileName).map((file) => `/${file}`)
        const build = {
          app,
          version: versionOf(closure, page.text, script),
          files: [`/${app}/`, `/${app}/app.webmanifest`, `/icons/${app}-192.png`, ...files],
        }
        await mkdir(join(dir, app), { recursive: true })
        await writeFile(join(dir, app, 'sw.js'), `const BUILD = ${JSON.stringify(build)}\n${script}`)
      }
    },
  }
}
