import type { Opinion } from '../cases/kinds.ts'
import type { SummonsAnswer } from './kinds.ts'

const cannot = /不能|无法|没法|去不了|来不了|到不了|不行/
const arrived = /^(我|我们)?(已经|已)?(到场|到达|到了|到位|在现场)/
const acknowledged = /^1$|收到|知道|明白|好的|正在|马上|立即|赶往|出发/

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s。，！!.,、"'「」“”]/g, '')

/** What a reporter says of the reply to his case: 1 满意, 2 不满意. undefined = words to be read. */
export function readOpinion(text: string): Opinion | undefined {
  const said = bare(text)
  if (said === '1' || /^(很|非常)?满意$/.test(said)) return 'satisfied'
  if (said === '2' || /^(很|非常)?不满意$/.test(said)) return 'dissatisfied'
  return said === '基本满意' ? 'mostly' : undefined
}

/** What an SMS says that somebody sent back. undefined = it is for a person to read. 「马上到场」 is not yet there. */
export function readReply(text: string): SummonsAnswer | undefined {
  const said = bare(text)
  if (said.length > 40) return undefined
  if (cannot.test(said)) return 'cannot'
  if (arrived.test(said) || said === '2') return 'arrived'
  return acknowledged.test(said) && !/没收到|未收到|不知道|不明白/.test(said) ? 'acknowledged' : undefined
}
