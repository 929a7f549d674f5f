import { useWords } from '../ui/language.tsx'
import { en } from './words.en.ts'
import { zh, type DriverWords } from './words.zh.ts'

export const useDriverWords = (): DriverWords => useWords<DriverWords>({ zh, en })
