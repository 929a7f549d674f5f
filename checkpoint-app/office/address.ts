/** Where in the office one is, kept in the address after the `#`: it survives a reload and the end of a session. */
export type Address = {
  readonly page: string
  readonly part?: string
  readonly query: Readonly<Record<string, string>>
}

/** `#/checkpoints/JZ-G01?x=1` → page checkpoints, part JZ-G01, query {x: '1'}. */
export function readAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [page = '', part] = path.split('/').map(decoded)
  const query = Object.fromEntries(new URLSearchParams(search))
  return part ? { page, part, query } : { page, query }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

type Query = Readonly<Record<string, string | undefined>>

export function addressOf(page: string, part?: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(given).toString()
  return `#/${page}${part ? `/${encodeURIComponent(part)}` : ''}${search ? `?${search}` : ''}`
}

/** The one-time secret of `#setup=…`, or undefined. */
export const setUpToken = (hash: string): string | undefined => /^#setup=([\w-]{20,64})$/.exec(hash)?.[1]
