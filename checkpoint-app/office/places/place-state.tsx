import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { listPlaces } from '../../../schema/api/places.ts'
import { placeStateWords } from '../../../shared/wording/network.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { usePlaceWords } from './words.ts'

export type Place = AnswerOf<typeof listPlaces>['items'][number]
const tones = { open: 'go', closed: 'void', due: 'care' } as const

/** 运营中, 关停, 应恢复; a point that nobody staffs is just not open. */
export function PlaceMark({ place: { kind, state } }: { place: Place }) {
  const words = usePlaceWords()
  const { language } = useLanguage()
  const word = kind === 'service-area' || state === 'open' ? placeStateWords[state][language] : words.shut
  return <StateMark size="small" tone={tones[state]} word={word} />
}
