import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type CaseWords = Wording<typeof zh>
export const useCaseWords = (): CaseWords => useWords<CaseWords>({ zh, en })
