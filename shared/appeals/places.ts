/** Where the poster of the green lane hangs (R99), as it stands in the address behind its QR code. */
export const placeKinds = ['service-area', 'logistics-park', 'checkpoint', 'company'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** `name`: of a checkpoint its id, else the name as people call it. */
export type Place = { readonly kind: PlaceKind; readonly name: string }

const longest = 30
const checkpointId = /^[A-Z0-9][A-Z0-9-]{1,15}$/
const name = /^[\p{L}\p{N}][\p{L}\p{N} ·（）()—-]*$/u

/** `service-area/沁阳服务区`; undefined for anything else. */
export function placeOf(text: string): Place | undefined {
  const [, first, rest = ''] = /^([a-z-]+)\/(.+)$/.exec(text) ?? []
  const kind = placeKinds.find((known) => known === first)
  const spelt = rest.trim()
  if (kind === undefined || spelt.length > longest) return undefined
  return (kind === 'checkpoint' ? checkpointId : name).test(spelt) ? { kind, name: spelt } : undefined
}

export const placeText = ({ kind, name }: Place): string => `${kind}/${name}`

/** What the poster's code opens on the driver's phone. */
export const posterAddress = (origin: string, place: Place): string =>
  `${origin}/driver/?appeal=${encodeURIComponent(placeText(place))}`
