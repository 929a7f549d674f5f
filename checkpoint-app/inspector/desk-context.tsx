import { createContext, use, useSyncExternalStore } from 'react'
import type { Phone, PhoneState } from '../device/phone.ts'
import type { Desk, DeskState } from './desk.ts'

export type Booth = { readonly phone: Phone; readonly desk: Desk }

export const BoothContext = createContext<Booth | undefined>(undefined)

export function useBooth(): Booth {
  const booth = use(BoothContext)
  if (booth === undefined) throw new Error('outside the booth')
  return booth
}

export function usePhone(): PhoneState {
  const { phone } = useBooth()
  return useSyncExternalStore(phone.subscribe, phone.state)
}

export function useDesk(): DeskState {
  const { desk } = useBooth()
  return useSyncExternalStore(desk.subscribe, desk.state)
}
