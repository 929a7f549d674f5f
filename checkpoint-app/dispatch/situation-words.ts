import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import { en } from './situation-words.en.ts'
import { zh } from './situation-words.zh.ts'

export type SituationWords = Wording<typeof zh>
export const useSituationWords = (): SituationWords => useWords<SituationWords>({ zh, en })
