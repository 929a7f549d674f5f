import { corrected, keysFor } from '../device/plate/correct.ts'
import { usePlateScanWords } from './plate-scan-words.ts'

type Given = {
  plate: string
  /** The place that is being corrected. */
  place: number | undefined
  onPlace: (place: number | undefined) => void
  onChange: (plate: string) => void
}

/** A plate, character by character: the wrong one is tapped, then the right key, and it is another plate. */
export function PlateCorrect({ plate, place, onPlace, onChange }: Given) {
  const words = usePlateScanWords()
  const characters = Array.from(plate)
  return (
    <div className="plate-correct">
      <div className="plate-characters" data-count={characters.length}>
        {characters.map((character, at) => (
          <button
            key={at}
            type="button"
            className="plate-character"
            aria-label={words.place(character, at + 1)}
            aria-expanded={at === place}
            onClick={() => onPlace(at === place ? undefined : at)}
          >
            {character}
          </button>
        ))}
      </div>
      {place !== undefined && (
        <div
          className={place === 0 ? 'plate-keys plate-keys-8' : 'plate-keys'}
          role="group"
          aria-label={words.placeKeys(place + 1)}
        >
          {keysFor(plate, place).map(({ key, open }) => (
            <button
              key={key}
              type="button"
              className="plate-key"
              disabled={!open}
              aria-pressed={key === characters[place]}
              onClick={() => onChange(corrected(plate, place, key))}
            >
              {key}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
