import { placeOf } from '../../../shared/appeals/places.ts'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { useCheckpoints } from '../use-checkpoints.ts'

/** 服务区 沁阳服务区; of a checkpoint its name instead of its id. */
export function usePlaceName(): (place: string | null) => string {
  const { places } = useAppealWords()
  const checkpoints = useCheckpoints().value?.items ?? []
  return (text) => {
    const place = text === null ? undefined : placeOf(text)
    if (!place) return ''
    const name = checkpoints.find(({ id }) => place.kind === 'checkpoint' && id === place.name)?.name ?? place.name
    return `${places[place.kind]} ${name}`
  }
}
