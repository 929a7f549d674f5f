import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  left: (n: number) => `还差${n}项`,
  soFar: (who: string, headline: string) => `目前最严：${who} ${headline}`,
  measure: '测温',
  measureOf: (who: string) => `给${who}`,
  measureAgain: '复测',
  measured: (reading: string) => `${reading} ℃`,
  papers: '证码',
  papersOf: (who: string) => `核验${who}的一证两码：`,
  tools: '更多操作',
  retype: (who: string) => `重新录入${who}`,
  prior: (time: string, checkpoint: string) => `${time} ${checkpoint}已查验放行`,
}
export type BoardWords = Wording<typeof zh>
const en: BoardWords = {
  left: (n) => `${n} to go`,
  soFar: (who, headline) => `Strictest so far: ${who}, ${headline}`,
  measure: 'Temp.',
  measureOf: (who) => `${who}: `,
  measureAgain: 'Again',
  measured: (reading) => `${reading} ℃`,
  papers: 'Papers',
  papersOf: (who) => `Check proof and codes of ${who}: `,
  tools: 'More',
  retype: (who) => `Enter ${who} again`,
  prior: (time, checkpoint) => `Released ${time} at ${checkpoint}`,
}

export const useBoardWords = (): BoardWords => useWords<BoardWords>({ zh, en })
