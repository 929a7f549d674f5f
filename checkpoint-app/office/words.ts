import { useLanguage, useWords, type Language } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import type { FactWords } from './inspections/fact-words.ts'
import { en as factsEn } from './inspections/fact-words.en.ts'
import { zh as factsZh } from './inspections/fact-words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type OfficeWords = Wording<typeof zh>

export const useOfficeWords = (): OfficeWords => useWords<OfficeWords>({ zh, en })
export const useFactWords = (): FactWords => useWords<FactWords>({ zh: factsZh, en: factsEn })
export const useChosenLanguage = (): Language => useLanguage().language
