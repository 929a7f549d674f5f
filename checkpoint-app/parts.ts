type Module = { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] }
type Graph = { getModuleInfo(id: string): Module | null }

/** `app`: drawn by React, unlike the page of a link. */
export type Page = { readonly name: string; readonly file: string; readonly app: boolean }
type Known = Page & {
  /** The page itself and its first script, which begin it. */
  readonly begins: ReadonlySet<string>
  readonly needed: ReadonlySet<string>
  readonly reached: ReadonlySet<string>
}

/** Every module that a page cannot begin without, or, `later` too, that it may ever come to. */
function modulesOf(page: string, graph: Graph, later: boolean): ReadonlySet<string> {
  const found = new Set([page])
  for (const id of found) {
    const module = graph.getModuleInfo(id)
    for (const other of module?.importedIds ?? []) found.add(other)
    if (later) for (const other of module?.dynamicallyImportedIds ?? []) found.add(other)
  }
  return found
}

/** What any page may load without harm: it does nothing and dresses nothing by itself. */
const isCommon = (id: string) => /[\\/](ui|shared|schema|node_modules)[\\/]/.test(id)

/**
 * Names the part of the build that a module goes into, by the pages that begin with it: what all apps begin with is one file,
 * what one page alone ever uses another. Thirty small files cost a phone on a slow network more journeys than bytes.
 * `null` = left to the bundler.
 */
export function partsOf(pages: readonly Page[]): (id: string, graph: Graph) => string | null {
  let known: readonly Known[] | undefined
  return (id, graph) => {
    known ??= pages.map((page) => ({
      ...page,
      begins: new Set([page.file, ...(graph.getModuleInfo(page.file)?.importedIds ?? [])]),
      needed: modulesOf(page.file, graph, false),
      reached: modulesOf(page.file, graph, true),
    }))
    return partOf(id, known)
  }
}

function partOf(id: string, known: readonly Known[]): string | null {
  if (known.some(({ begins }) => begins.has(id))) return null
  // What an older browser lacks is there before anything else runs.
  if (id.endsWith('older-browsers.ts')) return 'first'
  const by = known.filter(({ needed }) => needed.has(id))
  const [name, ...others] = by.map((page) => page.name)
  if (name === undefined) return null
  if (others.length === 0) {
    const alone = known.every((page) => page.name === name || !page.reached.has(id))
    // What another page comes to later must not begin this one there.
    return alone ? name : isCommon(id) ? `${name}-also` : null
  }
  const exactly = [name, ...others].join('-')
  if (!isCommon(id) || by.some(({ app }) => !app)) return exactly
  if (by.length === known.filter(({ app }) => app).length) return 'apps'
  // The inspector's page is the one whose weight is counted: it takes nothing that it does not begin with.
  return by.some((page) => page.name === 'checkpoint') ? exactly : 'faces'
}
