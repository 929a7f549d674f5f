import { useLanguage, useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import { en } from './incident-words.en.ts'
import { zh } from './incident-words.zh.ts'

export type IncidentWords = Wording<typeof zh>
export const useIncidentWords = (): IncidentWords => useWords<IncidentWords>({ zh, en })

/** What the server says in both languages, in the one chosen. */
export function useSaid(): (said: { zh: string; en: string }) => string {
  const { language } = useLanguage()
  return (said) => said[language]
}
