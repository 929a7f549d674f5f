import { createContext, use } from 'react'

/** Loads the list of editions again after something on the page has changed it. */
export const Reload = createContext<() => Promise<void>>(async () => undefined)
export const useReload = (): (() => Promise<void>) => use(Reload)
