/** What is told of a record at the booth while the truck stands there. A text message has 70 characters at most; a plate is as far as it goes. */
import type { CodeGround } from '../codes/reasons.ts'
import { showPlate } from '../identity/plate.ts'
import { shortTime, type Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'
import type { Numbers } from '../policy/numbers.ts'
import { codeWordings } from './codes.ts'

const from = { zh: '【焦作保通保畅】', en: '[Jiaozuo freight] ' }

const numbersIn = ({ testValidity, twoTestsMinGap, twoTestsMaxGap, appealTarget }: Numbers) => ({
  validityHours: testValidity,
  minGapHours: twoTestsMinGap,
  maxGapHours: twoTestsMaxGap,
  appealMinutes: appealTarget,
})

/** Why, that he may drive on, and the two ways out (V13, V14). */
export function yellowForDriver(ground: CodeGround, numbers: Numbers): Bilingual {
  const why = (language: 'zh' | 'en') => codeWordings[language].ground[ground](numbersIn(numbers))
  const hours = numbers.testValidity
  return {
    zh: `${from.zh}您现为黄码（${why('zh')}），可通行。持${hours}小时核酸阴性离焦即解码，留焦完成三天两检即解码。疑问12328`,
    en: `${from.en}Yellow code (${why('en')}); you may drive on. Cleared on leaving with a negative test within ${hours} h, or by two tests in three days. Questions: 12328`,
  }
}

/** Work goes on; they help with the tests of whoever stays. */
export const yellowForHosts = (plate: string): Bilingual => ({
  zh: `${from.zh}${showPlate(plate)}司乘经查验为黄码，已放行，可继续作业；留焦的请协助完成三天两检。12328`,
  en: `${from.en}Crew of ${showPlate(plate)}: yellow code at the checkpoint, let go. Work may go on; help with two tests in three days if they stay. 12328`,
})

type Seen = { plate: string; checkpoint: string; at: Instant }

/** V1: the office and the doctors take over at the booth. */
export const positiveAtBooth = ({ plate, checkpoint, at }: Seen): Bilingual => ({
  zh: `【检测阳性】${showPlate(plate)}司乘${shortTime(at)}在${checkpoint}查验为阳性，请派人到场，安排转运和换驾接驳`,
  en: `[Positive] ${checkpoint}, ${shortTime(at)}: crew of ${showPlate(plate)} positive. Send somebody: medical transfer, and another driver for the goods`,
})

/** V3: the truck goes on as soon as somebody leads it. */
export const escortWanted = ({ plate, checkpoint, at }: Seen): Bilingual => ({
  zh: `【点对点】${showPlate(plate)}司乘${shortTime(at)}在${checkpoint}为红码或有中高风险地区行程，请安排专人引导至目的地`,
  en: `[Escort] ${checkpoint}, ${shortTime(at)}: crew of ${showPlate(plate)} red, or from a risk area. Lead it to its destination`,
})

export const undoneForDriver = (checkpoint: string): Bilingual => ({
  zh: `${from.zh}${checkpoint}刚才的查验记录已更正，由它产生的赋码已撤回，详见货畅码。疑问拨12328`,
  en: `${from.en}${checkpoint} has put its record right; the code it opened is taken back, see your freight code. Questions: 12328`,
})

export const undoneForOthers = ({ plate, checkpoint }: Omit<Seen, 'at'>): Bilingual => ({
  zh: `${from.zh}${showPlate(plate)}在${checkpoint}的查验记录已更正，前一条通知作废。12328`,
  en: `${from.en}${checkpoint} has put its record of ${showPlate(plate)} right; the message before no longer holds. 12328`,
})
