/** What is told when a deadline of the law comes due (wording §3). A text message has 70 characters at most; a plate is as far as it goes. */
import { showPlate } from '../identity/plate.ts'
import { shortTime, type Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'

const from = { zh: '【焦作保通保畅】', en: '[Jiaozuo freight] ' }

/** `fullAt`: the last minute at which the test holds. */
export const testEndsSoon = (plate: string, fullAt: Instant, hours: number): Bilingual => ({
  zh: `${from.zh}${showPlate(plate)}：您的核酸将于${shortTime(fullAt)}满${hours}小时，请就近免费检测。疑问拨12328`,
  en: `${from.en}${showPlate(plate)}: your test turns ${hours} h old at ${shortTime(fullAt)}. Get a free one nearby. Questions: 12328`,
})

export const overstayForDriver = (hours: number): Bilingual => ({
  zh: `${from.zh}您在焦停留已超核酸${hours}小时，现为黄码，完成三天两检阴性后自动解码。有疑问拨12328。`,
  en: `${from.en}You stayed beyond your ${hours} h test: yellow code now. It clears by itself after two negative tests in three days. Questions: 12328`,
})

/** Work goes on; the company and the community help with the tests. */
export const overstayForHosts = (plate: string, hours: number): Bilingual => ({
  zh: `${from.zh}${showPlate(plate)}司乘停留超核酸${hours}小时，现为黄码，可继续作业，请协助完成三天两检。12328`,
  en: `${from.en}Crew of ${showPlate(plate)} stayed beyond the ${hours} h test: yellow code. Work may go on; help with two tests in three days. 12328`,
})

/** `still`: another reason is open. */
export const clearedForDriver = (still: 'yellow' | 'red' | null): Bilingual =>
  still === null
    ? {
        zh: `${from.zh}您的黄码已自动解除，可正常通行。`,
        en: `${from.en}Your yellow code has been cleared. You may go on as usual.`,
      }
    : {
        zh: `${from.zh}您的一项黄码原因已自动解除，另有原因未解除，详见货畅码。有疑问拨12328`,
        en: `${from.en}One reason of your code has been cleared; another stays open, see your freight code. Questions: 12328`,
      }

type Awaited = { plate: string; expectedAt: Instant; hours: number }

export const notArrivedForHosts = ({ plate, expectedAt, hours }: Awaited): Bilingual => ({
  zh: `${from.zh}${showPlate(plate)}预计${shortTime(expectedAt)}到，已超${hours}小时未见到达，请联系司机核实。12328`,
  en: `${from.en}${showPlate(plate)} was expected ${shortTime(expectedAt)} and has not been seen ${hours} h later. Please call the driver. 12328`,
})

export const notArrivedForCommand = ({ plate, expectedAt, hours }: Awaited): Bilingual => ({
  zh: `${showPlate(plate)}预计${shortTime(expectedAt)}到企，已超${hours}小时，企业、社区均未回报。请安排核实`,
  en: `${showPlate(plate)} was due at its company ${shortTime(expectedAt)}; ${hours} h later neither company nor community has reported. Have it looked into`,
})
