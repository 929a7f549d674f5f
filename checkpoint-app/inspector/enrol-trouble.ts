import type { Trouble } from '../device/server.ts'

type Words = { enrolOffline: string; enrolCode: (code: string) => string }

/** Why a binding did not come about, in one line. */
export function enrolTrouble(trouble: Trouble, words: Words): string {
  if (trouble.kind === 'offline' || trouble.kind === 'too-large') return words.enrolOffline
  return `${trouble.message}　${words.enrolCode(trouble.code)}`
}
