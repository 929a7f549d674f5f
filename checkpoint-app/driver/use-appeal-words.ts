import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import { en } from './appeal-words.en.ts'
import { zh } from './appeal-words.zh.ts'

export type AppealWords = Wording<typeof zh>
export const useAppealWords = (): AppealWords => useWords<AppealWords>({ zh, en })
