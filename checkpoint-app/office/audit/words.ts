import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Zh = Omit<typeof zh, 'export'> & { export: Omit<(typeof zh)['export'], 'headings'> }
export type AuditWords = Wording<Zh> & { readonly export: { readonly headings: readonly string[] } }

export const useAuditWords = (): AuditWords => useWords<AuditWords>({ zh, en })
