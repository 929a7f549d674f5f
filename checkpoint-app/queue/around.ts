import { blockKindWords, basicOn, placeKindWords, placeStateWords, serviceWords } from '../../shared/wording/network.ts'
import { element } from './element.ts'
import type { Queue } from './main.ts'
import type { Words } from './words.zh.ts'

type Block = Queue['blocks'][number]
type Place = Queue['places'][number]

/** Roads that are blocked or slow, before everything else: whoever reads it may still turn off. */
export function blocks({ blocks: all }: Queue, words: Words): Element[] {
  if (all.length === 0) return []
  const list = element('ul', 'queue-blocks')
  for (const block of all) list.append(blockLine(block, words))
  const section = element('section', 'queue-around', element('h2', '', words.roads))
  section.append(list)
  return [section]
}

function blockLine({ kind, road, place, startedAt, detour }: Block, words: Words): Element {
  const line = element('li', kind === 'blocked' ? 'is-blocked' : '')
  line.append(
    element('strong', '', `${road} ${blockKindWords[kind][words.language]}`),
    element('p', '', place),
    element('p', 'quiet', words.since(startedAt.slice(5, 10), startedAt.slice(11, 16))),
  )
  if (detour !== null) line.append(element('p', 'queue-detour', words.detour(detour)))
  return line
}

const order = { open: 0, due: 1, closed: 2 } as const

/** Service areas, places to stop and points for tests; those that are open first, of a closed service area what goes on. */
export function places({ places: all }: Queue, words: Words): Element[] {
  if (all.length === 0) return []
  const section = element('section', 'queue-around', element('h2', '', words.places))
  const list = element('ul', 'queue-places')
  for (const place of all.toSorted((a, b) => order[a.state] - order[b.state])) list.append(placeLine(place, words))
  section.append(list)
  return [section]
}

function placeLine(place: Place, words: Words): Element {
  const { language } = words
  const line = element('li', place.state === 'open' ? 'is-open' : 'is-closed')
  const name = element('h3', '', place.name)
  const word =
    place.kind === 'service-area' || place.state === 'open' ? placeStateWords[place.state][language] : words.shut
  name.append(element('span', 'queue-state', word))
  const where = [placeKindWords[place.kind][language], place.road, place.direction].filter(Boolean).join(' · ')
  line.append(name, element('p', 'quiet', where))
  if (place.state === 'open') {
    const has = place.services.map((one) => serviceWords[one][language])
    const said = [place.hours, ...(place.free ? [words.free] : []), ...(place.forTrucks ? [words.forTrucks] : [])]
    line.append(element('p', '', said.join(' · ')))
    if (has.length > 0 && place.kind !== 'test-point') line.append(element('p', 'quiet', has.join(' · ')))
  } else if (place.kind === 'service-area') line.append(element('p', '', basicOn[language]))
  if (place.phone !== null) {
    const link = element('a', 'text-link', words.dial(place.phone))
    link.setAttribute('href', `tel:${place.phone}`)
    line.append(link)
  }
  return line
}
