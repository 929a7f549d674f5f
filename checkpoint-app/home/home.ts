import { isDemo } from '../ui/api.ts'
import { askNumbers, keptNumbers, numbersList } from '../ui/published-numbers.ts'
import { dress } from '../ui/theme.ts'

// The page is complete without this script; it only keeps the chosen theme and names a demonstration as one.
dress()
const numbers = document.querySelector('#numbers')
numbers?.replaceChildren(numbersList(keptNumbers(), 'zh', true))
void askNumbers().then((known) => numbers?.replaceChildren(numbersList(known, 'zh', true)))
void isDemo().then((demo) => {
  document.querySelector('#demo')?.toggleAttribute('hidden', demo !== true)
})
