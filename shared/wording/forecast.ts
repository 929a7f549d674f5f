import type { Day } from '../congestion/forecast/days.ts'
import type { Peak } from '../congestion/forecast/peaks.ts'
import { beijing, type Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'

const two = (n: number) => String(n).padStart(2, '0')
/** The hour at which something ends; midnight as 24:00. */
const endOf = (at: Instant): string => (beijing(at).hour === 0 ? '24:00' : `${two(beijing(at).hour)}:00`)
export const hoursOfPeak = ({ from, to }: Pick<Peak, 'from' | 'to'>): string =>
  `${two(beijing(from).hour)}:00–${endOf(to)}`

/** Nobody can foretell single trucks. */
export const roundTrucks = (n: number): number => (n < 20 ? Math.round(n) : Math.round(n / 5) * 5)

/** What the head and the county are told before a peak. `openNow`: the planned lanes are those open now. */
export function peakWords(checkpoint: string, peak: Peak, openNow: boolean): Bilingual {
  const { advice, lanes } = peak
  const [come, taken] = [roundTrucks(peak.arrivals), roundTrucks(peak.capacity)]
  const hours = hoursOfPeak(peak)
  const wait = Math.round(peak.wait)
  return {
    zh:
      `【预判】${checkpoint}预计${hours}高峰：每小时约${come}辆，${openNow ? '现' : '按惯例'}${lanes}道每小时只能查${taken}辆，等候可达${wait}分钟。` +
      doZh(advice, lanes),
    en:
      `[Forecast] ${checkpoint}, ${hours}: about ${come} trucks an hour; ${openNow ? 'the open lanes' : 'the usual lanes'} (${lanes}) take ${taken}, waits up to ${wait} min. ` +
      doEn(advice, lanes),
  }
}

/** The same with how little it rests on, where it is little. */
export const withRests = ({ zh, en }: Bilingual, rests: Bilingual | null): Bilingual =>
  rests === null ? { zh, en } : { zh: `${zh}（${rests.zh}）`, en: `${en} (${rests.en})` }

function doZh({ lanes: n, more, staff, wait, short }: Peak['advice'], lanes: number): string {
  const green = '，保持应急绿色通道畅通'
  if (more === 0) return `${lanes}道已是全部车道：请上岗${staff}人、人员前置，并报县调度提前增援${green}`
  const still = short ? `；全部开满仍可能等${Math.round(wait)}分钟，请报县调度提前增援` : ''
  return `请开${n}道（增${more}道）、上岗${staff}人，人员前置${still}${green}`
}

function doEn({ lanes: n, more, staff, wait, short }: Peak['advice'], lanes: number): string {
  const green = ' and keep the green lane free'
  if (more === 0)
    return `All ${lanes} lanes are in it: have ${staff} people there beforehand, ask the county for help${green}`
  const still = short ? `; even then up to ${Math.round(wait)} min: ask the county for help` : ''
  return `Open ${n} lanes (${more} more) with ${staff} people beforehand${still}${green}`
}

const kinds: Readonly<Record<Day['kind'], Bilingual>> = {
  weekday: { zh: '工作日', en: 'working day' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '节假日', en: 'holiday' },
}

/** 调休上班日, 劳动节前一天, 劳动节最后一天, 周末. */
export function dayWords({
  kind,
  holiday,
  edge,
  worked,
}: Pick<Day, 'kind' | 'holiday' | 'edge' | 'worked'>): Bilingual {
  if (holiday !== null && edge === 'eve') return { zh: `${holiday.zh}前一天`, en: `the day before ${holiday.en}` }
  if (holiday !== null && edge === 'last') return { zh: `${holiday.zh}最后一天`, en: `the last day of ${holiday.en}` }
  if (holiday !== null) return holiday
  return worked ? { zh: '调休上班日', en: 'working weekend day' } : kinds[kind]
}

const seenDays: Readonly<Record<Day['kind'], Bilingual>> = { ...kinds, weekend: { zh: '周末日', en: 'weekend day' } }

/** With so many days of a kind nothing more is said. */
const enough = 5

/** How little it rests on, where it is little; null = enough was seen. */
export function restsOnWords(kind: Day['kind'], days: number): Bilingual | null {
  if (days >= enough) return null
  const { zh, en } = seenDays[kind]
  if (days === 0) return { zh: `还没有${zh}的数据，暂按其他日子推算`, en: `No ${en} was seen yet; other days stand in` }
  return {
    zh: `只见过${days}个${zh}，预判仅供参考`,
    en: `Only ${days} ${en}${days === 1 ? '' : 's'} seen: a rough guide`,
  }
}

export const yearUnknownWords = (year: string): Bilingual => ({
  zh: `${year}年节假日安排未录入，只按星期推算`,
  en: `The holidays of ${year} are not recorded; only the day of the week counts`,
})
