import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { demoCheckpoints } from './places.ts'

type Channels = Deps['channels']
/** What somebody's telephone has received. `link`: the address by which he answers. */
export type Heard = {
  readonly at: Instant
  readonly phone: string
  readonly text: string
  readonly link: string | null
}

const heard = new WeakMap<Channels, Heard[]>()
/** The newest first. */
export const heardOver = (channels: Channels): readonly Heard[] => (heard.get(channels) ?? []).toReversed()
const kept = 40

type Around = { readonly now: () => Instant; readonly origin: string; readonly push?: Channels['push'] }

/**
 * Plays the SMS gateway and the groups of county, city and province: whatever is given to it has arrived, and nobody is called in
 * earnest. What the telephones received stands on the page of the demonstration.
 */
export function demoChannels({ now, origin, push }: Around): Channels {
  const all: Heard[] = []
  const counties = [...new Set(demoCheckpoints.map(({ county }) => county)), '410800', '410000']
  const channels: Channels = {
    sms: {
      send: async ({ id, phone, text, linkCode }) => {
        all.push({ at: now(), phone, text, link: linkCode === null ? null : `${origin}/a/${linkCode}` })
        if (all.length > kept) all.shift()
        return { kind: 'sent', id }
      },
      look: async () => ({ kind: 'delivered', code: 'DELIVERED' }),
    },
    robots: counties.map((county) => ({ kind: 'dingtalk', county, say: async () => ({ kind: 'sent' }) })),
    // Without a push service of its own nobody can subscribe, and nothing is missed.
    push: push ?? { allows: () => false, send: async () => ({ kind: 'sent' }) },
  }
  heard.set(channels, all)
  return channels
}
