import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type NumbersWords = Wording<typeof zh>
export const useNumbersWords = (): NumbersWords => useWords<NumbersWords>({ zh, en })
