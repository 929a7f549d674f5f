import { minute, plus, type Instant } from '../instant.ts'
import { asksArrival, hasPromised, stateOf, type Made } from './calls.ts'
import type { CongestionNumbers } from './numbers.ts'

/**
 * A promise to come has an end: whoever has answered and is not there is asked 「是否已到场」, and who says nothing then has promised
 * nothing. A new word (收到, 已出发) begins it anew; 已到场 is its natural end.
 */
type Asked = { readonly made: readonly Made[]; readonly numbers: CongestionNumbers }

const isOnTheWay = (one: Made): boolean => asksArrival(one) && ['acknowledged', 'under-way'].includes(stateOf(one))

const remindersOf = (one: Made, { made }: Asked): readonly Made[] =>
  made.filter(({ purpose, about }) => purpose === 'reminder' && about === one.key).toSorted((a, b) => a.at - b.at)

/** The first word that he gave since he was asked last. */
function wordSince(one: Made, asked: Made | undefined): Instant | undefined {
  return one.answers
    .filter(({ answer, at }) => answer !== 'cannot' && (asked === undefined || at >= asked.at))
    .map(({ at }) => at)
    .toSorted((a, b) => a - b)[0]
}

/** When he is asked whether he is there, and for the how manieth time from nought; null = there is nothing to ask. */
export function askedWhether(one: Made, asked: Asked): { at: Instant; nth: number } | null {
  if (!isOnTheWay(one)) return null
  const before = remindersOf(one, asked)
  const word = wordSince(one, before.at(-1))
  if (word === undefined) return null
  return { at: plus(word, asked.numbers.congestionOnSiteWithin * minute), nth: before.length }
}

/** When what he promised is over, because he was asked and has said nothing since; null = it holds, or there was none. */
export function lapsesAt(one: Made, asked: Asked): Instant | null {
  if (!isOnTheWay(one)) return null
  const last = remindersOf(one, asked).at(-1)
  if (last === undefined || wordSince(one, last) !== undefined) return null
  return plus(last.at, asked.numbers.congestionAnswerWithin * minute)
}

/** Somebody is there, or on his way as far as is known. */
export const holds = (one: Made, asked: Asked): boolean => hasPromised(stateOf(one)) && lapsesAt(one, asked) === null
