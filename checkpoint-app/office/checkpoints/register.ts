import type * as z from 'zod/mini'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { changeRegister, registerView } from '../../../schema/api/register.ts'
import { parseStake } from '../../../shared/congestion/stake.ts'
import { needsReason, type Direction, type PlaceKind } from '../../../shared/register/register.ts'
import type { Errors } from '../use-form.ts'
import type { RegisterWords } from './register-words.ts'

export type Register = z.infer<typeof registerView>
/** As typed. */
export type RegisterForm = {
  approvalNo: string
  kind: PlaceKind
  kindReason: string
  direction: Direction
  stake: string
  bridge: string
  secretary: string
  members: string
  rules: string
  reason: string
}

export const formOf = ({ approvalNo, kind, kindReason, direction, stake, bridge, branch }: Register): RegisterForm => ({
  approvalNo: approvalNo ?? '',
  kind: kind ?? 'exit',
  kindReason: kindReason ?? '',
  direction: direction ?? 'both',
  stake: stake ?? '',
  bridge: bridge ?? '',
  secretary: branch.secretary ?? '',
  members: branch.members ?? '',
  rules: branch.rules ?? '',
  reason: '',
})

export function checkRegister(form: RegisterForm, words: RegisterWords, needed: string): Errors {
  const { kind, kindReason, stake, reason } = form
  return {
    ...(needsReason(kind) && kindReason.trim().length < 2 ? { kindReason: needed } : {}),
    ...(stake === '' || parseStake(stake) !== undefined ? {} : { stake: words.stakeForm }),
    ...(reason.trim().length >= 2 ? {} : { reason: needed }),
  }
}

const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const bodyOf = (form: RegisterForm, version: number): BodyOf<typeof changeRegister> => ({
  version,
  approvalNo: orNone(form.approvalNo),
  kind: form.kind,
  kindReason: orNone(form.kindReason),
  direction: form.direction,
  stake: orNone(form.stake),
  bridge: orNone(form.bridge),
  branch: { secretary: orNone(form.secretary), members: orNone(form.members), rules: orNone(form.rules) },
  reason: form.reason.trim(),
})
