import { useWords } from '../ui/language.tsx'
import { en } from './words.en.ts'
import { zh, type ApplyWords } from './words.zh.ts'

export const useApplyWords = (): ApplyWords => useWords<ApplyWords>({ zh, en })
