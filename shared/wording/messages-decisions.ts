/** What a driver is told when the epidemic office confirmed a red or ended a reason. A text message has 70 characters at most. */
import type { ClosedReason, OpenReason } from '../codes/ledger.ts'
import { isRed } from '../codes/reasons.ts'
import type { Numbers } from '../policy/numbers.ts'
import type { Bilingual } from '../policy/documents.ts'
import { codeWordings } from './codes.ts'

const numbersIn = ({ testValidity, twoTestsMinGap, twoTestsMaxGap, appealTarget }: Numbers) => ({
  validityHours: testValidity,
  minGapHours: twoTestsMinGap,
  maxGapHours: twoTestsMaxGap,
  appealMinutes: appealTarget,
})

/** The shape before the title is for screens with room; a text message begins with who writes. */
const plain = (title: string): string => title.replace(/^[■▲✔◇]\s*/u, '')

export function redConfirmed({ reason, ground }: OpenReason, numbers: Numbers): Bilingual {
  const say = (language: 'zh' | 'en') => {
    const words = codeWordings[language]
    return {
      title: plain(words.title[reason]),
      why: words.ground[ground](numbersIn(numbers)),
      next: words.next[reason],
    }
  }
  const [zh, en] = [say('zh'), say('en')]
  return {
    zh: `【焦作保通保畅】${zh.title}。原因：${zh.why}。${zh.next}。有疑问拨12328`,
    en: `[Jiaozuo freight] ${en.title}. ${en.why}. ${en.next}. Questions: 12328`,
  }
}

/** `colour`: what he has now, with this reason gone. */
export function reasonEnded({ reason, closed }: ClosedReason, colour: 'green' | 'yellow' | 'red' | 'grey'): Bilingual {
  const code = isRed(reason) ? { zh: '红码', en: 'red code' } : { zh: '黄码', en: 'yellow code' }
  const why = { zh: codeWordings.zh.closed[closed.way].line(''), en: codeWordings.en.closed[closed.way].line('') }
  const still = { red: { zh: '红码', en: 'red' }, yellow: { zh: '黄码', en: 'yellow' } }
  const left = colour === 'red' || colour === 'yellow' ? still[colour] : undefined
  return {
    zh: `【焦作保通保畅】您的${code.zh}已解除：${why.zh}。${left ? `另有原因未解除，现为${left.zh}，详见货畅码` : '可正常通行'}。`,
    en: `[Jiaozuo freight] Your ${code.en} is cleared: ${why.en}. ${left ? `Another reason stays open (${left.en}); see your freight code` : 'You may go on'}.`,
  }
}
