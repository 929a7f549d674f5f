import type * as z from 'zod/mini'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { getPerson, personRow } from '../../../schema/api/codes.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import type { Tone } from '../../ui/state-mark.tsx'
import type { PeopleWords } from './words.ts'

export type PersonRow = z.infer<typeof personRow>
export type PersonAnswer = AnswerOf<typeof getPerson>
export type ReasonView = PersonAnswer['reasons'][number]

export const toneOfColour: Readonly<Record<PersonRow['colour'], Tone>> = {
  green: 'go',
  yellow: 'care',
  red: 'stop',
  grey: 'void',
}

export const toneOfReason = ({ reason, state }: Pick<ReasonView, 'reason' | 'state'>): Tone => {
  if (state === 'proposed') return 'void'
  if (state === 'closed') return 'go'
  return reason.startsWith('R') ? 'stop' : 'care'
}

/** As much of who it is as a list may say. */
export const whoIs = ({ surname, idTail }: Pick<PersonRow, 'surname' | 'idTail'>, words: PeopleWords): string =>
  words.personLine(surname, idTail).trim()

export const platesOf = ({ plates }: Pick<PersonRow, 'plates'>): string => plates.map(showPlate).join('、')

/** The word of a table for a key that came over the wire; a newer server may know more of them. */
export const wordFor = (table: Readonly<Record<string, string>>, key: string | null): string | undefined =>
  key === null ? undefined : table[key]

/** Read out over the phone: the beginning of the tag is enough among a few. */
export const shortTag = (person: string): string => person.slice(0, 8)

/** A number of a paper: three characters, a figure among them. */
export const isPaper = (text: string): boolean => text.trim().length >= 3 && /\d/.test(text)
