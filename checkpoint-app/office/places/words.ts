import { useWords } from '../../ui/language.tsx'
import type { Wording } from '../../ui/wording.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type PlaceWords = Wording<typeof zh>
export const usePlaceWords = (): PlaceWords => useWords<PlaceWords>({ zh, en })
