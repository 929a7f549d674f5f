import type { Bilingual } from '../policy/documents.ts'
import { showPlate } from '../identity/plate.ts'
import { answerWithinMinutes } from '../passes/checks.ts'

/** What the offices are told about applications for a pass. */
export const passWaits = (plate: string): Bilingual => ({
  zh: `通行证申请待审核：${showPlate(plate)}，${answerWithinMinutes} 分钟内办结`,
  en: `A pass application waits for a person: ${showPlate(plate)}; to be answered within ${answerWithinMinutes} minutes`,
})

export const passIsLate = (plate: string): Bilingual => ({
  zh: `通行证申请超过 ${answerWithinMinutes} 分钟未办结：${showPlate(plate)}`,
  en: `A pass application has waited for more than ${answerWithinMinutes} minutes: ${showPlate(plate)}`,
})

/** What the driver is told who applied on his trip. */
export const passDecided = (issued: boolean): Bilingual =>
  issued
    ? { zh: '您的重点物资运输车辆通行证已核发', en: 'Your pass for key goods was issued' }
    : {
        zh: '您的通行证申请未核发，不影响正常查验放行；原因和办法见通行证页',
        en: 'Your application for a pass was not granted; this holds nobody. Why, and what to do, is on the page of the pass',
      }
