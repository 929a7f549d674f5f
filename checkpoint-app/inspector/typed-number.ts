import type { Phone } from '../device/phone.ts'
import type { DeskPorts } from './desk.ts'

/** `unreached`: only a network knows numbers; the check goes on by plate and facts. */
export type NumberTyped = 'found' | 'unknown' | 'unreached'

const patienceMs = 6_000

/** What the codes under this number hold: the freight code first, because it names the crew. */
export async function tokensOf(
  { phone, later }: { phone: Pick<Phone, 'number'>; later: DeskPorts['later'] },
  number: string,
): Promise<readonly string[] | Exclude<NumberTyped, 'found'>> {
  const patience = new Promise<undefined>((done) => void later(() => done(undefined), patienceMs))
  const reply = await Promise.race([phone.number(number), patience])
  if (reply?.ok !== true) return reply?.trouble.kind === 'refused' ? 'unknown' : 'unreached'
  const { pass, freight } = reply.value
  const tokens = [freight, pass].flatMap((found) => found?.token ?? [])
  return tokens.length > 0 ? tokens : 'unknown'
}
