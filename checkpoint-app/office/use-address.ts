import { useSyncExternalStore } from 'react'
import { addressOf, readAddress, type Address } from './address.ts'

function subscribe(changed: () => void) {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

export const useAddress = (): Address => readAddress(useSyncExternalStore(subscribe, () => location.hash))

export function goTo(...address: Parameters<typeof addressOf>): void {
  location.hash = addressOf(...address)
}
