import { useEffect, useState } from 'react'
import { publicKeys } from '../../schema/api/public-keys.ts'
import { call } from '../ui/api.ts'
import { useOnline } from '../ui/use-online.ts'

/** Milliseconds between looks at the published keys, while the page is seen. */
const lookEvery = 60_000

/** The name of the key in the header of a token; undefined = no token, or none that can be read. */
export function keyNamed(token: string | null | undefined): string | undefined {
  try {
    const header: unknown = JSON.parse(atob((token ?? '').split('.')[0]!.replaceAll('-', '+').replaceAll('_', '/')))
    return typeof header === 'object' && header !== null && 'kid' in header && typeof header.kid === 'string'
      ? header.kid
      : undefined
  } catch {
    return undefined
  }
}

/** Whether none of the published keys has that name; an empty answer says nothing. */
export const isGone = (kid: string | undefined, keys: readonly unknown[]): boolean =>
  kid !== undefined &&
  keys.length > 0 &&
  !keys.some((key) => typeof key === 'object' && key !== null && 'kid' in key && key.kid === kid)

/** True once the key under this token was withdrawn 紧急停用: no booth takes it any more, and a fresh one is to be asked for. */
export function useKeyGone(token: string | null | undefined): boolean {
  const online = useOnline()
  const kid = keyNamed(token)
  const [gone, setGone] = useState<string>()
  useEffect(() => {
    if (!online || kid === undefined) return undefined
    const look = () => {
      if (document.visibilityState === 'hidden') return
      void call(publicKeys, {}).then((answer) => {
        if (answer.ok && isGone(kid, answer.value.keys)) setGone(kid)
      })
    }
    look()
    const timer = setInterval(look, lookEvery)
    return () => clearInterval(timer)
  }, [online, kid])
  return kid !== undefined && gone === kid
}
