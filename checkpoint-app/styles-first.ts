import type { Plugin } from 'vite'

const style = /\n?[ \t]*<link rel="stylesheet"[^>]*>/g

/** A page's styles before its scripts: nothing is painted without them, and a phone has few connections to fetch over. */
export function withStylesFirst(html: string): string {
  const styles = html.match(style)?.join('') ?? ''
  const rest = html.replace(style, '')
  const at = rest.search(/\n?[ \t]*<(script type="module"|link rel="modulepreload")/)
  return at === -1 || styles === '' ? html : rest.slice(0, at) + styles + rest.slice(at)
}

export const stylesFirst = (): Plugin => ({
  name: 'changxing-styles-first',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: { order: 'post', handler: withStylesFirst },
})
