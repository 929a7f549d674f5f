import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import { en } from './case-words.en.ts'
import { zh } from './case-words.zh.ts'

export type CaseWords = Wording<typeof zh>
export const useCaseWords = (): CaseWords => useWords<CaseWords>({ zh, en })
