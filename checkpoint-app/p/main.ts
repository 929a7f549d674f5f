import '../ui/older-browsers.ts'
import { isDemo, publicText } from '../ui/api.ts'
import { keep, kept } from '../ui/kept.ts'
import { askNumbers, keptNumbers } from '../ui/published-numbers.ts'
import { loadRegions, type Regions } from '../ui/regions.ts'
import { shortRegion } from '../ui/region-names.ts'
import { serverNow } from '../ui/server-clock.ts'
import { dress } from '../ui/theme.ts'
import { checkPass, type Answer } from './check-pass.ts'
import { showAnswer } from './show-answer.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What is on the page; everything is drawn anew when any of it changes. */
const page = {
  answer: undefined as Answer | undefined,
  checkedAt: serverNow(),
  english: kept('language') === 'en',
  regions: undefined as Regions | undefined,
  demo: false,
  numbers: keptNumbers(),
}

const place = document.querySelector('#answer')!

function show(): void {
  const { answer, english, checkedAt, regions, demo, numbers } = page
  document.documentElement.lang = english ? 'en' : 'zh-CN'
  showAnswer(place, {
    answer,
    checkedAt,
    demo,
    numbers,
    language: english ? 'en' : 'zh',
    words: english ? en : zh,
    regionName: (code) => shortRegion(regions, code),
    onAgain: () => void check(),
    onLanguage: () => {
      page.english = !page.english
      keep('language', page.english ? 'en' : 'zh')
      show()
    },
  })
}

async function check(): Promise<void> {
  page.answer = undefined
  show()
  const fragment = location.hash.slice(1)
  const keys = async (): Promise<unknown> => parsed(await publicText('/.well-known/jwks.json'))
  const ask = { keys, list: publicText, now: serverNow }
  page.answer = fragment === '' ? { state: 'none' } : await checkPass(`${location.origin}/p#${fragment}`, ask)
  page.checkedAt = serverNow()
  show()
  if (page.answer.pass === undefined) return
  page.regions = await loadRegions().catch(() => undefined)
  show()
}

/** What is no JSON is the page of a hotel's network, not of ours. */
function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

dress()
addEventListener('hashchange', () => void check())
// Chosen in another tab.
addEventListener('storage', () => {
  page.english = kept('language') === 'en'
  show()
})
void check()
void askNumbers().then((numbers) => {
  page.numbers = numbers
  show()
})
void isDemo().then((demo) => {
  page.demo = demo === true
  show()
})
