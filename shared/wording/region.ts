/** What is told of checkpoints that rise together because one was closed 区域拥堵. */
import type { Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'
import { clockTime } from './congestion.ts'

export type AboutRegion = {
  /** Name of the closing checkpoint. */
  readonly cause: string
  readonly why: 'lanes' | 'checkpoint'
  readonly closedAt: Instant
  /** Names, in the order in which they rose. */
  readonly members: readonly string[]
}

const closed = ({ cause, why, closedAt }: AboutRegion): Bilingual => ({
  zh: `${cause}${clockTime(closedAt)}${why === 'lanes' ? '车道全部关闭' : '关停'}`,
  en: `${cause}: ${why === 'lanes' ? 'every lane closed' : 'closed'} at ${clockTime(closedAt)}`,
})

export const regionFormed = (about: AboutRegion): Bilingual => ({
  zh: `【区域拥堵】${closed(about).zh}后，${about.members.join('、')}相继拥堵，请市级统筹调度、引导分流`,
  en: `[Regional congestion] ${closed(about).en}; since then ${about.members.join(', ')} rose. The city directs and diverts`,
})
export const regionOver = (about: AboutRegion, minutes: number): Bilingual => ({
  zh: `【区域解除】因${closed(about).zh}引起的区域拥堵已解除（${about.members.join('、')}），历时${minutes}分钟`,
  en: `[Regional all clear] ${closed(about).en}: ${about.members.join(', ')} are clear again after ${minutes} min`,
})
/** In the timeline of one of its incidents. */
export const partOfRegion = (about: AboutRegion): Bilingual => ({
  zh: `归入区域拥堵：${closed(about).zh}`,
  en: `Part of a regional congestion: ${closed(about).en}`,
})
/** In the report of the day. */
export const regionLine = (about: AboutRegion, endedAt: Instant | null): Bilingual => ({
  zh: `区域拥堵：${closed(about).zh}，波及${about.members.join('、')}，${endedAt === null ? '未解除' : `${clockTime(endedAt)}解除`}`,
  en: `Regional congestion: ${closed(about).en}, reached ${about.members.join(', ')}, ${endedAt === null ? 'goes on' : `clear at ${clockTime(endedAt)}`}`,
})
