import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { platePack } from 'virtual:plate-pack'
import { openPlateReader, type PlateReader } from '../device/plate/plate-reader.ts'

// One for the whole face: starting the engine takes a second that no truck should wait for twice.
let reader: PlateReader | undefined
const shared = (): PlateReader => (reader ??= openPlateReader())

/** The reader of plates; the first use loads what it needs. */
export function usePlateReader() {
  const plates = shared()
  const state = useSyncExternalStore(plates.subscribe, plates.state)
  const wake = useCallback(() => plates.wake(platePack), [plates])
  useEffect(() => {
    wake()
    // A phone that has come back into the network loads by itself.
    addEventListener('online', wake)
    return () => removeEventListener('online', wake)
  }, [wake])
  return { plates, state, wake }
}
