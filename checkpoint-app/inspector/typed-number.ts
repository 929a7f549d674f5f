import type { Phone } from '../device/phone.ts'
import type { Reply } from '../device/server.ts'
import type { DeskPorts } from './desk-state.ts'

/** `ended`: a trip that has no code any more; `unreached`: only a network knows numbers; the check goes on by plate and facts. */
export type NumberTyped = 'found' | 'unknown' | 'ended' | 'unreached'

const patienceMs = 6_000

/** What the codes under this number hold: the freight code first, because it names the crew. */
export async function tokensOf(
  { phone, later }: { phone: Pick<Phone, 'number'>; later: DeskPorts['later'] },
  number: string,
): Promise<readonly string[] | Exclude<NumberTyped, 'found'>> {
  const patience = new Promise<undefined>((done) => void later(() => done(undefined), patienceMs))
  const reply = await Promise.race([phone.number(number), patience])
  if (reply?.ok !== true) return refusal(reply)
  const { pass, freight } = reply.value
  const tokens = [freight, pass].flatMap((found) => found?.token ?? [])
  return tokens.length > 0 ? tokens : 'unknown'
}

function refusal(reply: Extract<Reply<unknown>, { ok: false }> | undefined): 'unknown' | 'ended' | 'unreached' {
  if (reply?.trouble.kind !== 'refused') return 'unreached'
  return reply.trouble.code === 'PA-18' ? 'ended' : 'unknown'
}
