import '../ui/older-browsers.ts'
import { checkIn, publicQueue } from '../../schema/api/queue.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { call, isDemo } from '../ui/api.ts'
import { keep, kept } from '../ui/kept.ts'
import { askNumbers, keptNumbers } from '../ui/published-numbers.ts'
import { dress } from '../ui/theme.ts'
import { draw } from './draw.ts'
import { signIn } from './sign.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type Queue = AnswerOf<typeof publicQueue>
export type Joining =
  { kind: 'ask'; problem?: 'plate' | 'network' } | { kind: 'sending' } | { kind: 'done'; minutes: number | null }

/** What is on the page; everything is drawn anew when any of it changes. */
const page = {
  queue: undefined as Queue | undefined,
  failed: false,
  english: kept('language') === 'en',
  demo: false,
  numbers: keptNumbers(),
  joining: { kind: 'ask' } as Joining,
  plate: typeof kept('queue-plate') === 'string' ? String(kept('queue-plate')) : '',
}
/** The same press sent twice is one. */
let pressed = crypto.randomUUID()
const place = document.querySelector('#queue')!

function show(): void {
  document.documentElement.lang = page.english ? 'en' : 'zh-CN'
  draw(place, {
    ...page,
    sign: signIn(location.hash),
    language: page.english ? 'en' : 'zh',
    words: page.english ? en : zh,
    onLanguage: () => {
      page.english = !page.english
      keep('language', page.english ? 'en' : 'zh')
      show()
    },
    onAgain: () => void ask(),
    onPlate: (plate) => (page.plate = plate),
    onJoin: () => void join(),
  })
}

async function ask(): Promise<void> {
  const answer = await call(publicQueue, {})
  if (answer.ok) page.queue = answer.value
  page.failed = !answer.ok
  // Nothing is taken from under a finger that types.
  if (document.activeElement?.tagName !== 'INPUT') show()
}

async function join(): Promise<void> {
  const sign = signIn(location.hash)
  const plate = page.plate.trim()
  if (sign === undefined) return
  if (plate.length < 4) {
    page.joining = { kind: 'ask', problem: 'plate' }
    show()
    return
  }
  page.joining = { kind: 'sending' }
  show()
  const where = {
    ...(sign.number === undefined ? {} : { sign: sign.number }),
    ...(sign.metres === undefined ? {} : { metres: sign.metres }),
  }
  const body = { id: pressed, checkpoint: sign.checkpoint, plate, source: 'qr' as const, ...where }
  const answer = await call(checkIn, { body })
  if (answer.ok) {
    keep('queue-plate', plate)
    pressed = crypto.randomUUID()
    page.joining = { kind: 'done', minutes: answer.value.virtualMinutes }
  } else page.joining = { kind: 'ask', problem: 'network' }
  show()
}

dress()
show()
addEventListener('hashchange', () => {
  page.joining = { kind: 'ask' }
  show()
})
addEventListener('storage', () => {
  page.english = kept('language') === 'en'
  show()
})
void ask()
setInterval(() => {
  if (document.visibilityState === 'visible') void ask()
}, 60_000)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void ask()
})
void askNumbers().then((numbers) => {
  page.numbers = numbers
  if (document.activeElement?.tagName !== 'INPUT') show()
})
void isDemo().then((demo) => {
  page.demo = demo === true
  show()
})
