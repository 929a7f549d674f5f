import { shortestPassword } from './password.ts'

type NewStaff = { name: string; login: string; password: string; repeat?: string }
type CheckWords = { needed: string; loginForm: string; 'too-short': string; mismatch: string }

/** What people type for a user name, brought to the form that is kept. */
export const loginShape = (typed: string): string => typed.normalize('NFKC').toLowerCase().trim()

export function checkPassword({ password, repeat }: Pick<NewStaff, 'password' | 'repeat'>, words: CheckWords) {
  if (password.length < shortestPassword) return { password: password ? words['too-short'] : words.needed }
  return repeat !== undefined && repeat !== password ? { repeat: words.mismatch } : {}
}

/** The errors of a new member of staff, by field. */
export function checkNewStaff(form: NewStaff, words: CheckWords): Partial<Record<keyof NewStaff, string>> {
  return {
    ...(form.name.trim() ? {} : { name: words.needed }),
    ...(/^[a-z0-9][a-z0-9._-]{2,31}$/.test(form.login) ? {} : { login: form.login ? words.loginForm : words.needed }),
    ...checkPassword(form, words),
  }
}
