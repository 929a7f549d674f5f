import type { Bilingual } from '../policy/documents.ts'
import { showPlate } from '../identity/plate.ts'
import { shortTime, type Instant } from '../instant.ts'

/** What is told when the sample of a truck that was let go turns out positive, late or different. A plate is as far as it goes. */
export type Found = {
  plate: string
  /** Where and when it was let go, where that is known. */
  released: { checkpoint: string; at: Instant } | undefined
  /** Names of checkpoints and of the company ahead. */
  ahead: readonly string[]
}

/** For the offices (wording §4). */
export function positiveForOffices({ plate, ahead }: Found): Bilingual {
  const shown = showPlate(plate)
  return {
    zh: `【动态追踪】${shown}司乘核酸阳性${ahead.length > 0 ? `，前方：${ahead.join('、')}` : ''}。请立即管控`,
    en: `[Tracking] Crew of ${shown} tested positive.${ahead.length > 0 ? ` Ahead: ${ahead.join(', ')}.` : ''} Act at once`,
  }
}

/** For a booth that may see the truck next: what to do if it comes. */
export function positiveForCheckpoint({ plate, released }: Found): Bilingual {
  const shown = showPlate(plate)
  const zh = released === undefined ? '' : `（${shortTime(released.at)} ${released.checkpoint}放行）`
  const en = released === undefined ? '' : `, let go at ${released.checkpoint} ${shortTime(released.at)}`
  return {
    zh: `前方核酸阳性：${shown}${zh}。如到本站，请人车分开等候，报属地防疫机构`,
    en: `Positive test ahead: ${shown}${en}. If it comes here: crew waits apart, call the epidemic office`,
  }
}

/** SMS to the company, 70 characters at most (wording §3). */
export const positiveForCompany = ({ plate }: Found): Bilingual => ({
  zh: `【焦作保通保畅】请立即暂停${showPlate(plate)}装卸并联系属地指挥部12328，现场人员原地等候。`,
  en: `Stop loading ${showPlate(plate)} at once and call the local command at 12328; people on site stay where they are.`,
})

type Waiting = { plate: string; checkpoint: string; at: Instant; hours: number }

export const overdueForTestPoint = ({ plate, checkpoint, at, hours }: Waiting): Bilingual => ({
  zh: `【动态追踪·超时】${showPlate(plate)} ${shortTime(at)}在${checkpoint}采样放行，${hours}小时仍无结果。请查核样本、上报结果`,
  en: `[Tracking overdue] ${showPlate(plate)} was sampled and let go at ${checkpoint} ${shortTime(at)}; no result after ${hours} h. Find the sample and report`,
})

export const laterNegative = (plate: string): Bilingual => ({
  zh: `【动态追踪】${showPlate(plate)}司乘先报阳性、后报阴性。请复核，红码和追踪不会自动撤销`,
  en: `[Tracking] Crew of ${showPlate(plate)}: positive first, negative later. Check it; the red code and the tracking do not end by themselves`,
})
