import { useWords } from './language.tsx'
import { en } from './words.en.ts'
import { zh, type UiWords } from './words.zh.ts'

export const useUiWords = (): UiWords => useWords<UiWords>({ zh, en })
