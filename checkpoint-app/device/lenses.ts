/** Which of a phone's cameras reads a code at arm's length. Names come from the browser; they are all that it tells. */
export type Lens = { readonly id: string; readonly label: string }

export type LensKind = 'main' | 'tele' | 'macro' | 'ultra' | 'front' | 'depth'

const signs: readonly (readonly [LensKind, RegExp])[] = [
  ['depth', /depth|\btof\b|infra|景深|红外/i],
  ['front', /front|user|face ?time|selfie|前置|前面/i],
  // "Dual Wide" and "Triple" are composed lenses that focus near; only the ultra-wide itself has no focus.
  ['ultra', /ultra|超广角|超廣角|fish/i],
  ['macro', /macro|微距/i],
  ['tele', /tele|长焦|長焦|望遠/i],
]

/** Without a sign it counts as a main one: "camera2 0, facing back", "Back Camera", 后置相机. */
export const kindOf = ({ label }: Lens): LensKind => signs.find(([, sign]) => sign.test(label))?.[0] ?? 'main'

/** Android numbers its lenses and gives the main one the lowest number of its side. */
const numberIn = ({ label }: Lens) => Number(/\d+(?=\D*$)/.exec(label)?.[0] ?? 0)

const order: readonly LensKind[] = ['main', 'tele', 'macro', 'ultra', 'front']

/** Those worth offering, the likeliest first; lenses that measure depth see no codes. */
export function worthTrying(all: readonly Lens[]): readonly Lens[] {
  return all
    .filter((lens) => kindOf(lens) !== 'depth')
    .toSorted((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)) || numberIn(a) - numberIn(b))
}

/** Whether a lens can focus at all: some browsers say so, others say nothing. */
export type Focus = 'moves' | 'fixed' | 'unknown'

export type Opened = { readonly lens: Lens; readonly focus: Focus }

/**
 * The lens to take instead of the one that the browser opened, or `undefined` where that one will do: an ultra-wide, a front
 * one or one that cannot focus gives way to the first main lens not `tried` yet.
 */
export function betterThan({ lens, focus }: Opened, all: readonly Lens[], tried: readonly string[]): Lens | undefined {
  const fine = kindOf(lens) === 'main' && focus !== 'fixed'
  if (fine) return undefined
  return worthTrying(all).find((other) => kindOf(other) === 'main' && other.id !== lens.id && !tried.includes(other.id))
}

/** What was chosen before; ids may be new after a restart of the browser, names stay. */
export const remembered = (all: readonly Lens[], chosen: Lens | undefined): Lens | undefined =>
  all.find(({ id }) => id === chosen?.id) ?? all.find(({ label }) => label !== '' && label === chosen?.label)

/** With two lenses a press changes to the other; with more they are named and chosen from. */
export const otherOf = (all: readonly Lens[], now: string | undefined): Lens | undefined => {
  const [first, second, third] = worthTrying(all)
  if (first === undefined || second === undefined || third !== undefined) return undefined
  return now === first.id ? second : first
}
