/** The shortest password that the server takes. */
export const shortestPassword = 10

export type Strength = 'too-short' | 'weak' | 'fair' | 'strong'

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** Runs like 1234 or aaaa add length but nothing to guess. */
const withoutRuns = (text: string) =>
  Array.from(text).filter((letter, at, all) => {
    const step = letter.charCodeAt(0) - (all[at - 1]?.charCodeAt(0) ?? Number.NaN)
    return !(step === 0 || step === 1 || step === -1)
  }).length

/** How hard to guess, roughly: length without runs, and how many kinds of signs. A word of the login makes it weak. */
export function strengthOf(password: string, login: string): Strength {
  if (password.length < shortestPassword) return 'too-short'
  const length = withoutRuns(password)
  const variety = kinds.filter((kind) => kind.test(password)).length
  if (login.length >= 3 && password.toLowerCase().includes(login.toLowerCase())) return 'weak'
  if (length < 7 || variety < 2) return length >= 16 ? 'fair' : 'weak'
  return length >= 14 || (length >= 10 && variety >= 3) ? 'strong' : 'fair'
}
