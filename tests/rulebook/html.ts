/** A page taken apart far enough to ask whether it is whole. */
export type Tag = { name: string; attributes: Record<string, string>; closes: boolean }

const empty = new Set(['meta', 'link'])

export function tagsOf(page: string): Tag[] {
  return [...page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)>/g)].map(([, slash, name, rest]) => ({
    name: name!,
    closes: slash === '/',
    attributes: Object.fromEntries([...rest!.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!])),
  }))
}

/** What is opened and not closed, or closed and not opened; text that only looks like markup. */
export function imbalance(page: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const { name, closes } of tagsOf(page)) {
    if (empty.has(name)) continue
    if (!closes) open.push(name)
    else if (open.at(-1) === name) open.pop()
    else wrong.push(`</${name}> within ${open.join(' ')}`)
  }
  const loose = page.replace('<!doctype html>', '').replaceAll(/<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+="[^"<>]*")*>/g, '')
  return [...wrong, ...open.map((name) => `<${name}> stays open`), ...(loose.match(/[<>]|&(?!\w+;)/g) ?? [])]
}

export const idsOf = (page: string): string[] => tagsOf(page).flatMap(({ attributes }) => attributes['id'] ?? [])
export const linksOf = (page: string): string[] => tagsOf(page).flatMap(({ attributes }) => attributes['href'] ?? [])
export const headingsOf = (page: string): number[] =>
  tagsOf(page).flatMap(({ name, closes }) => (/^h[1-6]$/.test(name) && !closes ? Number(name[1]) : []))

/** The element with this id, from its opening to its closing tag. */
export function element(page: string, id: string): string {
  const start = page.search(new RegExp(`<[a-z0-9]+[^>]* id="${id}"`))
  if (start < 0) return ''
  const name = /^<([a-z0-9]+)/.exec(page.slice(start))![1]!
  let depth = 0
  for (const found of page.slice(start).matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, 'g'))) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return page.slice(start, start + found.index + found[0].length)
  }
  return ''
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
/** As it is read. */
export const textOf = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, '\n').replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity)
