import { useChosenLanguage, useOfficeWords } from '../words.ts'
import type { EntryWords } from './entry-words.ts'
import { useAuditWords } from './words.ts'

export function useEntryWords(): EntryWords {
  const words = useAuditWords()
  const { roles } = useOfficeWords()
  const language = useChosenLanguage()
  return { ...words, roles, language }
}
