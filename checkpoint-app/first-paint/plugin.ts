import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transformWithOxc, type Plugin } from 'vite'

const style = /\n?[ \t]*<link rel="stylesheet"[^>]*>/g
const script = /<script type="module" ([^>]*?)src="([^"]+)"><\/script>/

/** A page's styles before its scripts: nothing is painted without them, and a phone has few connections to fetch over. */
export function withStylesFirst(html: string): string {
  const styles = html.match(style)?.join('') ?? ''
  const rest = html.replace(style, '')
  const at = rest.search(/\n?[ \t]*<(script type="module"|link rel="modulepreload")/)
  return at === -1 || styles === '' ? html : rest.slice(0, at) + styles + rest.slice(at)
}

/** The page's own script and its parts are fetched at once, its own first named, and run by `begin` after the first picture. */
export const begunBy = (html: string, begin: string): string =>
  html.replace(
    script,
    (_, attributes: string, page: string) =>
      `<script type="module" ${attributes}src="${begin}"></script>\n    <link rel="modulepreload" ${attributes}href="${page}">`,
  )

/** Of a built page: what it says without scripts is seen first, dressed. */
export const firstPaint = (): Plugin => ({
  name: 'changxing-first-paint',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_, bundle) {
    const path = fileURLToPath(new URL('./begin.ts', import.meta.url))
    const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { target: 'chrome80' })
    const begin = this.getFileName(this.emitFile({ type: 'asset', name: 'begin.js', source: code }))
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
      file.source = begunBy(withStylesFirst(String(file.source)), `/${begin}`)
    }
  },
})
