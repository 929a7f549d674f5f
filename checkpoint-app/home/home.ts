import { isDemo } from '../ui/api.ts'
import { dress } from '../ui/theme.ts'

// The page is complete without this script; it only keeps the chosen theme and names a demonstration as one.
dress()
void isDemo().then((demo) => {
  document.querySelector('#demo')?.toggleAttribute('hidden', demo !== true)
})
