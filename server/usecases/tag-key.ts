import { importTagKey } from '../../shared/sync/crew-tag.ts'
import type { Vault } from '../deps.ts'

/** The key of the crew tags in bundles, base64url of 32 bytes: the same for all phones, so that one tag fits everywhere. */
export const tagKeyText = (vault: Vault): Promise<string> => vault.tag('crew-tag-key', '1')

export const tagKey = async (vault: Vault): Promise<CryptoKey> => importTagKey(await tagKeyText(vault))
