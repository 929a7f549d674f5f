import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { keep, kept } from './kept.ts'

export type Language = 'zh' | 'en'
type Chosen = { readonly language: Language; readonly choose: (language: Language) => void }

const Chosen = createContext<Chosen>({ language: 'zh', choose: () => {} })

const chosenBefore = (): Language => (kept('language') === 'en' ? 'en' : 'zh')

/** Chinese unless English was chosen on this phone, in this tab or in another. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(chosenBefore)
  useEffect(() => {
    const follow = () => setLanguage(chosenBefore())
    addEventListener('storage', follow)
    return () => removeEventListener('storage', follow)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  }, [language])
  const chosen = useMemo(() => {
    const choose = (next: Language) => {
      keep('language', next)
      setLanguage(next)
    }
    return { language, choose }
  }, [language])
  return <Chosen value={chosen}>{children}</Chosen>
}

export const useLanguage = (): Chosen => use(Chosen)

/** The words of a face in the language chosen: `const w = useWords({ zh, en })`. */
export function useWords<Words>(dictionaries: Readonly<Record<Language, Words>>): Words {
  return dictionaries[useLanguage().language]
}
