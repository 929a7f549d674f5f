import { useWords } from '../ui/language.tsx'
import { en } from './words.en.ts'
import { zh, type InspectorWords } from './words.zh.ts'

export const useInspectorWords = (): InspectorWords => useWords<InspectorWords>({ zh, en })
