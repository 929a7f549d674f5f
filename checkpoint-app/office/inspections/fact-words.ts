import type { Wording } from '../../ui/wording.ts'
import type { zh } from './fact-words.zh.ts'

export type FactWords = Wording<typeof zh>
