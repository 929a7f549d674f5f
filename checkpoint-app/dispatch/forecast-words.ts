import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'
import { en } from './forecast-words.en.ts'
import { zh } from './forecast-words.zh.ts'

export type ForecastWords = Wording<typeof zh>
export const useForecastWords = (): ForecastWords => useWords<ForecastWords>({ zh, en })
