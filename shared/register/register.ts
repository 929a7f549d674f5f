/** 省界, 高速公路出口, 国省干线, 涉疫地区. */
export const placeKinds = ['border', 'exit', 'trunk', 'affected'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** 上行, 下行, 双向: the trucks that are stopped. */
export const directions = ['up', 'down', 'both'] as const
export type Direction = (typeof directions)[number]

export type Registered = {
  readonly checkpoint: string
  /** As typed: G5512 晋新高速. */
  readonly road: string
  readonly active: boolean
  readonly approvalNo: string | null
  readonly kind: PlaceKind
  /** Why it stands where the articles want few or none. */
  readonly kindReason: string | null
  /** Metres along the road; null = not known. */
  readonly stake: number | null
  readonly direction: Direction
  /** Of which bridge it stands at one end. */
  readonly bridge: string | null
}

/** By its number where it has one, else by its name: `G5512 晋新高速` and `G5512` are one road. */
export function roadOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return /^[GSXY]\d{1,4}/.exec(plain)?.[0] ?? plain
}

/** Borders, exits of expressways and affected areas are where the articles want them (十六条第六条). */
export const needsReason = (kind: PlaceKind): boolean => kind === 'trunk'
