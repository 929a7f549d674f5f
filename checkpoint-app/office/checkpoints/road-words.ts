import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './road-words.en.ts'
import { zh } from './road-words.zh.ts'

export type RoadWords = Wording<typeof zh>
export const useRoadWords = (): RoadWords => useWords<RoadWords>({ zh, en })
