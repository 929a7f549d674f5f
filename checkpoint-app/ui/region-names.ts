import type { Regions } from './regions.ts'

/** `410822` → 河南焦作博爱县: the path without the words for levels, short enough for a line. */
export function shortRegion(regions: Regions | undefined, code: string): string {
  const path = regions?.regionPath(code) ?? []
  const short = path.map((name, level) => (level === path.length - 1 ? name : name.replace(/(省|市|自治区)$/, '')))
  return short.filter((name, level) => name !== short[level + 1]).join('') || code
}
