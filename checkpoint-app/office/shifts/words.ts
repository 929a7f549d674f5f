import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type DutyWords = Wording<typeof zh>
export const useDutyWords = (): DutyWords => useWords<DutyWords>({ zh, en })
