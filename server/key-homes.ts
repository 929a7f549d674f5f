import { environmentKeys } from './ports/key-home-environment.ts'
import type { KeyHome } from './ports/key-home.ts'
import { httpKms } from './ports/kms-http.ts'

type Settings = {
  readonly signingKeys: string | undefined
  readonly kms: { readonly url: string; readonly token: string | undefined } | undefined
}

/** Where keys may be kept outside the database, by the settings. Of two that have a key for a use, the environment comes first. */
export async function keyHomes({ signingKeys, kms }: Settings): Promise<KeyHome[]> {
  return [
    ...(signingKeys === undefined ? [] : [await environmentKeys(signingKeys)]),
    ...(kms === undefined ? [] : [httpKms(kms)]),
  ]
}
