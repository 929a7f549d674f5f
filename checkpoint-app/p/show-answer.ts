import type { PassClaims } from '../../shared/credential/claims.ts'
import { cargoNames, isCargo } from '../../shared/wording/cargo.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import { beijingIso, documentTime, shortTime } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { numbersList, type Known } from '../ui/published-numbers.ts'
import type { Answer, State } from './check-pass.ts'
import type { Words } from './words.zh.ts'

type Tone = 'go' | 'care' | 'stop' | 'void' | 'act'

const tones: Readonly<Record<State, Tone>> = {
  valid: 'go',
  expired: 'void',
  revoked: 'stop',
  suspended: 'care',
  'not-yet': 'care',
  unreadable: 'void',
  'not-ours': 'void',
  freight: 'act',
  unchecked: 'care',
  offline: 'void',
  none: 'act',
}

/** As in ui/state-mark.tsx; this page carries no library. */
const shapes: Readonly<Record<Tone, { path: string; filled?: true }>> = {
  go: { path: 'M3 13 9.5 19.5 21 5' },
  care: { path: 'M12 3 22.5 21H1.5Z', filled: true },
  stop: { path: 'M4 4H20V20H4Z', filled: true },
  void: { path: 'M12 2 22 12 12 22 2 12Z' },
  act: { path: 'M2 12H20M13 4.5 20.5 12 13 19.5' },
}

export type Shown = {
  answer: Answer | undefined
  words: Words
  language: 'zh' | 'en'
  checkedAt: Instant
  /** Path of names of a region; its code while the table is not there. */
  regionName: (code: string) => string
  demo: boolean
  numbers: Known
  onLanguage: () => void
  onAgain: () => void
}

/** The whole page anew: head, one big answer, what the pass says, and nothing personal. */
export function showAnswer(place: Element, shown: Shown): void {
  const { words, answer } = shown
  document.title = `${words.page} · 畅行`
  place.replaceChildren(
    head(shown),
    ...(shown.demo ? [element('p', 'answer-demo', words.demo)] : []),
    answer === undefined ? element('p', 'answer-busy', words.checking) : verdict(answer.state, words),
    ...(answer?.pass === undefined ? [] : [facts(answer.pass, shown)]),
    ...(answer !== undefined && mayTryAgain(answer.state) ? [button(words.again, shown.onAgain, 'answer-again')] : []),
    foot(shown),
  )
}

const mayTryAgain = (state: State) => state === 'offline' || state === 'unchecked'

function head({ words, onLanguage, language }: Shown): Element {
  const line = element('header', 'answer-head', element('p', '', words.page))
  const other = button(words.other, onLanguage, 'answer-language')
  other.lang = language === 'zh' ? 'en' : 'zh-CN'
  line.append(other)
  return line
}

function verdict(state: State, words: Words): Element {
  const { title, line } = words.states[state]
  const big = element('h1', '', title)
  big.prepend(shape(tones[state]))
  return element('section', `verdict verdict-${tones[state]}`, big, element('p', '', line))
}

function facts(pass: PassClaims, { words, language, regionName }: Shown): Element {
  const day = (at: Instant) => (language === 'zh' ? documentTime(at) : beijingIso(at).slice(0, 16).replace('T', ' '))
  const rows: readonly (readonly [string, string])[] = [
    [words.number, pass.number],
    [words.route, `${regionName(pass.origin)} — ${regionName(pass.destination)}`],
    [words.cargo, isCargo(pass.cargo) ? cargoNames[pass.cargo][language] : pass.cargo],
    [words.period, `${day(pass.validFrom)} ${words.to} ${day(pass.expiresAt)}`],
    [words.issuer, regionName(pass.issuedBy.slice(0, 6))],
  ]
  const list = element('dl', 'pass-facts')
  for (const [name, value] of rows) list.append(element('div', '', element('dt', '', name), element('dd', '', value)))
  const plate = element('p', 'pass-plate', showPlate(pass.plate))
  plate.setAttribute('role', 'img')
  plate.setAttribute('aria-label', `${words.plate} ${showPlate(pass.plate)}`)
  return element('section', 'card', plate, list)
}

function foot({ words, answer, checkedAt, numbers, language }: Shown): Element {
  const help = element('a', '', words.help)
  help.setAttribute('href', 'tel:12328')
  const checked = answer === undefined || answer.state === 'none' ? [] : [words.checkedAt(shortTime(checkedAt))]
  return element(
    'footer',
    'answer-foot',
    ...checked.map((line) => element('p', '', line)),
    element('p', '', words.private),
    element('p', '', help),
    numbersList(numbers, language),
  )
}

function button(label: string, press: () => void, className: string): HTMLElement {
  const made = element('button', className, label)
  made.setAttribute('type', 'button')
  made.addEventListener('click', press)
  return made
}

function element(name: string, className: string, ...inside: readonly (string | Element)[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...inside)
  return made
}

const svg = 'http://www.w3.org/2000/svg'

function shape(tone: Tone): Element {
  const { path, filled } = shapes[tone]
  const drawing = document.createElementNS(svg, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(svg, 'path')
  line.setAttribute('d', path)
  if (filled) line.setAttribute('class', 'is-filled')
  drawing.append(line)
  return drawing
}
