import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './register-words.en.ts'
import { zh } from './register-words.zh.ts'

export type RegisterWords = Wording<typeof zh>
export const useRegisterWords = (): RegisterWords => useWords<RegisterWords>({ zh, en })
