import { headOf, plateForms } from '../../../shared/identity/plate.ts'

/**
 * The forms of GA 36 as a machine that takes one character after the other. It knows how plates are written and nothing
 * else: which plates exist, which are expected or which one a code names cannot be told to it.
 */
export type Layout = 'one-row' | 'two-rows'
/** The row of a two-row plate that is being read; `undefined` on a plate of one row. */
export type Row = 'upper' | 'lower' | undefined

/** Where in the forms one is: how many characters were taken, and (one bit each) which forms they fit. */
export type Place = { readonly taken: number; readonly open: number }

const twoRowKinds = new Set(['ordinary', 'trailer', 'farm'])

const openAtFirst = (layout: Layout): number =>
  plateForms.reduce(
    (open, [kind], form) => (layout === 'one-row' || twoRowKinds.has(kind) ? open | (1 << form) : open),
    0,
  )

export const startOf = (layout: Layout): Place => ({ taken: 0, open: openAtFirst(layout) })

/** Whether a whole plate was taken. */
export const isWhole = ({ taken, open }: Place): boolean =>
  plateForms.some(([, places], form) => (open & (1 << form)) !== 0 && places.length === taken)

type Ways = ReadonlyMap<string, Place>
const known = new Map<string, Ways>()

/** What may be taken next in this row, and where that leads. */
export function waysFrom(place: Place, row: Row): Ways {
  const key = `${place.taken} ${place.open} ${row}`
  const found = known.get(key) ?? findWays(place, row)
  known.set(key, found)
  return found
}

function findWays({ taken, open }: Place, row: Row): Ways {
  const masks = new Map<string, number>()
  plateForms.forEach(([kind, places], form) => {
    const here = row === undefined || (taken < headOf(kind) ? 'upper' : 'lower') === row
    if ((open & (1 << form)) === 0 || !here) return
    for (const character of places[taken] ?? '') masks.set(character, (masks.get(character) ?? 0) | (1 << form))
  })
  return new Map([...masks].map(([character, mask]) => [character, { taken: taken + 1, open: mask }]))
}
