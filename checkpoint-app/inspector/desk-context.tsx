import { createContext, use, useSyncExternalStore } from 'react'
import type { Phone, PhoneState } from '../device/phone.ts'
import type { Desk } from './desk.ts'
import type { DeskState } from './desk-state.ts'

export type Booth = { readonly phone: Phone; readonly desk: Desk }

export const BoothContext = createContext<Booth | undefined>(undefined)

export function useBooth(): Booth {
  const booth = use(BoothContext)
  if (booth === undefined) throw new Error('outside the booth')
  return booth
}

const notYet = () => () => {}
const nothing = () => undefined

/** For what stands before the booth is open: `undefined` until then. */
export function useDeskSoon(): DeskState | undefined {
  const desk = use(BoothContext)?.desk
  return useSyncExternalStore<DeskState | undefined>(desk?.subscribe ?? notYet, desk?.state ?? nothing)
}

export function usePhoneSoon(): PhoneState | undefined {
  const phone = use(BoothContext)?.phone
  return useSyncExternalStore<PhoneState | undefined>(phone?.subscribe ?? notYet, phone?.state ?? nothing)
}

export function usePhone(): PhoneState {
  const { phone } = useBooth()
  return useSyncExternalStore(phone.subscribe, phone.state)
}

export function useDesk(): DeskState {
  const { desk } = useBooth()
  return useSyncExternalStore(desk.subscribe, desk.state)
}
