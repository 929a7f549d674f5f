import { base64url } from 'jose'
import { linkCode } from '../../shared/notices/link-code.ts'
import type { Deps, Vault } from '../deps.ts'
import type { NoticeRow } from '../store/notices.ts'

/** 80 bits that only this server can work out, so that a second try carries the same link and the database holds none. */
export async function codeOfNotice(vault: Vault, notice: string): Promise<string> {
  return linkCode(base64url.decode(await vault.tag('answer-link', notice)).slice(0, 10))
}

/** By which a code is found again. */
export const tagOfCode = (vault: Vault, code: string): Promise<string> => vault.tag('answer-link-code', code)

export const linkOf = async (
  { vault, origin }: Pick<Deps, 'vault' | 'origin'>,
  { id, link_tag: tag }: Pick<NoticeRow, 'id' | 'link_tag'>,
): Promise<string | null> => (tag === null ? null : `${origin}/a/${await codeOfNotice(vault, id)}`)
