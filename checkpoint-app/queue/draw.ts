import type { Joining, Queue } from './main.ts'
import { button, element } from './element.ts'
import { blocks, places } from './around.ts'
import { faster, type Sign } from './sign.ts'
import type { Language } from '../../shared/wording/language.ts'
import { numbersList, type Known } from '../ui/published-numbers.ts'
import type { Words } from './words.zh.ts'

export type Shown = {
  queue: Queue | undefined
  failed: boolean
  demo: boolean
  joining: Joining
  plate: string
  sign: Sign | undefined
  numbers: Known
  language: Language
  words: Words
  onLanguage: () => void
  onAgain: () => void
  onPlate: (plate: string) => void
  onJoin: () => void
}
type Item = Queue['items'][number]

/** The whole page anew: the sign first where there is one, then every checkpoint, then whom to call. */
export function draw(place: Element, shown: Shown): void {
  const { words, queue, failed } = shown
  document.title = `${words.page} · 畅行`
  place.replaceChildren(
    head(shown),
    ...(shown.demo ? [element('p', 'queue-demo', words.demo)] : []),
    ...(shown.sign === undefined ? [] : [joining(shown, shown.sign)]),
    ...(queue === undefined && !failed ? [element('p', 'queue-busy', words.loading)] : []),
    ...(failed ? [failure(shown)] : []),
    ...(queue === undefined ? [] : [...blocks(queue, words), list(queue, words), ...places(queue, words)]),
    foot(shown),
  )
}

function head({ words, onLanguage, queue }: Shown): Element {
  const line = element('header', 'queue-head', element('h1', '', words.page))
  line.append(button(words.other, onLanguage, 'queue-language'))
  if (queue !== undefined) line.append(element('p', 'quiet queue-time', words.asOf(queue.at.slice(11, 16))))
  return line
}

function joining({ words, queue, joining: state, plate, onPlate, onJoin }: Shown, sign: Sign): Element {
  const item = queue?.items.find(({ id }) => id === sign.checkpoint)
  if (queue !== undefined && item === undefined) return element('section', 'queue-join', words.signUnknown)
  const card = element('section', 'queue-join', element('h2', '', words.sign(item?.name ?? sign.checkpoint)))
  card.setAttribute('aria-live', 'polite')
  if (state.kind === 'done') {
    card.append(element('p', 'queue-done', words.joined))
    if (state.minutes !== null) card.append(element('p', 'queue-big', words.about(state.minutes)))
    return card
  }
  const field = document.createElement('input')
  field.id = 'plate'
  field.value = plate
  field.placeholder = words.platePlaceholder
  field.autocomplete = 'off'
  field.maxLength = 16
  field.addEventListener('input', () => onPlate(field.value))
  const label = element('label', '', words.plate)
  label.setAttribute('for', 'plate')
  const press = button(state.kind === 'sending' ? words.sending : words.join, onJoin, 'queue-press')
  press.toggleAttribute('disabled', state.kind === 'sending')
  card.append(element('p', 'quiet', words.signWhy), label, field, press)
  if (state.kind === 'ask' && state.problem !== undefined) {
    const said = element('p', 'queue-problem', state.problem === 'plate' ? words.plateWrong : words.joinFailed)
    said.setAttribute('role', 'alert')
    card.append(said)
  }
  return card
}

function failure({ words, onAgain }: Shown): Element {
  const card = element('section', 'queue-failed', element('p', '', words.failed))
  card.setAttribute('role', 'alert')
  card.append(button(words.again, onAgain))
  return card
}

function list({ items }: Queue, words: Words): Element {
  const all = element('ul', 'queue-list')
  for (const item of items) all.append(line(item, items, words))
  return all
}

function line(item: Item, items: readonly Item[], words: Words): Element {
  const row = element('li', item.congested ? 'is-congested' : '')
  const name = element('h2', '', item.name)
  if (item.congested) name.append(element('strong', 'queue-tag', words.congested))
  row.append(name, element('p', 'quiet', item.road))
  if (item.waitMinutes === null || item.onArrivalMinutes === null) {
    row.append(element('p', 'queue-unknown', words.unknown))
    return row
  }
  const numbers = element('dl', 'queue-numbers')
  numbers.append(
    pair(words.arriving, words.minutes(item.onArrivalMinutes), 'queue-big'),
    pair(words.now, words.minutes(item.waitMinutes), ''),
  )
  row.append(numbers)
  if (item.queueMetres !== null && item.queueMetres > 0)
    row.append(element('p', 'quiet', words.queue(item.queueMetres)))
  const others = item.congested ? faster(items, item) : []
  if (others.length > 0) {
    const text = others.map((one) => `${one.name} ${words.minutes(one.onArrivalMinutes ?? 0)}`).join(' · ')
    row.append(element('p', '', `${words.faster}: ${text}`))
  }
  return row
}

function pair(name: string, value: string, kind: string): Element {
  const both = element('div', '')
  both.append(element('dt', 'quiet', name), element('dd', kind, value))
  return both
}

function foot({ words, numbers, language }: Shown): Element {
  const line = element('footer', 'queue-foot')
  const link = element('a', 'queue-call', words.hotline)
  link.setAttribute('href', 'tel:12328')
  line.append(link, element('p', 'quiet', words.hotlineWhy), numbersList(numbers, language))
  return line
}
