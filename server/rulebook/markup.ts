/** HTML that is escaped and balanced because of how it is made; one block a line, so that a changed page reads as a diff. */
export type Markup = { readonly html: string }
export type Child = Markup | string | false | undefined | readonly Child[]
export type Attributes = Readonly<Record<string, string | undefined>>

const inline = new Set(['a', 'b', 'code', 'small', 'span', 'strong', 'time'])
const empty = new Set(['link', 'meta'])

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)

function inside(child: Child): string {
  if (child === undefined || child === false) return ''
  if (typeof child === 'string') return escape(child)
  return 'html' in child ? child.html : child.map(inside).join('')
}

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`))
    .join('')

export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const open = `<${name}${written(attributes)}>`
  if (empty.has(name)) return { html: `${open}\n` }
  const content = inside(children)
  if (inline.has(name)) return { html: `${open}${content}</${name}>` }
  // A block that holds blocks opens and closes on lines of its own.
  return { html: content.endsWith('\n') ? `${open}\n${content}</${name}>\n` : `${open}${content}</${name}>\n` }
}

export const link = (href: string, ...children: readonly Child[]): Markup => el('a', { href }, ...children)
